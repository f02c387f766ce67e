"""Where a point stands beside the quarters: inside, near, or too close to a line to be told.

Points and rings are in metres (Lambert-93).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.quarter_map import BoundingBox, Ring
from dashboard.domain.territory import Outline, Territory

MapPoint = tuple[float, float]

ALONG = 5
"""Metres from an exact line within which nothing is told all the same: lines are drawn along the
middle of streets, and the point of a street stands there too."""


class NameKind(StrEnum):
    """What a name that one may look for stands for, in the order in which they are offered."""

    QUARTER = "quartier"
    COMMUNE = "commune"
    PLACE = "lieu"
    STREET = "voie"


@dataclass(frozen=True, slots=True)
class Named:
    """Something that has a name and may be looked for.

    ``point`` is one point of it: the seat of a place, a point of a street, which may run far from
    it, or with a ``number`` the door itself; None for what is known by its name alone. ``commune``
    is said where its source, whose identifier is ``source``, says it. ``missing`` is a number asked
    that no source holds, ``sure`` whether the words asked name it alone, ``guessed`` whether some
    of them had to be mended.
    """

    kind: NameKind
    code: str
    name: str
    commune: str = ""
    point: MapPoint | None = None
    source: str = ""
    number: str = ""
    missing: str = ""
    sure: bool = False
    guessed: bool = False

    @property
    def label(self) -> str:
        """« 12 bis Rue des Écoles, Cognin »: what it is called, and where that is not plain."""
        whole = f"{self.number} {self.name}" if self.number else self.name
        return f"{whole}, {self.commune}" if self.commune else whole


@dataclass(frozen=True, eq=False)
class Perimeter:
    """The exact outline of a quarter as its source draws it."""

    quarter: Territory
    rings: tuple[Ring, ...]

    @property
    def box(self) -> BoundingBox:
        """The box around it: west, south, east, north."""
        xs, ys = zip(*(point for ring in self.rings for point in ring), strict=True)
        return min(xs), min(ys), max(xs), max(ys)


class Containment(StrEnum):
    """What may be said of a point and a quarter."""

    INSIDE = "dedans"
    OUTSIDE = "dehors"
    UNSURE = "on ne peut pas dire"


@dataclass(frozen=True, slots=True)
class Position:
    """The nearest quarter of one generation, how many metres away its line is, and the answer."""

    perimeter: Perimeter
    metres: float
    answer: Containment

    @property
    def quarter(self) -> Territory:
        """That quarter."""
        return self.perimeter.quarter

    @property
    def doubt(self) -> int:
        """Metres from its line within which nothing is told."""
        return _doubt(self.quarter)


def position(point: MapPoint, perimeters: Iterable[Perimeter]) -> Position | None:
    """Where the point stands beside the nearest of these quarters; None where none has an outline.

    A quarter that may hold the point comes before one whose line is nearer.
    """
    found = [_beside(point, perimeter) for perimeter in _nearest(point, tuple(perimeters))]
    order = (Containment.INSIDE, Containment.UNSURE, Containment.OUTSIDE)
    return min(found, key=lambda item: (order.index(item.answer), item.metres), default=None)


def _nearest(point: MapPoint, perimeters: Sequence[Perimeter]) -> Iterable[Perimeter]:
    """Those that may hold the point or be the nearest: whose box is no further than their doubt, or
    than the line of another."""
    ranked = sorted(perimeters, key=lambda item: _to_box(point, item.box))
    best = math.inf
    for perimeter in ranked:
        if _to_box(point, perimeter.box) <= max(best, _doubt(perimeter.quarter)):
            best = min(best, to_line(point, perimeter.rings))
            yield perimeter


def _beside(point: MapPoint, perimeter: Perimeter) -> Position:
    metres, within = to_line(point, perimeter.rings), is_inside(point, perimeter.rings)
    vague = within and perimeter.quarter.outline is Outline.INDICATIVE
    if metres <= _doubt(perimeter.quarter) or vague:
        return Position(perimeter, metres, Containment.UNSURE)
    return Position(perimeter, metres, Containment.INSIDE if within else Containment.OUTSIDE)


def _doubt(quarter: Territory) -> int:
    return max(quarter.drawing.doubt, ALONG)


def _to_box(point: MapPoint, box: BoundingBox) -> float:
    west, south, east, north = box
    return math.hypot(
        max(west - point[0], 0, point[0] - east), max(south - point[1], 0, point[1] - north)
    )


def is_inside(point: MapPoint, rings: Iterable[Ring]) -> bool:
    """Whether the point is inside the polygon that those rings draw, holes left out."""
    x, y = point
    crossings = sum(
        (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0)
        for ring in rings
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True)
    )
    return crossings % 2 == 1


def to_line(point: MapPoint, rings: Iterable[Ring]) -> float:
    """Metres from the point to the nearest of those lines."""
    return min(
        _to_segment(point, start, end)
        for ring in rings
        for start, end in zip(ring, (*ring[1:], ring[0]), strict=True)
    )


def _to_segment(point: MapPoint, start: MapPoint, end: MapPoint) -> float:
    (x, y), (x0, y0), (x1, y1) = point, start, end
    dx, dy = x1 - x0, y1 - y0
    square = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((x - x0) * dx + (y - y0) * dy) / square)) if square else 0.0
    return math.hypot(x - x0 - along * dx, y - y0 - along * dy)
