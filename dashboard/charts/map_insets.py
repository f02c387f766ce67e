"""Parts of the country that a map draws apart: each in its box, named, at its own scale."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.charts import base
from dashboard.charts.scene import Area, Mark, Note, Point, Points
from dashboard.charts.style import Stroke, Symbol
from dashboard.domain.ground import Background, Inset
from dashboard.domain.quarter_map import Outlines
from dashboard.words import tokens

TARGET = 38
"""Pixels of what a finger hits: about a whole box on a phone."""


def draw(background: Background) -> list[Mark]:
    """The boxes in sight, each with the press that goes nearer."""
    found = list(_in_sight(background))
    points = tuple(Point(*_middle(item), f"cadre={item.sight}", item.name) for item in found)
    target = Symbol("square", TARGET, tokens.colour("paper"), opacity=0)
    targets = [Points("encarts", points, target)] if points else []
    return [*(_frame(item) for item in found), *targets]


def names(background: Background) -> list[Note]:
    """The name of each, at its right, which leaves it bare on a phone; at its head where it fills
    the map."""
    window = background.window
    return [_name(item, item.holds(window)) for item in _in_sight(background)]


def _in_sight(background: Background) -> Iterator[Inset]:
    west, south, east, north = background.window
    for item in background.insets:
        left, foot, right, head = item.box
        if left <= east and right >= west and foot <= north and head >= south:
            yield item


def _frame(item: Inset) -> Area:
    left, foot, right, head = item.box
    ring = ((left, foot), (right, foot), (right, head), (left, head), (left, foot))
    edge = Stroke(tokens.colour("ink-3"))
    return Area(item.name, *Outlines((ring,)).tracks, tokens.colour("land"), edge)


def _middle(item: Inset) -> tuple[float, float]:
    left, foot, right, head = item.box
    return (left + right) / 2, (foot + head) / 2


def _name(item: Inset, alone: bool) -> Note:
    left, _, right, head = item.box
    said, veil, font = base.words(item.name), tokens.veil("land", 0.85), base.quiet()
    if alone:
        return Note(said, left, head, font, "left", "top", right=2, ground=veil)
    x, y, pick = right, _middle(item)[1], f"cadre={item.sight}"
    return Note(said, x, y, font, "left", right=4, ground=veil, pick=pick)
