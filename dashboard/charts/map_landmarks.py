"""Places and streets that a close map names, each where no other word stands."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from dashboard.charts import base, measure
from dashboard.charts.label_placement import Boxes, Canvas, Label, LabelSpot
from dashboard.charts.scene import Note, Point, Points
from dashboard.charts.style import Stroke, Symbol
from dashboard.domain.landmark import Landmark
from dashboard.domain.quarter_map import BoundingBox
from dashboard.text import Text
from dashboard.words import tokens

DOT = 6
"""Pixels of the dot of a place."""
TALL, ASIDE = 15.0, 6.0
LONGEST = 38
"""Signs of a name, at most."""
NARROWEST = 1.12
"""How many times more metres a pixel is on a narrow phone than on the one that labels know."""
CORNERS = 3
"""The last of what no name of a canvas covers: the key of sizes, the scale and the north."""


def draw(
    landmarks: Sequence[Landmark], canvas: Canvas, taken: Sequence[Boxes]
) -> tuple[list[Points], list[Note]]:
    """The dots of the places, and the names that stand clear of what is taken: those nearest the
    middle first, over the quarters themselves."""
    if not landmarks:
        return [], []
    scales = (canvas.scales[0] * NARROWEST, *canvas.scales[1:])
    bare = Canvas(canvas.window, scales, np.array(canvas.fixed[-CORNERS:]))
    west, south, east, north = canvas.window
    x, y = (west + east) / 2, (south + north) / 2
    near = sorted(landmarks, key=lambda i: (i.is_street, math.hypot(i.x - x, i.y - y)))
    places = [item for item in near if not item.is_street]
    dots = [[_dot(item, metres) for metres in (0.0, *scales[1:])] for item in places]
    held, names = [*map(_narrowed, taken), *dots], []
    for spot_of in (_right, _left):
        pairs = [(item, spot_of(item)) for item in near]
        labels = [_label(item, spot, scales) for item, spot in pairs]
        free = bare.clear(labels, held)
        held += [label.first for label, clear in zip(labels, free, strict=True) if clear]
        names += [_name(*pair) for pair, clear in zip(pairs, free, strict=True) if clear]
        near = [item for item, clear in zip(near, free, strict=True) if not clear]
    return [_dots(places)], names


def _narrowed(boxes: Boxes) -> Boxes:
    """The boxes of a word where the first map is the narrowest: its letters keep their size."""
    (west, south, east, north), *others = boxes
    wide, tall = (NARROWEST - 1) / 2 * (east - west), (NARROWEST - 1) / 2 * (north - south)
    return [(west - wide, south - tall, east + wide, north + tall), *others]


def _dot(item: Landmark, metres: float) -> BoundingBox:
    """The box of the dot of a place; on a phone it takes none: a name may cover another’s dot."""
    half = DOT / 2 * metres
    return item.x - half, item.y - half, item.x + half, item.y + half


def _label(item: Landmark, spot: LabelSpot, scales: tuple[float, ...]) -> Label:
    size = (measure.width(_said(item), base.SMALL) + 4, TALL)
    return Label((spot,), [size] * len(scales), scales)


def _right(item: Landmark) -> LabelSpot:
    """Where a name stands first: right of the dot of a place, over the point of a street."""
    return (
        LabelSpot(item.x, item.y)
        if item.is_street
        else LabelSpot(item.x, item.y, "left", right=ASIDE)
    )


def _left(item: Landmark) -> LabelSpot:
    """Where it stands else."""
    return (
        LabelSpot(item.x, item.y)
        if item.is_street
        else LabelSpot(item.x, item.y, "right", right=-ASIDE)
    )


def _said(item: Landmark) -> Text:
    return base.words(base.shorten(item.name, LONGEST))


def _dots(places: Sequence[Landmark]) -> Points:
    dot = Symbol("circle", DOT, tokens.colour("ink"), Stroke(tokens.colour("paper")))
    points = [Point(item.x, item.y, told=item.name) for item in places]
    return Points("lieux", tuple(points), dot)


def _name(item: Landmark, spot: LabelSpot) -> Note:
    """A name where it stands: a place darker than a street."""
    font = base.font(base.SMALL, "ink-2" if item.is_street else "ink")
    return spot.note(_said(item), font, tokens.veil("land", 0.8))
