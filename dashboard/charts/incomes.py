"""A line a place, from its first decile to its ninth, with a tick a decile and its median."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.charts import base, stack
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import Note, Point, Points, Rule, Scene
from dashboard.charts.style import Stroke, Symbol
from dashboard.domain.chart import Incomes
from dashboard.domain.indicator import show
from dashboard.domain.spread import HIGHEST, LOWEST, MEDIAN, Deciles, Spread
from dashboard.text import Span
from dashboard.words import tokens

ROW, LINE, UNDER, FOOT = 92, 56, 18, 30
"""Pixels of a place, from its top to its line, from its line to words, of the axis."""
ROOM = 0.09
"""Share of the span left at each end for what the ends say."""


def draw(chart: Incomes) -> Scene:
    """The places one under the other, on one scale of euros; a decile that is absent has no tick,
    and no line joins what it would part."""
    value = chart.spread
    low, high = _span(value)
    ticks = [tick for tick in base.nice_ticks(low, high, 3) if low <= tick <= high]
    labels = [base.words(value.indicator.tick(tick)) for tick in ticks]
    ranks = range(len(value.rows))
    return Scene(
        stack.margins(stack.SIDE, FOOT),
        (base.ticked(low, high, ticks, labels, Stroke(tokens.colour("rule-2"))),),
        (stack.down(_inside(value)),),
        marks=tuple([_points(value, rank) for rank in ranks]),
        rules=tuple([rule for rank in ranks for rule in _line(value, rank)]),
        notes=tuple([note for rank in ranks for note in _words(value, rank)]),
    )


def height(chart: Incomes) -> int:
    """Pixels: a row a place, then the axis."""
    return stack.total(_inside(chart.spread), FOOT)


KIND = ChartKind(Incomes, draw, height)


def _inside(value: Spread) -> float:
    return float(len(value.rows) * ROW)


def _span(value: Spread) -> tuple[float, float]:
    low, high = value.ends
    room = ROOM * (high - low or 1.0)
    return low - room, high + room


def _at(rank: int) -> float:
    return float(rank * ROW + LINE)


def _colour(row: Deciles) -> str:
    return tokens.colour("qpv" if row.place.kind.is_quarter else "reference")


def _points(value: Spread, rank: int) -> Points:
    row = value.rows[rank]
    ring, ground = Stroke(_colour(row), 1.5), tokens.colour("paper")
    tick, median = Symbol("circle", 8, ground, ring), Symbol("circle", 13, ring.colour, ring)
    points = [
        Point(amount, _at(rank), told=_told(value, row, n), own=median if n == MEDIAN else tick)
        for n, amount in sorted(row.known.items())
    ]
    return Points(row.place.name, tuple(points), tick, whole=True)


def _told(value: Spread, row: Deciles, decile: int) -> str:
    found = show(value.indicator, row.found[decile])
    return f"{row.place.name}, {said(decile)}\u00a0: {found}"


def said(decile: int) -> str:
    """« médiane », « 3e décile »."""
    if decile == MEDIAN:
        return "médiane"
    return "1er décile" if decile == LOWEST else f"{decile}e décile"


def _line(value: Spread, rank: int) -> Iterator[Rule]:
    known, at = value.rows[rank].known, _at(rank)
    if {LOWEST, HIGHEST} <= known.keys():
        stroke = Stroke(_colour(value.rows[rank]), 2)
        yield Rule(known[LOWEST], at, known[HIGHEST], at, stroke, under=True)


def _words(value: Spread, rank: int) -> Iterator[Note]:
    row, ground = value.rows[rank], tokens.colour("paper")
    yield stack.title(
        row.place.name, rank * ROW + stack.NAMED / 2, row.place.kind.is_quarter, ground
    )
    for decile in (LOWEST, MEDIAN, HIGHEST):
        if decile in row.known:
            strong = decile == MEDIAN
            said = Span(show(value.indicator, row.found[decile]), strong=strong)
            at = _at(rank) + (-UNDER if strong else UNDER)
            yield stack.value(said, row.known[decile], at, "center", 0, ground)
