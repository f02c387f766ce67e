"""A line a place, from its first decile to its ninth, with a tick a decile and its median."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.charts import base, stack
from dashboard.charts.base import Figure
from dashboard.domain.indicator import show
from dashboard.domain.spread import HIGHEST, LOWEST, MEDIAN, Deciles, Spread
from dashboard.words import tokens

ROW, LINE, UNDER, FOOT = 92, 56, 18, 30
"""Pixels of a place, from its top to its line, from its line to words, of the axis."""
ROOM = 0.09
"""Share of the span left at each end for what the ends say."""


def draw(value: Spread) -> Figure:
    """The places one under the other, on one scale of euros; a decile that is absent has no tick,
    and no line joins what it would part."""
    low, high = _span(value)
    ticks = [tick for tick in base.nice_ticks(low, high, 3) if low <= tick <= high]
    return {
        "data": [_points(value, rank) for rank in range(len(value.rows))],
        "layout": stack.layout(
            _inside(value),
            stack.SIDE,
            FOOT,
            xaxis=base.axis(
                low, high, ticks, [value.indicator.tick(tick) for tick in ticks], **base.grid()
            ),
            annotations=[note for rank in range(len(value.rows)) for note in _words(value, rank)],
            shapes=[shape for rank in range(len(value.rows)) for shape in _line(value, rank)],
        ),
    }


def height(value: Spread) -> int:
    """Pixels: a row a place, then the axis."""
    return stack.total(_inside(value), FOOT)


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


def _points(value: Spread, place: int) -> Figure:
    row = value.rows[place]
    known = sorted(row.known.items())
    colour, hollow = _colour(row), tokens.colour("paper")
    return {
        "type": "scatter",
        "mode": "markers",
        "name": row.place.name,
        "x": [amount for _, amount in known],
        "y": [_at(place)] * len(known),
        "marker": {
            "color": [colour if rank == MEDIAN else hollow for rank, _ in known],
            "opacity": 1,
            "size": [13 if rank == MEDIAN else 8 for rank, _ in known],
            "line": {"width": 1.5, "color": colour},
        },
        "text": [
            f"{row.place.name}, {said(decile)}\u00a0: {show(value.indicator, row.found[decile])}"
            for decile, _ in known
        ],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def said(decile: int) -> str:
    """« médiane », « 3e décile »."""
    if decile == MEDIAN:
        return "médiane"
    return "1er décile" if decile == LOWEST else f"{decile}e décile"


def _line(value: Spread, rank: int) -> Iterator[Figure]:
    known = value.rows[rank].known
    if {LOWEST, HIGHEST} <= known.keys():
        yield {
            "type": "line",
            "x0": known[LOWEST],
            "x1": known[HIGHEST],
            "y0": _at(rank),
            "y1": _at(rank),
            "line": {"color": _colour(value.rows[rank]), "width": 2},
            "layer": "below",
        }


def _words(value: Spread, rank: int) -> Iterator[Figure]:
    row = value.rows[rank]
    yield stack.title(
        row.place.name,
        rank * ROW + stack.NAMED / 2,
        row.place.kind.is_quarter,
        bgcolor=tokens.colour("paper"),
    )
    for decile in (LOWEST, MEDIAN, HIGHEST):
        if decile in row.known:
            strong = decile == MEDIAN
            words = show(value.indicator, row.found[decile])
            yield stack.value(
                f"<b>{words}</b>" if strong else words,
                row.known[decile],
                _at(rank) + (-UNDER if strong else UNDER),
                xanchor="center",
                xshift=0,
                bgcolor=tokens.colour("paper"),
            )
