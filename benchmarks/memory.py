"""What the workers hold once they have drawn a thousand different views."""

from __future__ import annotations

import urllib.request
from pathlib import Path

from benchmarks import measure
from dashboard.store import Store

VIEWS = 1_000


def run(address: str, pid: int, store: Store, label: str) -> None:
    """Print the memory of the server and of its workers, before and after."""
    before = held(pid)
    for query in measure.queries(store, VIEWS):
        with urllib.request.urlopen(f"{address}?{query}", timeout=60) as answer:
            answer.read()
    measure.say(label, "mémoire du service, au départ", [before], "Mo")
    measure.say(label, f"mémoire du service, après {VIEWS} vues", [held(pid)], "Mo")


def held(pid: int) -> float:
    """Megabytes of a process and of those that it started; pages that they share count each."""
    return measure.resident(pid) + sum(held(child) for child in _children(pid))


def _children(pid: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = path.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(after[1]) == pid:
            found.append(int(path.parent.name))
    return found
