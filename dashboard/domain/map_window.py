"""The part of a map that one looks at, in metres (Lambert-93), and where one goes from it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.domain.quarter_map import BoundingBox

NEAREST = 500.0
"""Metres across of the smallest window: a few streets."""
STEP, FACTOR = 0.4, 2.0
"""The share of a window that one step aside moves it, and what one step nearer divides it by."""
ROUND = 10
"""Metres to which an address says a window."""
_SPELLED = re.compile(r"(\d{1,7})_(-?\d{1,8})_(-?\d{1,8})")


@dataclass(frozen=True, slots=True)
class Window:
    """A window of the shape of the whole map, and never out of it: its width and its centre."""

    whole: BoundingBox
    width: float
    x: float
    y: float

    @property
    def box(self) -> BoundingBox:
        """West, south, east, north."""
        across, along = self.width / 2, self.width * self._ratio / 2
        return self.x - across, self.y - along, self.x + across, self.y + along

    @property
    def is_whole(self) -> bool:
        """Whether it shows the whole map."""
        return self.width >= _wide(self.whole)

    def holds(self, x: float, y: float, edge: float) -> bool:
        """Whether a point stands in it, that share of it away from its sides."""
        inner = 0.5 - edge
        across, along = inner * self.width, inner * self.width * self._ratio
        return abs(x - self.x) <= across and abs(y - self.y) <= along

    @property
    def spelled(self) -> str:
        """What the address says of it, « 3200_925400_6501250 »; empty for the whole map."""
        if self.is_whole:
            return ""
        return "_".join(str(round(n / ROUND) * ROUND) for n in (self.width, self.x, self.y))

    @property
    def _ratio(self) -> float:
        return (self.whole[3] - self.whole[1]) / _wide(self.whole)

    def nearer(self, times: float = FACTOR) -> Window:
        """The window around the same centre that many times smaller; larger where under one."""
        return window(self.whole, self.width / times, self.x, self.y)

    def aside(self, east: int, north: int) -> Window:
        """The window some steps east and north, as far as the map goes."""
        step = STEP * self.width
        return window(self.whole, self.width, self.x + east * step, self.y + north * step)


def window(whole: BoundingBox, width: float, x: float, y: float) -> Window:
    """The window of that width nearest to that centre."""
    width = min(max(width, min(NEAREST, _wide(whole))), _wide(whole))
    share = width / _wide(whole) / 2
    across, along = share * _wide(whole), share * (whole[3] - whole[1])
    inner = (whole[0] + across, whole[2] - across, whole[1] + along, whole[3] - along)
    return Window(whole, width, _held(x, *inner[:2]), _held(y, *inner[2:]))


def read(whole: BoundingBox, said: str) -> Window:
    """The window that an address spells; the whole map where it spells none."""
    found = _SPELLED.fullmatch(said)
    if not found:
        return window(whole, _wide(whole), whole[0], whole[1])
    return window(whole, *map(float, found.groups()))


def around(whole: BoundingBox, box: BoundingBox, room: float = 250.0) -> Window:
    """The smallest window that holds a box, with that many metres around it."""
    west, south, east, north = box
    ratio = _wide(whole) / (whole[3] - whole[1])
    width = max(east - west + 2 * room, (north - south + 2 * room) * ratio)
    return window(whole, width, (west + east) / 2, (south + north) / 2)


def _wide(box: BoundingBox) -> float:
    return box[2] - box[0]


def _held(value: float, low: float, high: float) -> float:
    return min(max(value, low), high) if low < high else (low + high) / 2
