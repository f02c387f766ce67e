"""A folder written whole beside its place, which it takes in one act.

The act is an exchange of two names, which Linux (``renameat2``) and macOS (``renamex_np``) do at
once: whoever is killed leaves the old folder or the new one, and a draft that the next writer
removes. Elsewhere two renames do it, and the next command gives its folder back to a territory that
was left between them.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Container, Mapping
from pathlib import Path

from dashboard.importers.writing import steps
from dashboard.system.disk import DRAFT, settle

ASIDE = ".ancien-"
"""How the folder of a territory is named between two renames."""

_HERE = -100
"""``AT_FDCWD``: paths are those of this process."""
_EXCHANGE = 2
"""``RENAME_EXCHANGE`` of Linux, ``RENAME_SWAP`` of macOS."""
_NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def replaced(folder: Path, files: Mapping[str, bytes]) -> None:
    """Have that folder hold these files beside all it holds already; on failure it is untouched."""
    place = folder.resolve()
    draft = Path(tempfile.mkdtemp(prefix=f"{DRAFT}{place.name}-", dir=place.parent))
    try:
        steps.reached("brouillon")
        _copy(place, draft, files)
        steps.reached("copie")
        for name, content in files.items():
            _write(draft / name, content, _mode(place / name))
            steps.reached("fichier")
        settle(draft)
        steps.reached("disque")
        _take_place(draft, place)
        steps.reached("echange")
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    steps.reached("fini")


def _copy(place: Path, draft: Path, ignored: Container[str] = ()) -> None:
    """All that the folder holds, but these files: by name where the disk allows, not by content."""
    for item in place.iterdir():
        target = draft / item.name
        if item.is_dir() and not item.is_symlink():
            target.mkdir()
            _copy(item, target)
        elif item.name not in ignored:
            _link(item, target)
    shutil.copystat(place, draft)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode) if path.is_file() else 0o644


def _write(path: Path, content: bytes, mode: int) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    path.chmod(mode)


def _take_place(draft: Path, place: Path) -> None:
    if not exchanged(draft, place):
        _in_turn(draft, place)
    settle(place.parent)


def exchanged(one: Path, other: Path) -> bool:
    """Whether the two names were exchanged at once; False where the system cannot, OSError where
    the disk refuses."""
    system = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(system, "renameat2"):
        failed = system.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE)
    elif hasattr(system, "renamex_np"):
        failed = system.renamex_np(*paths, _EXCHANGE)
    else:
        return False
    code = ctypes.get_errno() if failed else 0
    if code and code not in _NO_EXCHANGE:
        raise OSError(code, os.strerror(code), str(other))
    return not failed


def _in_turn(draft: Path, place: Path) -> None:
    """The old folder aside, the new one in its place: back at once if that fails."""
    aside = place.with_name(f"{ASIDE}{place.name}")
    place.rename(aside)
    steps.reached(steps.IN_TURN)
    try:
        draft.rename(place)
    except OSError:
        aside.rename(place)
        raise
    shutil.rmtree(aside, ignore_errors=True)
