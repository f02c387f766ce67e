"""Whether a press runs on a folder: one at a time. The system lets go of it when the press ends: a
lock of that kind (fcntl(2)) is its own, not that of the processes that it starts."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

NAME = "presse.verrou"


def taken(folder: Path) -> int | None:
    """Hold the folder until this process ends: what holds it; None where another press does."""
    held = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        os.close(held)
        return None
    return held


def held(folder: Path) -> bool:
    """Whether a press runs there."""
    mine = taken(folder)
    if mine is None:
        return True
    os.close(mine)
    return False
