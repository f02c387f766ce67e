"""What each part of a long work of the staff site takes: the figures of
``dashboard.staff.jobs.gauge``.

``python -m benchmarks.gauge 500 10000 100000 1000000`` has a programming of so many lines checked,
published, followed by another and taken back, and prints each part as the gauge is to hold it, then
how far the inside of each part is from what it says, in points of the whole work.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import measure
from benchmarks.programming import Followed, works
from dashboard.staff.jobs.gauge import MEGA

Figures = npt.NDArray[np.float64]


def main() -> None:
    """Print the figures of each part, then what is amiss inside it."""
    print(f"Machine : {measure.machine()}.", flush=True)
    found: dict[str, list[Followed]] = defaultdict(list)
    for asked in sys.argv[1:] or ["500", "10000", "100000"]:
        with tempfile.TemporaryDirectory() as folder:
            for work in works(int(asked), Path(folder)):
                found[work.name].append(work)
    for name, several in found.items():
        print(f"\n{name}, {len(several)} passages")
        for part in dict.fromkeys(word.part for word in several[0].words if word.part):
            fixed, of_file, of_tables = fitted(several, part)
            print(f"    {part} : {fixed:.3f}, of_file={of_file:.4f}, of_tables={of_tables:.4f}")
        for work in several:
            _inside(work)


def fitted(several: Sequence[Followed], part: str) -> Figures:
    """The seconds of that part: fixed, for each megabyte of the file, of the tables. The share of
    a work is what counts: each work weighs as much as another, however long it is. None of them is
    under zero."""
    weights = np.array([1 / work.busy for work in several])
    sizes = np.array([(1, work.file / MEGA, work.tables / MEGA) for work in several])
    costs = np.array([_cost(work, part) for work in several])
    found, held = np.zeros(3), [0, 1, 2]
    while held:
        least = np.linalg.lstsq(sizes[:, held] * weights[:, None], costs * weights, rcond=None)[0]
        if least.min() >= 0:
            found[held] = least
            break
        held.pop(int(least.argmin()))
    return found


def _cost(work: Followed, part: str) -> float:
    """The seconds of processor of that part in that work."""
    return sum(other.busy - one.busy for one, other in pairwise(work.words) if one.part == part)


def _inside(work: Followed) -> None:
    """Print, for each part of that work, the percentage of the work that it takes, and the moments
    at which what it said of itself is furthest from it."""
    said = ", ".join(
        f"{part} {100 * _cost(work, part) / work.busy:.0f} ({worst})"
        for part, worst in _worst(work)
    )
    print(f"  {work.file / MEGA:.1f} et {work.tables / MEGA:.1f} Mo, {work.busy:.1f} s : {said}")


def _worst(work: Followed) -> Iterator[tuple[str, str]]:
    for part in dict.fromkeys(word.part for word in work.words if word.part):
        words = [word for word in work.words if word.part == part]
        first, whole = words[0].busy, _cost(work, part) or 1.0
        share = 100 * whole / work.busy
        apart = [
            ((word.done - (moment.busy - first) / whole) * share, word.done, moment.busy - first)
            for word, moment in ((w, m) for pair in pairwise(words) for w in pair[:1] for m in pair)
        ]
        worst = max(apart, key=lambda one: abs(one[0]), default=(0.0, 0.0, 0.0))
        yield part, f"{worst[0]:+.0f} à {worst[1]:.2f}, {worst[2] / whole:.2f} passé"


if __name__ == "__main__":
    main()
