"""The processes of ``servir``, each by what it does: what the system says of a tree, named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from benchmarks.memory import children

PUBLIC, ANSWERS = "maître public", "ouvrier public"
WATCH, PAGES, PAGE = "veille des agents", "maître des pages", "ouvrier des pages"
BENCH, WORK, READING = "établi", "travail", "lecture d’un fichier"
FOLLOWING, FOLLOWER = "veille du suiveur", "suiveur"
STANDING = (PUBLIC, ANSWERS, WATCH, PAGES, PAGE)
"""Those that stand for as long as the service does."""
ALL = (*STANDING, BENCH, WORK, READING)
"""Those of a service without a base."""


def processes(service: int) -> dict[str, list[int]]:
    """The processes of that service that live, by kind: those that hold what Python itself tracks
    are left out."""
    found: dict[str, list[int]] = {PUBLIC: [service]}
    for kind, process in chain.from_iterable(_below(child) for child in children(service)):
        found.setdefault(kind, []).append(process)
    return found


def _below(child: int) -> Iterator[tuple[str, int]]:
    words = command(child)
    if "agent" in words:
        yield WATCH, child
        yield from _staff(child)
    elif "suivre" in words:
        yield FOLLOWING, child
        yield from ((FOLLOWER, one) for one in children(child))
    else:
        yield ANSWERS, child


def _staff(watch: int) -> Iterator[tuple[str, int]]:
    for child in children(watch):
        code = "".join(command(child))
        if "forkserver" in code:
            yield BENCH, child
            yield from _works(child)
        elif "tracker" not in code:
            yield PAGES, child
            yield from ((PAGE, one) for one in children(child))


def _works(bench: int) -> Iterator[tuple[str, int]]:
    for work in children(bench):
        yield WORK, work
        yield from ((READING, one) for one in children(work))


def command(process: int) -> list[str]:
    """The words that process was started with; none where it is gone."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text().split("\0")
    except OSError:
        return []
