"""What a drawing keeps of its lines inside its plot area: cut here, for a painter cuts slowly.

Points are shares of the plot area: from 0 to 1 on each axis inside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

Corner = tuple[float, float]
CornerRun = list[Corner]
"""Points that follow each other."""

_SIDES = ((0, 0.0, 1), (0, 1.0, -1), (1, 0.0, 1), (1, 1.0, -1))
"""Of each side of the plot area: its axis, where it stands, which way is inside."""


def kept(runs: list[CornerRun], around: bool) -> list[CornerRun]:
    """What stands inside of these lines, or of what these rings close on where ``around``."""
    if around:
        return [found for run in runs if (found := ring(run))]
    return [part for run in runs for part in line(run)]


def ring(run: CornerRun) -> CornerRun:
    """The part inside of the surface that a ring closes on; its edges follow the sides where it
    was cut. No point where it is all outside."""
    for side in _SIDES:
        if run:
            run = _kept(run, *side)
    return run


def line(run: CornerRun) -> list[CornerRun]:
    """The parts inside of a line, in order; nothing is drawn along the sides."""
    if len(run) > 1 and all(0 <= x <= 1 and 0 <= y <= 1 for x, y in run):
        return [run]
    found: list[CornerRun] = []
    for start, end in _inside(run):
        if found and found[-1][-1] == start:
            found[-1].append(end)
        else:
            found.append([start, end])
    return found


def _kept(run: CornerRun, axis: int, at: float, way: int) -> CornerRun:
    """Sutherland and Hodgman's step: what of a ring stands on the right side of one side."""
    found: CornerRun = []
    before = run[-1]
    was = (before[axis] - at) * way >= 0
    for point in run:
        inside = (point[axis] - at) * way >= 0
        if inside != was:
            found.append(_crossing(before, point, axis, at))
        if inside:
            found.append(point)
        before, was = point, inside
    return found


def _crossing(one: Corner, other: Corner, axis: int, at: float) -> Corner:
    share = (at - one[axis]) / (other[axis] - one[axis])
    across = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
    return (at, across) if axis == 0 else (across, at)


def _inside(run: CornerRun) -> Iterator[tuple[Corner, Corner]]:
    """The part inside of each step of a line, where there is one (Liang and Barsky)."""
    for start, end in pairwise(run):
        first, last = 0.0, 1.0
        for side in _SIDES:
            enters, leaves = _through(start, end, *side)
            first, last = max(first, enters), min(last, leaves)
        if first < last:
            yield _along(start, end, first), _along(start, end, last)


def _through(start: Corner, end: Corner, axis: int, at: float, way: int) -> tuple[float, float]:
    """The shares of a step at which it comes to the right side of one side, and leaves it."""
    step, room = (end[axis] - start[axis]) * way, (at - start[axis]) * way
    if step == 0:
        return (0.0, 1.0) if room <= 0 else (1.0, 0.0)
    return (room / step, 1.0) if step > 0 else (0.0, room / step)


def _along(start: Corner, end: Corner, share: float) -> Corner:
    if share in (0.0, 1.0):
        return end if share else start
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
