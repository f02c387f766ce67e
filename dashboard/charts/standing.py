"""One line a territory, one dot a value, and the gap between two of them as a bracket."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.charts import base
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.looks import REFERENCE, Looks, look, ranked
from dashboard.charts.scene import (
    WHOLE,
    Axis,
    Margins,
    Note,
    Point,
    Points,
    Rule,
    Scene,
    TextAnchor,
)
from dashboard.charts.style import Stroke
from dashboard.domain.chart import Ladder
from dashboard.domain.indicator import Observation, show
from dashboard.domain.series import Standing
from dashboard.domain.territory import Territory
from dashboard.words import tokens

ValuedPlace = tuple[Territory, Observation]

ROW = 42
NAME, DOT, BRACKET = 0.22, 0.24, 0.6
"""Where a name, a dot and the bracket stand, in rows over or under the middle of one."""
HEAD = 12
FOOT = 42
EDGE = 0.2
"""Share of the width near an end, where a centred label would be cut."""


def draw(chart: Ladder) -> Scene:
    """Territories from the lowest value to the highest, each name above its line; each quarter has
    the mark that it has in every figure, or that of its order where nothing ranks it."""
    value, entries = chart.standing, _ordered(chart.standing)
    quarters = (place.code for place, _ in value.entries if place.kind.is_quarter)
    looks = chart.looks or ranked(quarters)
    known = [float(item.value) for _, item in entries if item.value is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    room = 0.08 * (high - low or 1)
    axis = Axis(low - room, high + room)
    return Scene(
        Margins(8, 84, HEAD, FOOT),
        (axis,),
        (Axis(len(entries) - 1 + BRACKET + 0.05, -0.5),),
        marks=tuple(_points(value, entries, looks)),
        rules=(*(_guide(rank, axis) for rank in range(len(entries))), *_bracket(value, entries)),
        notes=(
            *(_name(value, rank, territory) for rank, (territory, _) in enumerate(entries)),
            *(_value(value, rank, pair) for rank, pair in enumerate(entries)),
            *_gap_label(value, axis),
        ),
    )


def height(chart: Ladder) -> int:
    """Pixels: one row a territory, and room for the bracket."""
    return HEAD + FOOT + ROW * len(chart.standing.entries)


KIND = ChartKind(Ladder, draw, height)


def _ordered(value: Standing) -> list[ValuedPlace]:
    return sorted(value.entries, key=lambda pair: (pair[1].value is None, pair[1].value or 0))


def _points(value: Standing, entries: list[ValuedPlace], looks: Looks) -> Iterator[Points]:
    """The dot of each known value."""
    for rank, (territory, item) in enumerate(entries):
        if item.value is None:
            continue
        quarter = territory.kind.is_quarter
        mark = look(territory.code, looks) if quarter else REFERENCE
        symbol = mark.symbol(
            12 if quarter else 10, tokens.colour("qpv" if quarter else "reference"), 2
        )
        pick = f"quartier={territory.code}" if quarter else ""
        said = f"{territory.name}\u00a0: {show(value.indicator, item)}"
        yield Points(territory.name, (Point(item.value, rank + DOT, pick, said),), symbol)


def _strong(value: Standing, territory: Territory) -> bool:
    """Whether a territory is a quarter, or the reference that the gap is measured from."""
    compared = value.gap is not None and territory == value.gap.reference_territory
    return territory.kind.is_quarter or compared


def _name(value: Standing, rank: int, territory: Territory) -> Note:
    strong = _strong(value, territory)
    said = base.emphasised(base.shorten(territory.name, 44), strong)
    font, ground = base.font(role="ink" if strong else "ink-2"), tokens.colour("paper")
    return Note(said, 0, rank - NAME, font, "left", ground=ground, x_axis=WHOLE)


def _value(value: Standing, rank: int, pair: ValuedPlace) -> Note:
    territory, item = pair
    said = base.emphasised(show(value.indicator, item), _strong(value, territory))
    return Note(said, 1, rank + DOT, base.font(), "left", right=8, x_axis=WHOLE)


def _guide(rank: int, axis: Axis) -> Rule:
    y = rank + DOT
    return Rule(axis.low, y, axis.high, y, Stroke(tokens.colour("rule")), under=True)


def _bracket(value: Standing, entries: list[ValuedPlace]) -> list[Rule]:
    """The gap between two dots, each tied to its end by a dotted rule."""
    if value.gap is None:
        return []
    x0, x1 = _ends(value)
    at = len(value.entries) - 1 + BRACKET
    stroke = Stroke(tokens.colour("ink"), 2)
    ends = [Rule(x, at - 0.12, x, at + 0.12, stroke) for x in (x0, x1)]
    codes = [territory.code for territory, _ in entries]
    ranks = (codes.index(item.territory) for item in (value.gap.quarter, value.gap.reference))
    ties = [
        base.rule(x, rank + DOT, at, under=True) for x, rank in zip((x0, x1), ranks, strict=True)
    ]
    return [Rule(x0, at, x1, at, stroke), *ends, *ties]


def _ends(value: Standing) -> tuple[float, float]:
    if value.gap is None:
        return 0.0, 0.0
    return float(value.gap.quarter.value or 0), float(value.gap.reference.value or 0)


def _held(x0: float, x1: float, axis: Axis) -> tuple[float, TextAnchor]:
    """(place, side held) of the label of the gap: its middle, but near an end of the axis."""
    middle = (x0 + x1) / 2
    share = axis.share(middle)
    if share < EDGE:
        return min(x0, x1), "left"
    return (max(x0, x1), "right") if share > 1 - EDGE else (middle, "center")


def _gap_label(value: Standing, axis: Axis) -> list[Note]:
    if value.gap is None or not value.gap.value:
        return []
    x, side = _held(*_ends(value), axis)
    more = "de plus" if value.gap.value > 0 else "de moins"
    said = base.words(base.strong(f"{value.gap.difference.amount} {more}"))
    at = len(value.entries) - 1 + BRACKET
    return [Note(said, x, at, base.font(), side, "top", up=-8)]
