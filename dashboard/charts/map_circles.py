"""Circles of a map: the area of each says a number of people, of lines, or of euros."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dashboard.charts import base, map_parts, map_shapes, measure
from dashboard.charts.scene import Area, Note, Point, Points
from dashboard.charts.style import Stroke, Symbol
from dashboard.domain.quarter_map import BoundingBox, MapArea, Outlines, QuarterMap
from dashboard.words import tokens

CIRCLE = 26.0
"""Pixels of the radius of the largest circle."""
EDGE, TALL = 10.0, 14.0
"""Pixels from the key of sizes to the edges of the map, and of the line of its words."""

HalfSize = tuple[float, float]
"""Pixels across and up that something takes on each side of a centre."""


def draw(value: QuarterMap) -> list[Points]:
    """A disc at the centre of each drawn quarter that has a size, the largest first."""
    if value.measure != "circle" or value.pillars:
        return []
    told = value.told
    places = [p for p in map_shapes.drawn(told.shapes).places if told.sizes[p]]
    places.sort(key=lambda place: -(told.sizes[place] or 0))
    points = [
        Point(*told.shapes[place].centre, own=_disc(2 * radius(value, told.sizes[place])))
        for place in places
    ]
    return [Points("nombre", tuple(points), _disc(2 * CIRCLE))]


def _disc(size: float) -> Symbol:
    return Symbol(
        "circle", size, tokens.colour("class-4"), Stroke(tokens.colour("paper")), opacity=0.85
    )


def bears(value: QuarterMap, area: MapArea) -> bool:
    """Whether the circle of a quarter is large enough to bear its value."""
    wide = measure.width(base.words(base.strong(area.label)), base.TEXT)
    return not value.pillars and wide + 4 <= 2 * radius(value, area.size)


def reaches(value: QuarterMap) -> tuple[HalfSize, ...]:
    """What the circles of each drawn quarter take around its centre; none without circles, where
    every map of the same quarters leaves the same room."""
    if value.measure != "circle":
        return ()
    places = map_shapes.drawn(value.told.shapes).places
    return tuple([reach(value, place) for place in places])


def reach(value: QuarterMap, place: int) -> HalfSize:
    """Pixels that the circles of a quarter take around its centre."""
    if value.measure != "circle":
        return 0.0, 0.0
    held = radius(value, value.told.sizes[place])
    return held, held


def radius(value: QuarterMap, size: float | None) -> float:
    """Pixels of the radius of the circle of a size: the area of the disc says it."""
    if value.measure != "circle" or not size:
        return 0.0
    if value.pillars:
        return map_parts.radius(value, size)
    return CIRCLE * math.sqrt(size / value.largest)


def steps(value: QuarterMap, scales: Sequence[float]) -> tuple[float, ...]:
    """The metres of a pixel of a circle at each scale: what is split grows with the map."""
    return (scales[0],) * len(scales) if value.pillars else tuple(scales)


def boxes(value: QuarterMap, scales: Sequence[float]) -> list[list[BoundingBox]]:
    """The box of each circle where a pixel is so many metres; none without circles."""
    if value.measure != "circle":
        return []
    told, places = value.told, map_shapes.drawn(value.told.shapes).places
    pairs = [(told.shapes[place].centre, reach(value, place)) for place in places]
    return [
        [(x - wide * m, y - tall * m, x + wide * m, y + tall * m) for m in steps(value, scales)]
        for (x, y), (wide, tall) in pairs
    ]


def key(
    value: QuarterMap, window: BoundingBox, metres: float
) -> tuple[list[Points | Area], list[Note]]:
    """The key of sizes at the right of the foot, each circle over its words, where a pixel of the
    smallest map is so many metres."""
    marks: list[Points | Area] = []
    notes: list[Note] = []
    _, south, east, _ = window
    x, level = east - EDGE * metres, south + (EDGE + TALL + _tallest(value)) * metres
    for size, said in reversed(value.key):
        half = _half(value, size, said) * metres
        spot = (x - half, level)
        marks.append(_sample(value, spot, radius(value, size), metres))
        notes.append(_worth(spot[0], south + (EDGE + TALL) * metres, said))
        x -= 2 * half + EDGE * metres
    return marks, notes


def _sample(
    value: QuarterMap, spot: tuple[float, float], held: float, metres: float
) -> Points | Area:
    """A circle of the key, which grows with the map where the others do."""
    ink = Stroke(tokens.colour("ink"))
    if value.pillars:
        ring = map_parts.circle(spot, held * metres)
        return Area("taille", *Outlines((ring,)).tracks, "", ink)
    symbol = Symbol("circle", 2 * held, tokens.colour("land"), ink)
    return Points("taille", (Point(*spot),), symbol)


def _worth(x: float, y: float, said: str) -> Note:
    ground = tokens.veil("land", 0.85)
    return Note(base.words(said), x, y, base.font(base.SMALL), hung="top", ground=ground)


def room(value: QuarterMap) -> HalfSize:
    """Pixels across and up that the key of sizes takes, from the corner that holds it."""
    if not value.key:
        return 0.0, 0.0
    across = sum(2 * _half(value, size, said) + EDGE for size, said in value.key)
    return across + EDGE, 2 * (EDGE + _tallest(value)) + TALL


def _half(value: QuarterMap, size: float, said: str) -> float:
    """Half the pixels across that a circle of the key and its words take."""
    wide = measure.width(base.words(said), base.SMALL)
    return max(radius(value, size), wide / 2 + 2)


def _tallest(value: QuarterMap) -> float:
    return max((radius(value, size) for size, _ in value.key), default=0.0)
