"""Two totals and the steps between them, one row each, the label over its bar.

A total is full, a rise is full in another colour, a fall is hollow, what is doubtful is hatched:
each says its sign in words too, so that nothing hangs on a colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.charts import base
from dashboard.charts.bars import EDGE, END, LABEL, ROW
from dashboard.charts.base import Figure
from dashboard.domain import french
from dashboard.domain.chart import Level, Shift, Waterfall
from dashboard.words import tokens

DOWN, WIDE, UP = 0.2, 0.36, 0.26
"""How far under the middle of its row a bar stands, how wide it is, how far over the middle its
words are, in rows."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: where its bar starts and ends in euros, its words, how it is filled."""

    start: float
    end: float
    label: str
    amount: str
    fill: str
    edge: str
    hatch: str = ""

    @property
    def said(self) -> str:
        """« 19 actions arrêtées : −93 600 € »."""
        return f"{self.label}\u00a0: {self.amount}"


def draw(chart: Waterfall) -> Figure:
    """The first total, each step from where the one before ended, the last total."""
    bars = tuple(_bars(chart))
    top = max((max(bar.start, bar.end) for bar in bars), default=0) or 1
    return {
        "data": [_trace(bars)],
        "layout": base.layout(
            (4, END, EDGE, EDGE),
            xaxis=base.hidden_axis(0, top),
            yaxis=base.hidden_axis(len(bars) - 0.5, -0.5),
            shapes=[
                *(_guide(row, bar) for row, bar in enumerate(bars) if min(bar.start, bar.end)),
                *(_thread(row, bar) for row, (bar, _) in enumerate(pairwise(bars))),
            ],
            annotations=[note for row, bar in enumerate(bars) for note in _notes(row, bar)],
            barmode="overlay",
        ),
    }


def height(chart: Waterfall) -> int:
    """Pixels: one row a total and a step."""
    return 2 * EDGE + ROW * (len(chart.shifts) + 2)


def _bars(chart: Waterfall) -> Iterator[Bar]:
    yield _level(chart.start)
    reached = chart.start.amount
    for shift in chart.shifts:
        yield _shift(shift, reached)
        reached += shift.difference
    yield _level(chart.end)


def _level(item: Level) -> Bar:
    ink = tokens.colour("ink-2")
    return Bar(0.0, item.amount, item.label, french.euros(item.amount), ink, ink)


def _shift(item: Shift, reached: float) -> Bar:
    colour = tokens.colour("qpv")
    full = item.difference > 0 and not item.doubtful
    amount = f"{french.signed(round(item.difference))}{french.NBSP}€"
    return Bar(
        reached,
        reached + item.difference,
        item.label,
        amount,
        colour if full or item.doubtful else tokens.colour("paper"),
        colour,
        "/" if item.doubtful else "",
    )


def _trace(bars: Sequence[Bar]) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "base": [min(bar.start, bar.end) for bar in bars],
        "x": [abs(bar.end - bar.start) for bar in bars],
        "y": [row + DOWN for row in range(len(bars))],
        "width": WIDE,
        "marker": {
            "color": [bar.fill for bar in bars],
            "line": {"color": [bar.edge for bar in bars], "width": 1.5},
            "pattern": {"shape": [bar.hatch for bar in bars], "size": 6, "solidity": 0.25},
        },
        "text": [bar.said for bar in bars],
        "textposition": "none",
        "hoverinfo": "text",
    }


def _guide(row: int, bar: Bar) -> Figure:
    """What leads the eye from the words of a step to its bar."""
    line = {"color": tokens.colour("rule"), "width": 1}
    ends = {"x0": 0, "x1": min(bar.start, bar.end), "y0": row + DOWN, "y1": row + DOWN}
    return {"type": "line", "line": line, "layer": "below", **ends}


def _thread(row: int, bar: Bar) -> Figure:
    """What leads from the end of a bar to the start of the next."""
    half = WIDE / 2
    return base.rule(bar.end, row + DOWN + half, row + 1 + DOWN - half, layer="below")


def _notes(row: int, bar: Bar) -> tuple[Figure, Figure]:
    """What the bar is of, over it, and its euros, at its end."""
    place = {"xanchor": "left", "yanchor": "middle"}
    font = {"size": base.TEXT, "color": tokens.colour("ink")}
    name = base.shorten(bar.label, LABEL)
    over = {"xref": "paper", "bgcolor": tokens.colour("paper")}
    end = max(bar.start, bar.end)
    return (
        base.note(name, 0, row - UP, font=font, **over, **place),
        base.note(f"<b>{bar.amount}</b>", end, row + DOWN, xshift=6, font=font, **place),
    )
