"""Names and values on a map, each where no other stands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from dashboard.charts import base, map_circles, map_shades, map_shapes, measure
from dashboard.charts.label_placement import Canvas, Label, LabelSpot, Size
from dashboard.charts.scene import Hung, Note, TextAnchor, TextMark, Word
from dashboard.domain.ground import Background
from dashboard.domain.quarter_map import BoundingBox, MapArea, QuarterMap
from dashboard.domain.territory import TerritoryKind
from dashboard.text import Text
from dashboard.words import tokens

ROOM = 110.0
"""Pixels that a shape must offer to bear its value inside."""
TALL = 18.0
"""Pixels of the height of a label."""
MOST = 40
"""Names that one map can hold."""


@dataclass(frozen=True, slots=True)
class QuarterName:
    """The name of a quarter. ``within``: its shape bears the value; ``label``: where it may be."""

    area: MapArea
    text: Text
    size: int
    within: bool
    label: Label

    def note(self, spot: LabelSpot) -> Note:
        """The name where it was placed; a press on it selects the quarter."""
        font, ground = base.font(self.size), tokens.veil("land", 0.8)
        return spot.note(self.text, font, ground, f"quartier={self.area.shape.territory.code}")


class Town(NamedTuple):
    """A commune, where its town hall stands, and the room of its name there."""

    name: str
    x: float
    y: float
    label: Label


def names(value: QuarterMap, canvas: Canvas, apart: bool = False) -> list[QuarterName]:
    """The names of the drawn quarters, with the value where the shape cannot bear it, or where it
    must be ``apart`` from it.

    None where there are too many to be read: the list beside the map then names them.
    """
    places = map_shapes.drawn(value.told.shapes).places
    room = math.inf if apart else ROOM * canvas.scales[0]
    return [_named(value, place, canvas, room) for place in places] if len(places) <= MOST else []


def _named(value: QuarterMap, place: int, canvas: Canvas, room: float) -> QuarterName:
    area, metres = value.told[place], canvas.scales[0]
    priority = area.shape.territory.kind is TerritoryKind.QPV
    strong = place in value.chosen if value.chosen else priority
    size = base.TEXT if priority else base.SMALL
    within = _bears(value, area, room)
    name = base.shorten(area.shape.territory.name, 26)
    lines = (name,) if within or not _told(value, area) else (name, area.label)
    said = base.emphasised("\n".join(lines), strong)
    wide, tall = map_circles.reach(value, place)
    box = map_shapes.outline(area.shape, wide * metres, tall * metres)
    size_of = (measure.width(said, size) + 4, TALL * len(lines))
    label = _label(_seen(box, canvas.window), size_of, canvas.scales)
    return QuarterName(area, said, size, within, label)


def _bears(value: QuarterMap, area: MapArea, room: float) -> bool:
    """Whether the shape, or the circle, of a quarter is large enough to bear its value."""
    return map_circles.bears(value, area) if value.measure == "circle" else _width(area) > room


def _seen(box: BoundingBox, window: BoundingBox) -> BoundingBox:
    """What the window shows of a box: a name stands beside that."""
    return (
        max(box[0], window[0]),
        max(box[1], window[1]),
        min(box[2], window[2]),
        min(box[3], window[3]),
    )


@lru_cache(1_000)
def _label(box: BoundingBox, size: Size, scales: tuple[float, ...]) -> Label:
    """A label of that size around a box: the same words come back from view to view."""
    return Label(_around(box), [size] * len(scales), scales)


def values(found: list[QuarterName], value: QuarterMap) -> list[Note]:
    """The value in each shape that is large enough to bear it."""
    return [
        _value_note(name.area, value, *name.area.shape.centre)
        for name in found
        if name.within and _told(value, name.area)
    ]


def _told(value: QuarterMap, area: MapArea) -> bool:
    """Whether the map has a value to write: of lines, it writes what some of them name."""
    return bool(area.label) and (value.indicator is not None or bool(area.size))


def _width(area: MapArea) -> float:
    west, _, east, _ = map_shapes.outline(area.shape)
    return east - west


def _around(box: BoundingBox) -> list[LabelSpot]:
    """Under, over, right, left of the shape; then held by a corner of it; then further away."""
    west, south, east, north = box
    x, y = (west + east) / 2, (south + north) / 2
    near = [
        LabelSpot(x, south, hung="top", up=-4),
        LabelSpot(x, north, hung="bottom", up=4),
        LabelSpot(east, y, "left", right=6),
        LabelSpot(west, y, "right", right=-6),
    ]
    hangings: tuple[tuple[float, Hung], ...] = ((south, "top"), (north, "bottom"))
    holdings: tuple[tuple[float, TextAnchor], ...] = (
        (west, "left"),
        (east, "right"),
        (east, "left"),
        (west, "right"),
    )
    corners = [
        LabelSpot(side, level, held, hung, up=-4 if hung == "top" else 4)
        for level, hung in hangings
        for side, held in holdings
    ]
    far = [
        LabelSpot(x, south, hung="top", up=-24),
        LabelSpot(x, north, hung="bottom", up=24),
        LabelSpot(east, y, "left", right=30),
        LabelSpot(west, y, "right", right=-30),
    ]
    away = {"left": 20, "right": -20}
    aside = [replace(spot, right=away[spot.held]) for spot in corners]
    inside = [
        LabelSpot(x, north, hung="top", up=-8),
        LabelSpot(x, south, hung="bottom", up=8),
        LabelSpot(x, y),
    ]
    return [*near, *corners, *far, *aside, *inside]


def _value_note(area: MapArea, value: QuarterMap, x: float, y: float) -> Note:
    number = area.observation.value if area.observation else None
    dark = value.measure == "colour" and number is not None and _dark(value, number)
    bare = dark or (value.measure == "circle" and bool(area.size))
    font = base.font(role="paper" if bare else "ink")
    ground = "" if bare else tokens.veil("paper", 0.85)
    return Note(base.words(base.strong(area.label)), x, y, font, ground=ground)


def _dark(value: QuarterMap, number: float) -> bool:
    return map_shades.shades(value, [number])[0] >= map_shades.DARK


def towns(background: Background, value: QuarterMap, canvas: Canvas) -> tuple[Town, ...]:
    """The communes that hold no mark, which may be named where nothing else is."""
    shapes = value.told.shapes
    marked = {shapes[place].centre for place in map_shapes.drawn(shapes).marked}
    return tuple(
        Town(name, x, y, _commune(name, x, y, canvas.scales))
        for name, x, y in background.names
        if (x, y) not in marked
    )


def communes(shown: Sequence[Town]) -> TextMark:
    """Their names, where their town halls stand."""
    font = base.quiet()
    found = [Word(town.x, town.y, base.words(town.name), font) for town in shown]
    return TextMark("noms des communes", tuple(found))


def veiled(shown: Sequence[Town]) -> list[Note]:
    """The same over a commune that bears a colour."""
    font, veil = base.quiet(), tokens.veil("land", 0.85)
    return [Note(base.words(town.name), town.x, town.y, font, ground=veil) for town in shown]


@lru_cache(1_000)
def _commune(name: str, x: float, y: float, scales: tuple[float, ...]) -> Label:
    """The name of a commune where its town hall stands, the same for every view."""
    sizes = [(8 + measure.width(base.words(name), base.SMALL), TALL)] * len(scales)
    return Label((LabelSpot(x, y),), sizes, scales)
