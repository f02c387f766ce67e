"""Circles of a map: the area of each says a count."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dashboard.charts import map_shapes
from dashboard.charts.scene import Point, Points
from dashboard.charts.style import Stroke, Symbol
from dashboard.domain.quarter_map import Box, QuarterMap
from dashboard.words import tokens

CIRCLE = 26.0
"""Pixels of the radius of the largest circle."""
COUNT = 9.0
"""Pixels that a count takes around the centre of a shape, however small its circle."""


def draw(value: QuarterMap) -> list[Points]:
    """A disc at the centre of each drawn quarter that counts something."""
    if value.measure != "circle":
        return []
    told = value.told
    places = [p for p in map_shapes.drawn(told.shapes).places if told.counts[p]]
    points = [
        Point(*told.shapes[place].centre, own=_disc(2 * radius(value, told.counts[place])))
        for place in places
    ]
    return [Points("nombre", tuple(points), _disc(2 * CIRCLE))]


def _disc(size: float) -> Symbol:
    return Symbol(
        "circle", size, tokens.colour("class-4"), Stroke(tokens.colour("paper")), opacity=0.85
    )


def reaches(value: QuarterMap) -> tuple[float, ...]:
    """Pixels that the circle of each drawn quarter takes around its centre; none without circles,
    where every map of the same quarters leaves the same room."""
    if value.measure != "circle":
        return ()
    places = map_shapes.drawn(value.told.shapes).places
    return tuple([reach(value, place) for place in places])


def reach(value: QuarterMap, place: int) -> float:
    """Pixels that the circle and the count of a quarter take around its centre."""
    counted = COUNT if value.measure == "circle" and value.told.labels[place] else 0.0
    return max(radius(value, value.told.counts[place]), counted)


def radius(value: QuarterMap, count: int | None) -> float:
    """Pixels of the radius of the circle of a count: the area of the disc says it."""
    if value.measure != "circle" or not count:
        return 0.0
    return CIRCLE * math.sqrt(count / value.largest)


def boxes(value: QuarterMap, scales: Sequence[float]) -> list[list[Box]]:
    """The box of each circle where a pixel is so many metres; none without circles."""
    if value.measure != "circle":
        return []
    told, places = value.told, map_shapes.drawn(value.told.shapes).places
    pairs = [(told.shapes[place].centre, reach(value, place)) for place in places]
    return [[(x - r * m, y - r * m, x + r * m, y + r * m) for m in scales] for (x, y), r in pairs]
