"""Names and values on a map, each where no other stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from dashboard import tokens
from dashboard.domain.quarter_map import Background, Box, MapArea, QuarterMap
from dashboard.domain.territory import Kind
from dashboard.figures import base, boxes, measure
from dashboard.figures.base import Figure
from dashboard.figures.boxes import Label, Sheet, Spot

ROOM = 110.0
"""Pixels that a shape must offer to bear its value inside."""
TALL = 18.0
"""Pixels of the height of a label."""
MOST = 40
"""Names that one map can hold."""
CIRCLE = 26.0
"""Pixels of the radius of the largest circle."""
COUNT = 9.0
"""Pixels that a count takes around the centre of a shape, however small its circle."""


def bounds(area: MapArea, value: QuarterMap, metres: float) -> Box:
    """The box that a drawn quarter takes, its circle and its count included."""
    return boxes.outline(area, reach(area, value) * metres)


def reach(area: MapArea, value: QuarterMap) -> float:
    """Pixels that its circle and its count take around its centre."""
    counted = COUNT if value.measure == "circle" and area.label else 0.0
    return max(radius(area, value), counted)


def radius(area: MapArea, value: QuarterMap) -> float:
    """Pixels of the radius of its circle: the area of the disc says the count."""
    if value.measure != "circle" or not area.count:
        return 0.0
    return CIRCLE * math.sqrt(area.count / value.largest)


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a quarter. ``within``: its shape bears the value; ``label``: where it may be."""

    area: MapArea
    text: str
    size: int
    within: bool
    label: Label

    def note(self, spot: Spot) -> Figure:
        """The name where it was placed; a click on it selects the quarter."""
        return base.note(
            self.text,
            spot.x,
            spot.y,
            **spot.keys(),
            bgcolor=tokens.veil("land", 0.8),
            font={"size": self.size, "color": tokens.colour("ink")},
            **base.click(("quartier", self.area.shape.territory.code)),
        )


def names(value: QuarterMap, sheet: Sheet) -> list[Name]:
    """The names of the drawn quarters, with the value where the shape cannot bear it.

    None where there are too many to be read: the list beside the map then names them.
    """
    drawn = [area for area in value.areas if area.shape.rings]
    return [_named(area, value, sheet) for area in drawn] if len(drawn) <= MOST else []


def _named(area: MapArea, value: QuarterMap, sheet: Sheet) -> Name:
    metres = sheet.scales[0]
    strong = area.shape.territory.kind is Kind.QPV
    size = base.TEXT if strong else base.SMALL
    within = value.measure == "circle" or _width(area) > ROOM * metres
    name = base.shorten(area.shape.territory.name, 26)
    words = name if within or not area.label else f"{name} {area.label}"
    said = f"<b>{words}</b>" if strong else words
    sizes = [(measure.width(said, size) + 4, TALL)] * len(sheet.scales)
    return Name(
        area, said, size, within, Label(_around(bounds(area, value, metres)), sizes, sheet.scales)
    )


def values(found: list[Name], value: QuarterMap) -> list[Figure]:
    """The value in each shape that is large enough to bear it."""
    return [
        _value_note(name.area, value, *name.area.shape.centre)
        for name in found
        if name.within and name.area.label
    ]


def _width(area: MapArea) -> float:
    west, _, east, _ = boxes.outline(area)
    return east - west


def _around(box: Box) -> list[Spot]:
    """Under, over, right, left of the shape; then held by a corner of it; then further away."""
    west, south, east, north = box
    x, y = (west + east) / 2, (south + north) / 2
    near = [
        Spot(x, south, yanchor="top", yshift=-4),
        Spot(x, north, yanchor="bottom", yshift=4),
        Spot(east, y, "left", xshift=6),
        Spot(west, y, "right", xshift=-6),
    ]
    corners = [
        Spot(side, level, held, hung, yshift=-4 if hung == "top" else 4)
        for level, hung in ((south, "top"), (north, "bottom"))
        for side, held in ((west, "left"), (east, "right"), (east, "left"), (west, "right"))
    ]
    far = [
        Spot(x, south, yanchor="top", yshift=-24),
        Spot(x, north, yanchor="bottom", yshift=24),
        Spot(east, y, "left", xshift=30),
        Spot(west, y, "right", xshift=-30),
    ]
    return [*near, *corners, *far]


def _value_note(area: MapArea, value: QuarterMap, x: float, y: float) -> Figure:
    known = area.observation is not None and area.observation.value is not None
    dark = known and value.measure == "colour" and rank(area, value) >= 4
    on_circle = value.measure == "circle" and bool(area.count)
    colour = "paper" if dark or on_circle else "ink"
    back = {} if dark or on_circle else {"bgcolor": tokens.veil("paper", 0.85)}
    return base.note(
        f"<b>{area.label}</b>",
        x,
        y,
        font={"size": base.TEXT, "color": tokens.colour(colour)},
        **back,
    )


def communes(background: Background, value: QuarterMap, sheet: Sheet) -> Figure:
    """Names of the communes that hold no mark, where they fall clear of every other label."""
    marked = {area.shape.centre for area in value.areas if not area.shape.rings}
    named = [name for name in background.names if name[1:] not in marked]
    free = sheet.clear([_commune(name, x, y, sheet.scales) for name, x, y in named])
    shown = [name for name, yes in zip(named, free, strict=True) if yes]
    return base.words(
        [text for text, _, _ in shown],
        [x for _, x, _ in shown],
        [y for _, _, y in shown],
        "middle center",
        name="noms des communes",
    )


@lru_cache(1_000)
def _commune(name: str, x: float, y: float, scales: tuple[float, ...]) -> Label:
    """The name of a commune where its town hall stands, the same for every view."""
    sizes = [(8 + measure.width(name, base.SMALL), TALL)] * len(scales)
    return Label((Spot(x, y),), sizes, scales)


def rank(area: MapArea, value: QuarterMap) -> int:
    """One of five classes of equal width; with fewer than five areas, a single strong one."""
    known = value.known
    if len(known) < 5 or area.observation is None:
        return 4
    low, high = known[0], known[-1]
    if high == low:
        return 3
    share = (float(area.observation.value or 0) - low) / (high - low)
    return min(5, 1 + int(share * 5))
