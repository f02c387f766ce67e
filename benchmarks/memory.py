"""What the workers hold once they have drawn a thousand different views."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from pathlib import Path

from benchmarks import measure
from dashboard.store import Store

VIEWS = 1_000


def run(address: str, pid: int, store: Store, label: str) -> None:
    """Print the memory of the server and of its workers, before and after."""
    before = held(pid, measure.resident)
    for query in measure.queries(store, VIEWS):
        with urllib.request.urlopen(f"{address}?{query}", timeout=60) as answer:
            answer.read()
    measure.say(label, "mémoire du service, au départ", [before], "Mo")
    after = f"mémoire du service, après {VIEWS} vues"
    measure.say(label, after, [held(pid, measure.resident)], "Mo")
    measure.say(label, f"{after}, pages partagées une fois", [held(pid, measure.shared)], "Mo")


def held(pid: int, of: Callable[[int], float]) -> float:
    """Megabytes of a process and of those that it started, as ``of`` counts each."""
    return of(pid) + sum(held(child, of) for child in children(pid))


def children(pid: int) -> list[int]:
    """The processes that it started and that live, the oldest first."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = path.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(after[1]) == pid:
            found.append(int(path.parent.name))
    return sorted(found)
