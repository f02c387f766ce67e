"""What every writer of the project knows of a disk: how what is unfinished is named, when it is
safe, why it was refused.

Locks are not here: an import waits two minutes for another and names it, a publication waits as
long as the other takes, a version of the depot is SQLite's affair.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

DRAFT = ".brouillon-"
"""How the name of what is being written, or thrown away, starts: any other writer's is waste."""

FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
"""The errors of a disk where there is no room."""

CLOSED = frozenset((errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY))
"""Those of a place where this user may not write."""

FULL_SQLITE = frozenset((13, 10))
CLOSED_SQLITE = frozenset((8, 14))
DAMAGED_SQLITE = frozenset((11, 26))
"""What SQLite says of the same, and of a file that is no base any more, in the last byte of its
code: FULL and IOERR, READONLY and CANTOPEN, CORRUPT and NOTADB."""

FULL_POSTGRES = "53100"
"""What PostgreSQL says of the first."""


def settle(path: Path) -> None:
    """Have that file, or the names in that folder, on the disk when this returns."""
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
