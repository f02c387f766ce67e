"""One writer at a time in a folder of territories, and what the one before left behind."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.importers.imported import refuse
from dashboard.importers.writing import steps
from dashboard.importers.writing.swap import ASIDE
from dashboard.system.disk import DRAFT

WAIT = 120
"""Seconds that a writer waits for another."""

_LOCKS = Path("/proc/locks")


@contextmanager
def alone(folder: Path, tell: Callable[[str], None], wait: float = WAIT) -> Iterator[None]:
    """Hold the territory of that folder against every other writer, waiting for the one at work.

    The system frees the lock of a writer that is killed; what it left is put right first. Refused
    where the other is not done in time: its process is named.
    """
    # The lock is on the folder above: that of the territory is replaced by each writing.
    descriptor = os.open(folder.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        _take(descriptor, folder.name, tell, time.monotonic() + wait)
        steps.reached("verrou")
        put_right(folder)
        steps.reached("menage")
        yield
    finally:
        os.close(descriptor)


def recover(folder: Path) -> None:
    """Put right what a writer that was killed left; nothing while one is at work, or read-only."""
    try:
        descriptor = os.open(folder.parent, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        put_right(folder)
    except OSError:
        return
    finally:
        os.close(descriptor)


def put_right(folder: Path) -> None:
    """Give its folder back to a territory set aside, and remove every draft; the lock is held."""
    for aside in _named(folder.parent, ASIDE):
        place = aside.with_name(aside.name.removeprefix(ASIDE))
        if place.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(place)
    for draft in (*_named(folder.parent, DRAFT), *_named(folder, DRAFT)):
        if draft.is_dir() and not draft.is_symlink():
            shutil.rmtree(draft)
        else:
            draft.unlink()


def _named(folder: Path, start: str) -> list[Path]:
    if not folder.is_dir():
        return []
    return [item for item in folder.iterdir() if item.name.startswith(start)]


def _take(descriptor: int, name: str, tell: Callable[[str], None], deadline: float) -> None:
    told = False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            other = f"un autre import est en cours{_holder(descriptor)}"
            if time.monotonic() > deadline:
                raise refuse(name, f"{other}.", "Attendez qu’il finisse, puis relancez.") from error
        else:
            return
        if not told:
            tell(f"{other[0].upper()}{other[1:]} : j’attends qu’il finisse.")
            told = True
        time.sleep(0.1)


def _holder(descriptor: int) -> str:
    """The process that holds the lock, in words; nothing where the system does not tell."""
    inode = os.fstat(descriptor).st_ino
    table = _LOCKS.read_text(encoding="ascii") if _LOCKS.is_file() else ""
    found = re.search(rf"^\d+: FLOCK +\S+ +WRITE (\d+) \S+:{inode} ", table, re.MULTILINE)
    return f" (processus {found[1]})" if found else ""
