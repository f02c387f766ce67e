"""Classes of a map: the bounds that cut values into a few groups, by a method that is named.

The bounds are those of mapclassify, the library of the field (tests/fixtures/classes.json).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from statistics import mean, stdev

MOST = 5
"""Classes at most: the eye tells no more shades of one colour apart."""
FEW = 3
"""Areas that are read one by one, without classes."""

ClassedValues = tuple[float, ...]


class Method(StrEnum):
    """How classes are cut; the values stand in the address."""

    NATURAL = "seuils-naturels"
    QUANTILES = "quantiles"
    EQUAL = "intervalles-egaux"
    DEVIATION = "ecart-type"


@dataclass(frozen=True, slots=True)
class Classes:
    """The upper bound of each class, from the lowest, that value included; the last is the highest
    value."""

    method: Method
    bounds: ClassedValues

    def rank(self, value: float) -> int:
        """The class of a value, from 0."""
        return min(bisect_left(self.bounds, value), len(self.bounds) - 1)


@lru_cache(256)
def classed(values: ClassedValues, method: Method, count: int = 0) -> Classes | None:
    """The classes of these values, as many as ``count`` or as Sturges’ rule says, five at most and
    never more than there are different values; None where they are too few to be cut."""
    if len(values) <= FEW:
        return None
    wanted = count or min(MOST, math.ceil(1 + math.log2(len(values))))
    held = tuple(sorted(values))
    return Classes(method, _METHODS[method](held, min(wanted, len(set(held)))))


def _quantiles(held: ClassedValues, count: int) -> ClassedValues:
    """As many values in each class, by linear interpolation; equal bounds are one."""
    return tuple(dict.fromkeys(_quantile(held, rank / count) for rank in range(1, count + 1)))


def _quantile(held: ClassedValues, share: float) -> float:
    place = share * (len(held) - 1)
    low = min(int(place), len(held) - 1)
    high = min(low + 1, len(held) - 1)
    return held[low] + (place - low) * (held[high] - held[low])


def _equal(held: ClassedValues, count: int) -> ClassedValues:
    """Classes of equal width between the lowest and the highest value."""
    width = (held[-1] - held[0]) / count
    return (*(held[0] + width * rank for rank in range(1, count)), held[-1])


def _deviation(held: ClassedValues, count: int) -> ClassedValues:
    """One and two standard deviations on each side of the mean: five classes whatever is asked."""
    middle, spread = mean(held), stdev(held)
    cuts = (middle + spread * times for times in (-2, -1, 1, 2))
    return (*(cut for cut in cuts if cut < held[-1]), held[-1])


def _natural(held: ClassedValues, count: int) -> ClassedValues:
    """Fisher’s and Jenks’s natural breaks: the least squared distance of values to the mean of
    their class."""
    steps = _Steps(held)
    costs = [steps.cost(0, last) for last in range(len(steps.values))]
    ends: list[list[int]] = []
    for groups in range(1, count):
        costs, cuts = _best(steps, costs, groups)
        ends.append(cuts)
    last, found = len(steps.values) - 1, []
    for cuts in reversed(ends):
        found.append(steps.values[last])
        last = cuts[last] - 1
    return (*reversed([*found, steps.values[last]]),)


class _Steps:
    """Different values from the lowest, and what any run of them costs as one class."""

    def __init__(self, held: Sequence[float]) -> None:
        times = Counter(held)
        self.values = sorted(times)
        middle = held[len(held) // 2]
        near = [(value - middle, times[value]) for value in self.values]
        self._count = [0, *accumulate(n for _, n in near)]
        self._sum = [0.0, *accumulate(value * n for value, n in near)]
        self._squares = [0.0, *accumulate(value * value * n for value, n in near)]

    def cost(self, first: int, last: int) -> float:
        """The squared distance of the values from one place to the other to their mean."""
        count = self._count[last + 1] - self._count[first]
        total = self._sum[last + 1] - self._sum[first]
        return self._squares[last + 1] - self._squares[first] - total * total / count


def _best(steps: _Steps, before: list[float], groups: int) -> tuple[list[float], list[int]]:
    """The least cost with one more class up to each place, and where the last class then starts.

    The start of the last class never moves back as the place moves on: each half is looked for
    between the starts of its neighbours.
    """
    size = len(steps.values)
    costs, cuts = [0.0] * size, list(range(size))
    todo = [(groups, size - 1, groups, size - 1)]
    while todo:
        low, high, first, last = todo.pop()
        if low > high:
            continue
        at = (low + high) // 2
        starts = range(first, min(at, last) + 1)
        costs[at], cuts[at] = min((before[s - 1] + steps.cost(s, at), s) for s in starts)
        todo += [(low, at - 1, first, cuts[at]), (at + 1, high, cuts[at], last)]
    return costs, cuts


_METHODS: dict[Method, Callable[[ClassedValues, int], ClassedValues]] = {
    Method.NATURAL: _natural,
    Method.QUANTILES: _quantiles,
    Method.EQUAL: _equal,
    Method.DEVIATION: _deviation,
}
