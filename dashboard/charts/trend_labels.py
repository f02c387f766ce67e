"""Labels at the end of each line: whole, never one over another, tied to their line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dashboard.charts import base, measure
from dashboard.charts.scene import WHOLE, Note, Rule
from dashboard.charts.style import Stroke
from dashboard.domain.series import Series
from dashboard.text import Span, Text, plain
from dashboard.words import tokens

LINE = 16
GAP = 4
NEAR = 8
"""Pixels that a label may be moved and still be read as that of its line."""
NAME = 22
"""Letters of a line of a label."""


def tall(everything: Sequence[Series]) -> int:
    """Pixels that all the labels take, one under the other."""
    return sum(GAP + LINE * (2 + name(item).count("\n")) for item in everything)


def name(item: Series) -> str:
    """The name on two lines at most."""
    lines = base.wrap(item.territory.name, NAME).split("\n")
    return "\n".join([lines[0], base.shorten(" ".join(lines[1:]), NAME)] if lines[1:] else lines)


def room(texts: Sequence[Text]) -> int:
    """Pixels that a margin takes to hold those labels whole."""
    return 14 + round(max(measure.width(text, base.SMALL) for text in texts))


def labels(
    everything: Sequence[Series], references: Sequence[Series], selected: Collection[str]
) -> list[Note]:
    """A label a line, at the height of its last value: the value in bold, then the name."""
    last = max(item.known[-1].year for item in everything)
    found = []
    for item in everything:
        reference = item in references
        strong = item.territory.code in selected or (not selected and not reference)
        said, height = _said(item, last, strong), float(item.known[-1].value or 0)
        font = base.font(base.SMALL, "reference" if reference else "qpv")
        label = Note(said, 1, height, font, "left", right=6, align="left", x_axis=WHOLE)
        found.append(replace(label, pick=_pick(item)))
    return found


def _said(item: Series, last: int, strong: bool) -> Text:
    """Its last value, its year where that of others is later, its name."""
    point = item.known[-1]
    when = "" if point.year == last else f" ({point.year})"
    return base.words(Span(item.shown(point), strong=strong), f"{when}\n{name(item)}")


def _pick(item: Series) -> str:
    quarter = item.territory.kind.is_quarter
    return base.chosen(("quartier", item.territory.code) if quarter else None)


def placed(found: Sequence[Note], axis: tuple[float, float], pixel: float) -> list[Note]:
    """The labels where none meets another, all in the height of the chart.

    ``pixel`` is the height of one, in the unit of the axis.
    """
    sizes = [(GAP + LINE * (1 + plain(label.text).count("\n"))) * pixel for label in found]
    places = base.spread([label.y for label in found], sizes, *axis)
    return [replace(label, y=place) for label, place in zip(found, places, strict=True)]


def leaders(
    everything: Sequence[Series], found: Sequence[Note], ends: tuple[float, float], pixel: float
) -> list[Rule]:
    """A thin line from the last point to a label that had to move; ``ends``: last year, edge."""
    last, edge = ends
    start, stroke = last + 0.35 * (edge - last), Stroke(tokens.colour("ink-3"))
    return [
        Rule(start, float(item.known[-1].value or 0), edge, label.y, stroke)
        for item, label in zip(everything, found, strict=True)
        if item.known[-1].year == last
        and abs(label.y - float(item.known[-1].value or 0)) > NEAR * pixel
    ]
