"""Quarters as polygons in Lambert-93: no tiles, true vector, hatches that survive a copier."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from dashboard.charts import (
    label_placement,
    map_around,
    map_circles,
    map_ground,
    map_insets,
    map_labels,
    map_landmarks,
    map_marks,
    map_parts,
    map_scale,
    map_shades,
    map_shapes,
)
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.label_placement import Canvas
from dashboard.charts.map_shapes import Shapes
from dashboard.charts.scene import Area, Axis, Margins, Mark, Note, Point, Points, Scene
from dashboard.charts.style import Dash, Stroke, Symbol
from dashboard.domain.chart import PlaceMap
from dashboard.domain.ground import Background
from dashboard.domain.quarter_map import BoundingBox, QuarterMap
from dashboard.domain.territory import Outline, TerritoryKind
from dashboard.domain.track import Track, joined
from dashboard.words import tokens

HEIGHT = 640
TARGET = 44
"""Pixels of what a finger hits."""
RING = 7
"""Pixels of the line around the chosen quarter, of which its own line covers the middle."""
NOTHING = "aucun chiffre publié"
"""What is said of a quarter that nothing measures."""
PHONE, CARD = (343, 300), (640, 560)
"""Pixels of the boxes in which labels must not collide."""


def draw(chart: PlaceMap) -> Scene:
    """The map: quiet ground, quarters, marks; every quarter carries the press that selects it."""
    value, window = chart.quarters, chart.ground.window
    background = map_around.ground(value, chart.ground)
    scales = (_metres_a_pixel(window, PHONE), _metres_a_pixel(window, CARD))
    metres = scales[0]
    room = (*map_circles.reaches(value), map_circles.room(value))
    grown = map_circles.steps(value, scales)
    canvas = _sheet(map_shapes.drawn(value.told.shapes), window, scales, room, grown)
    names = map_labels.names(value, canvas, bool(chart.landmarks))
    rows = map_marks.rows(value, background, canvas)
    towns = map_labels.towns(background, value, canvas)
    settled = (*(name.label for name in names), *(row.label for row in rows))
    spots, clear = label_placement.placed(canvas, settled, tuple(town.label for town in towns))
    shown = [town for town, free in zip(towns, clear, strict=True) if free]
    taken = [label.at(spot) for label, spot in zip(settled, spots, strict=True)]
    taken += [*(town.label.first for town in shown), *map_circles.boxes(value, scales)]
    dots, words = map_landmarks.draw(chart.landmarks, canvas, taken)
    veiled = value.around is not None or bool(background.tiles)
    sizes, said = map_circles.key(value, window, metres)
    marks = [row.at(spot, metres) for row, spot in zip(rows, spots[len(names) :], strict=True)]
    west, south, east, north = window
    return Scene(
        Margins(0, 0, 0, 0),
        (Axis(west, east),),
        (Axis(south, north),),
        marks=(
            *_under(value, background),
            *_ring(value),
            *_areas(value),
            *dots,
            *_circles(value, metres),
            *sizes,
            *(() if veiled else (map_labels.communes(shown), map_marks.names(marks))),
            *map_marks.drawn(marks, value.strong, veiled),
            _targets(value),
        ),
        rules=(map_scale.bar(window, metres, background.scale),),
        notes=(
            *words,
            *said,
            *((*map_labels.veiled(shown), *map_marks.veiled(marks)) if veiled else ()),
            *map_labels.values(names, value),
            *(name.note(spot) for name, spot in zip(names, spots, strict=False)),
            *_edges(background, metres),
        ),
        tied=True,
    )


def _under(value: QuarterMap, ground: Background) -> list[Mark]:
    """What lies under the quarters: land, communes, water, what is drawn apart."""
    return [*map_ground.draw(ground, map_around.draw(value)), *map_insets.draw(ground)]


def _circles(value: QuarterMap, metres: float) -> list[Mark]:
    """The circles over them, whole or split."""
    return [*map_circles.draw(value), *map_parts.draw(value, metres)]


def _edges(ground: Background, metres: float) -> list[Note]:
    """The names of what is drawn apart, the scale and the north."""
    scale = map_scale.notes(ground.window, metres, ground.scale)
    return [*map_insets.names(ground), *scale]


def height(chart: PlaceMap) -> int:
    """Pixels, the same for every map: the window fits in."""
    return HEIGHT


KIND = ChartKind(PlaceMap, draw, height)


def _metres_a_pixel(window: BoundingBox, box: tuple[int, int]) -> float:
    """Where the map fits in that box both ways."""
    west, south, east, north = window
    return max((east - west) / box[0], (north - south) / box[1])


@lru_cache(64)
def _sheet(
    shapes: Shapes,
    window: BoundingBox,
    scales: tuple[float, ...],
    room: tuple[map_circles.HalfSize, ...],
    grown: tuple[float, ...],
) -> Canvas:
    """The map to label, and what no label covers: the scale and the key of sizes at the foot, the
    north at the head, the shapes and their circles. ``room``: what these circles take, then what
    that key does, where their pixels are ``grown`` so many metres."""
    west, south, east, north = window
    length = map_scale.length(window)
    feet = [(west, south, west + 20 * m + length, south + 36 * m) for m in scales]
    heads = [(east - 28 * m, north - 46 * m, east, north) for m in scales]
    *circles, (wide, tall) = room
    keys = [(east - wide * m, south, east, south + tall * m) for m in grown]
    reach = np.tile(np.array(circles or [(0.0, 0.0)] * len(shapes.held)), 2).reshape(-1, 1, 4)
    centres = np.tile(shapes.centres, 2).reshape(-1, 1, 4)
    discs = centres + np.array([-1, -1, 1, 1]) * reach * np.array(grown)[:, None]
    outlines = shapes.boxes.reshape(-1, 1, 4)
    low, high = np.minimum(outlines, discs)[..., :2], np.maximum(outlines, discs)[..., 2:]
    fixed = np.concatenate([np.concatenate([low, high], axis=2), [keys, feet, heads]])
    return Canvas(window, scales, fixed)


def _ring(value: QuarterMap) -> list[Area]:
    """What stands out around each chosen quarter, under its own line."""
    ring = Stroke(tokens.colour("ink"), RING)
    return [
        Area("quartier choisi", *strong.outlines.tracks, "", ring)
        for strong in value.strong
        if strong.rings
    ]


def _areas(value: QuarterMap) -> list[Area]:
    """Each quarter a drawing, or each look where there are too many of them to be named."""
    shapes = map_shapes.drawn(value.told.shapes)
    looks = zip(shapes.kind, _fills(value), strict=True)
    if len(shapes.held) <= map_labels.MOST:
        return [
            _drawn([tracks], shapes.kinds[kind], fill, shape.territory.name)
            for shape, tracks, (kind, fill) in zip(shapes.held, shapes.tracks, looks, strict=True)
        ]
    alike: dict[tuple[int, str], list[tuple[Track, Track]]] = {}
    for tracks, look in zip(shapes.tracks, looks, strict=True):
        alike.setdefault(look, []).append(tracks)
    return [
        _drawn(held, shapes.kinds[kind], fill, "quartiers dessinés", 1)
        for (kind, fill), held in alike.items()
    ]


def _fills(value: QuarterMap) -> list[str]:
    """How each is filled: a colour for a known rate; hatches apart for a watched quarter, a secret,
    nothing."""
    told, shapes = value.told, map_shapes.drawn(value.told.shapes)
    if value.measure == "circle":
        found = ["class-1"] * len(shapes.places)
    else:
        numbers = [told.values[place] for place in shapes.places]
        found = map_shades.fills(value, numbers, [told.statuses[p] for p in shapes.places])
    watched = [kind is TerritoryKind.QVA for kind, _ in shapes.kinds]
    return [
        map_shades.WATCHED if watched[kind] else fill
        for fill, kind in zip(found, shapes.kind, strict=True)
    ]


def _drawn(
    alike: Sequence[tuple[Track, Track]],
    kinds: tuple[TerritoryKind, Outline],
    filled: str,
    name: str,
    width: int = 2,
) -> Area:
    """One drawing of quarters that have the same look."""
    kind, outline = kinds
    colour = tokens.colour("qpv" if kind is TerritoryKind.QPV else "qva")
    dash: Dash = "dash" if outline is Outline.INDICATIVE else "solid"
    across, along = (joined(tracks) for tracks in zip(*alike, strict=True))
    fill = map_shades.filled(filled, "qva" if filled == map_shades.WATCHED else "qpv")
    return Area(name, across, along, fill, Stroke(colour, width, dash))


def _targets(value: QuarterMap) -> Points:
    """Transparent discs over the quarters: what the pointer, the finger and the keyboard hit; the
    pointer alone where there are too many of them to be named."""
    shapes = map_shapes.drawn(value.told.shapes)
    labels = [value.told.labels[place] for place in shapes.places]
    said = [f"{name}{label or NOTHING}" for name, label in zip(shapes.said, labels, strict=True)]
    points = map(Point, shapes.across, shapes.along, shapes.clicks, said)
    target = Symbol("circle", TARGET, tokens.colour("paper"), opacity=0)
    return Points("quartiers", tuple(points), target, pointed=len(said) > map_labels.MOST)
