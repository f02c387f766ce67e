"""One point beside the quarters, close enough to see on which side of a line it stands."""

from __future__ import annotations

from dashboard.charts import base, map_ground, map_scale, measure
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.label_placement import Canvas, Label, LabelSpot
from dashboard.charts.scene import Area, Axis, Margins, Point, Points, Scene
from dashboard.charts.style import Dash, Stroke, Symbol
from dashboard.domain.chart import Whereabouts
from dashboard.domain.location import Perimeter
from dashboard.domain.quarter_map import BoundingBox
from dashboard.domain.territory import Outline, TerritoryKind
from dashboard.domain.track import Track, joined
from dashboard.text import Text
from dashboard.words import tokens

HEIGHT = 420
WIDE = 3 / 2
"""Width of the window for its height."""
ROOM, LEAST = 0.16, 700.0
"""Part of the window left around what it shows; its metres from side to side, at least."""
PHONE, CARD = (300, 200), (630, 420)
"""Pixels of the boxes in which labels must not collide."""
DOT, TALL = 15, 20.0


def draw(chart: Whereabouts) -> Scene:
    """The point, the nearest quarters with their exact lines, and the quiet ground under them."""
    window = _window(chart)
    west, south, east, north = window
    scales = tuple(max((east - west) / w, (north - south) / h) for w, h in (PHONE, CARD))
    name, *names = said = _said(chart)
    near = zip(chart.perimeters, names, strict=True)
    labels = [_pointed(chart, name, scales), *(_inside(*pair, scales) for pair in near)]
    spots = Canvas(window, scales).settle(labels)
    back = tokens.veil("paper", 0.85)
    return Scene(
        Margins(0, 0, 0, 0),
        (Axis(west, east),),
        (Axis(south, north),),
        marks=(*map_ground.draw(chart.ground), *map(_quarter, chart.perimeters), _dot(chart)),
        rules=(map_scale.bar(window, scales[0]),),
        notes=(
            *(s.note(text, base.font(), back) for text, s in zip(said, spots, strict=True)),
            *map_scale.notes(window, scales[0]),
        ),
        tied=True,
    )


def height(chart: Whereabouts) -> int:
    """Pixels, the same for every point."""
    return HEIGHT


KIND = ChartKind(Whereabouts, draw, height)


def _said(chart: Whereabouts) -> list[Text]:
    """The words of the point, then those of each quarter."""
    names = (base.words(item.quarter.name) for item in chart.perimeters)
    return [base.words(base.strong(chart.name)), *names]


def _window(chart: Whereabouts) -> BoundingBox:
    """The box around the point and those quarters, with some room, of one shape."""
    boxes = [(*chart.point, *chart.point), *(item.box for item in chart.perimeters)]
    west, south = (min(box[side] for box in boxes) for side in (0, 1))
    east, north = (max(box[side] for box in boxes) for side in (2, 3))
    wide = max(east - west, (north - south) * WIDE, LEAST) * (1 + 2 * ROOM)
    x, y = (west + east) / 2, (south + north) / 2
    return (x - wide / 2, y - wide / WIDE / 2, x + wide / 2, y + wide / WIDE / 2)


def _quarter(item: Perimeter) -> Area:
    """The quarter in its colour; hatched where it is under active watch, dashed where its line is
    indicative."""
    watched = item.quarter.kind is TerritoryKind.QVA
    dash: Dash = "dash" if item.quarter.outline is Outline.INDICATIVE else "solid"
    stroke = Stroke(tokens.colour("qva" if watched else "qpv"), 2, dash)
    across, along = (
        joined([Track(round(at[axis], 1) for at in ring) for ring in item.rings]) for axis in (0, 1)
    )
    fill = tokens.colour("paper" if watched else "class-1")
    return Area(item.quarter.name, across, along, fill, stroke)


def _dot(chart: Whereabouts) -> Points:
    dot = Symbol("circle", DOT, tokens.colour("ink"), Stroke(tokens.colour("paper"), 3))
    return Points("point cherché", (Point(*chart.point, told=chart.name),), dot)


def _pointed(chart: Whereabouts, name: Text, scales: tuple[float, ...]) -> Label:
    """Over the point, under it, or beside it."""
    x, y = chart.point
    far = DOT / 2 + 5
    spots = [
        LabelSpot(x, y, hung="bottom", up=far),
        LabelSpot(x, y, hung="top", up=-far),
        LabelSpot(x, y, "left", right=far),
        LabelSpot(x, y, "right", right=-far),
        LabelSpot(x, y, "left", "bottom", up=far),
        LabelSpot(x, y, "right", "bottom", up=far),
        LabelSpot(x, y, "left", "top", up=-far),
        LabelSpot(x, y, "right", "top", up=-far),
    ]
    return Label(spots, _sizes(name, scales), scales)


def _inside(item: Perimeter, name: Text, scales: tuple[float, ...]) -> Label:
    """In the quarter where it is wide enough, else beside it."""
    west, south, east, north = item.box
    x, y = (west + east) / 2, (south + north) / 2
    sizes = _sizes(name, scales)
    within = (east - west) / scales[1] > 2 * sizes[1][0]
    beside = [
        LabelSpot(east, y, "left", right=6),
        LabelSpot(west, y, "right", right=-6),
        LabelSpot(x, south, hung="top", up=-4),
        LabelSpot(x, north, hung="bottom", up=4),
        LabelSpot(east, south, "left", right=6),
        LabelSpot(west, north, "right", right=-6),
    ]
    return Label([*([LabelSpot(x, y)] if within else []), *beside], sizes, scales)


def _sizes(words: Text, scales: tuple[float, ...]) -> list[tuple[float, float]]:
    return [(measure.width(words, base.TEXT) + 6, TALL)] * len(scales)
