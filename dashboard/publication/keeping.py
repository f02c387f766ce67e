"""What lies in ``var``: one publisher at a time, in what order, which is served, what is waste."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.publication import steps, writing
from dashboard.store import citations, parts, publication_pointer
from dashboard.system.disk import DRAFT

KEPT, SETTING = 10, "PUBLICATIONS_GARDEES"
LOCK = ".verrou"
RANK = "rang"


@contextmanager
def alone(var: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold ``var`` against every other publisher; ``waiting`` is called where one is at work.

    The system frees the lock of a publisher that is killed.
    """
    (var / publication_pointer.PUBLICATIONS).mkdir(parents=True, exist_ok=True)
    with (var / LOCK).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        steps.reached("verrou")
        yield


def tidy(var: Path) -> None:
    """Remove what publishers that were stopped left: drafts, and what nobody can open nor names."""
    named = {path.read_bytes() for path in var.glob("courante-*") if path.is_file()}
    for path in (*var.glob(f"{DRAFT}*"), *(var / publication_pointer.PUBLICATIONS).iterdir()):
        if _is_waste(path, named):
            _remove(path)
    steps.reached("menage")


def _is_waste(path: Path, named: set[bytes]) -> bool:
    if path.name.startswith(DRAFT):
        return True
    return path.name.encode() not in named and parts.read(path) is None


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def holding(var: Path, digest: str) -> list[Path]:
    """The folders of that publication: a second one where the first was damaged and made again."""
    folders = sorted((var / publication_pointer.PUBLICATIONS).glob(f"{digest}*"))
    return [path for path in folders if path.name.partition(".")[0] == digest]


def take_rank(var: Path, slug: str) -> int:
    """A number greater than that of every publication made before, whatever the clock says."""
    found = [int(manifest["rang"]) for _, manifest in publication_pointer.every(var, slug)]
    rank = 1 + max([last_rank(var), *found])
    writing.replace(var / RANK, str(rank), "rang")
    return rank


def know_rank(var: Path, rank: int) -> None:
    """Have ranks given here be greater than that one, which another server gave."""
    if rank > last_rank(var):
        writing.replace(var / RANK, str(rank), "rang")


def last_rank(var: Path) -> int:
    """The last rank that was given; 0 where none was."""
    try:
        return int((var / RANK).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0


def place(draft: Path, var: Path, digest: str, rank: int) -> Path:
    """Put a finished publication under its name; beside the damaged one that bears it, if any."""
    target = var / publication_pointer.PUBLICATIONS / digest
    if target.exists():
        target = target.with_name(f"{digest}.{rank}")
    writing.move(draft, target)
    steps.reached("en-place")
    return target


def point(var: Path, slug: str, folder: Path) -> None:
    """Have that publication served."""
    if publication_pointer.named(var, slug) != folder.name:
        writing.replace(publication_pointer.pointer(var, slug), folder.name, "pointeur")


def kept() -> int:
    """How many publications of a territory stay, the one served among them: what the operator
    set, at least one; ten where nothing is set."""
    said = os.environ.get(SETTING, "")
    return max(1, int(said)) if said.isascii() and said.isdigit() else KEPT


def forget(var: Path, slug: str, damaged: list[Path]) -> None:
    """Remove what was made again, then the oldest publications: those that the
    setting keeps stay, and those that documents cite."""
    current, cited = publication_pointer.named(var, slug), citations.cited(var)
    held = publication_pointer.every(var, slug)[kept() :]
    oldest = [path for path, manifest in held if manifest["empreinte"] not in cited]
    for folder in (*damaged, *oldest):
        if folder.name != current and folder.exists():
            writing.discard(folder)
            if folder in oldest:
                citations.forget(var, folder.name.partition(".")[0])
    steps.reached("oubli")
