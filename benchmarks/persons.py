"""What it costs to take the persons out of a table of text: a programming of many lines, that names
nobody, or somebody on each line, beside what cutting its lines into cells costs.

``python -m benchmarks.persons 10000 100000 1000000`` measures so many lines.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Callable, Iterator

from benchmarks import measure
from benchmarks.programming import programming
from dashboard.importers.door.lines import lines_of
from dashboard.importers.door.records import records
from dashboard.importers.imported import Document
from dashboard.importers.unnaming.text import nameless_text

SORTS: dict[str, Callable[[int, str], str]] = {
    "nommant personne": lambda _, line: line,
    "nommant chacune quelqu’un": lambda rank, line: line.replace(
        ";Association", f";Mme Durand-{_letters(rank)}", 1
    ),
    "d’une colonne « Téléphone »": lambda rank, line: (
        f"{line};{'06 12 34 56 78' if rank else 'Téléphone'}"
    ),
}


def main() -> None:
    """Print a line for each sort of file, for each number of lines that is asked."""
    print(f"Machine : {measure.machine()}.\n")
    print("| lignes | Mo | processeur | µs par ligne | couper ses lignes | rapport |")
    print("|---|---|---|---|---|---|")
    for asked in map(int, sys.argv[1:] or ["10000", "100000"]):
        for sort, change in SORTS.items():
            _say(asked, sort, Document("p.csv", "\n".join(_lines(asked, change)).encode()))


def _lines(count: int, change: Callable[[int, str], str]) -> Iterator[str]:
    return itertools.starmap(change, enumerate(programming(count)))


def _letters(rank: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(rank))


def _say(lines: int, sort: str, document: Document) -> None:
    cut = _busy(lambda: sum(len(row.cut) for row in records("p.csv", lines_of(document), ";")))
    took = _busy(lambda: nameless_text(document))
    megabytes, cost = len(document.content) / 1e6, 1e6 * took / lines
    print(
        f"| {lines} {sort} | {megabytes:.0f} | {took:.2f} s | {cost:.1f} | {cut:.2f} s |"
        f" {took / cut:.2f} |",
        flush=True,
    )


def _busy(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    main()
