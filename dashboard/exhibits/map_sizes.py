"""The key of the circles of a map: two round sizes, one a quarter of the other."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from dashboard.domain.quarter_map import QuarterMap

ROUND = (8, 4, 2)
"""First digits of the larger size: a quarter of each is round too."""


def keyed(drawn: QuarterMap, words: Callable[[float], str]) -> QuarterMap:
    """The map with the key of its circles, in those words; none where there is no circle."""
    return replace(drawn, key=tuple((size, words(size)) for size in sizes(drawn.largest)))


def sizes(largest: float) -> tuple[float, ...]:
    """A quarter of a round size, then that size, under the largest; that one alone where a quarter
    of it is not whole."""
    if largest < 1:
        return ()
    power = 10 ** math.floor(math.log10(largest))
    top = next((digit * power for digit in ROUND if digit * power <= largest), 8 * power // 10)
    if top < 1:
        return (1,)
    return (top,) if top % 4 else (top // 4, top)
