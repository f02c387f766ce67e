"""The shade of a value on a map: that of its class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dashboard.charts.style import Fill, Hatch, HatchTile
from dashboard.domain.indicator import Status
from dashboard.domain.quarter_map import QuarterMap
from dashboard.words import tokens

SHADES = {1: (4,), 2: (2, 4), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}
"""The shades of the ramp that so many classes take, as far apart as they can be."""
ALONE, DARK = 4, 4
"""The shade of values too few to be classed, and the first on which words are light."""
QUARTERS, AROUND = "class", "around"
"""The ramps of the quarters and of the communes, of as many shades."""
ABSENT, SECRET, WATCHED = "absent", "secret", "veille"
_HATCHES: Mapping[str, HatchTile] = {WATCHED: "\\", SECRET: "x", ABSENT: "/"}


def shades(value: QuarterMap, numbers: Iterable[float | None]) -> list[int]:
    """The shade of each number, from 1 to 5; the first where there is none."""
    classes = value.classes
    if classes is None:
        return [ALONE for _ in numbers]
    ramp = SHADES[len(classes.bounds)]
    return [ramp[0] if n is None else ramp[classes.rank(n)] for n in numbers]


def fills(
    value: QuarterMap,
    numbers: Sequence[float | None],
    statuses: Sequence[Status | None],
    ramp: str = QUARTERS,
) -> list[str]:
    """How each is filled: the role of its shade on that ramp, or the name of the hatch of what is
    not known."""
    found = [f"{ramp}-{shade}" for shade in shades(value, numbers)]
    for place, number in enumerate(numbers):
        if number is None:
            found[place] = SECRET if statuses[place] is Status.SECRET else ABSENT
    return found


def filled(name: str, ink: str) -> Fill:
    """The colour of that fill; its hatch, drawn with that role, where it is one."""
    shape = _HATCHES.get(name)
    if shape is None:
        return tokens.colour(name)
    return Hatch(shape, tokens.colour(ink), tokens.colour("paper"), size=7, solidity=0.18)
