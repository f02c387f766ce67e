"""Horizontal bars: the label above each bar, so that a long French name is never cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.charts import base
from dashboard.charts.base import Figure
from dashboard.domain import french
from dashboard.domain.breakdown import Breakdown, Slice
from dashboard.domain.settings import LineNoun
from dashboard.words import tokens

ROW = 44
EDGE = 8
LABEL = 46
END = 118
"""Pixels at the right for what the longest bar bears at its end: its amount and its share."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, what its length says, and its part of the whole (None where there is no amount)."""

    item: Slice
    share: float | None = None

    @property
    def end(self) -> str:
        """« 504 k€ · 64,5 % », at the end of the bar."""
        amount = f"<b>{french.short_euros(self.item.amount)}</b>"
        return amount if self.share is None else f"{amount} · {french.share(self.share)}"

    def said(self, noun: LineNoun) -> str:
        """« Éducation : 504 000 €, soit 64,5 % du montant, 5 subventions de l’État »."""
        part = "" if self.share is None else f", soit {french.share(self.share)} du montant"
        amount, count = french.euros(self.item.amount), noun.counted(self.item.count)
        return french.typeset(f"{self.item.label}\u00a0: {amount}{part}, {count}")


def draw(breakdown: Breakdown, noun: LineNoun, limit: int = 12) -> Figure:
    """The first parts in the order given; what is beyond ``limit`` stands in one last bar."""
    found = shown(breakdown.slices, limit)
    return _draw([Bar(item, breakdown.share(item)) for item in found], noun)


def height(breakdown: Breakdown, limit: int = 12) -> int:
    """Pixels: one row a bar."""
    return 2 * EDGE + ROW * len(shown(breakdown.slices, limit))


def shown(slices: Sequence[Slice], limit: int) -> tuple[Slice, ...]:
    """The bars that are drawn: what is not classed closes the list, so that it adds up. A part
    alone beyond the limit keeps its name: no bar says « 1 autres »."""
    rest = [item for item in slices if item.unsaid]
    named = [item for item in slices if not item.unsaid]
    if len(named) <= limit + 1:
        return (*named, *rest)
    others = named[limit:]
    amount = sum(item.amount for item in others)
    count = sum(item.count for item in others)
    label = f"{french.number(len(others))} autres"
    return (*named[:limit], Slice("autres", label, amount, count, "aucun"), *rest)


def _draw(found: Sequence[Bar], noun: LineNoun) -> Figure:
    top = max((bar.item.amount for bar in found), default=0) or 1
    return {
        "data": [_bars(found, lambda bar: bar.said(noun))],
        "layout": base.layout(
            (4, END, EDGE, EDGE),
            xaxis=base.hidden_axis(0, top),
            yaxis=base.hidden_axis(len(found) - 0.5, -0.5),
            annotations=[note for row, bar in enumerate(found) for note in _labels(row, bar, noun)],
            barmode="overlay",
        ),
    }


def _bars(found: Sequence[Bar], said: Callable[[Bar], str]) -> Figure:
    items = [bar.item for bar in found]
    colours = [_colour(item.role) for item in items]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [item.amount for item in items],
        "y": [row + 0.2 for row in range(len(items))],
        "width": 0.36,
        "marker": {
            "color": colours,
            "line": {"color": colours, "width": 1},
            "pattern": {
                "shape": ["/" if item.unsaid else "" for item in items],
                "size": 6,
                "solidity": 0.25,
            },
        },
        "customdata": [f"{item.pick[0]}={item.pick[1]}" if item.pick else "" for item in items],
        "text": [said(bar) for bar in found],
        "textposition": "none",
        "hoverinfo": "text",
    }


def _colour(role: str) -> str:
    known = {"qva": "qva", "aucun": "pilotage", "": "qpv"}
    return tokens.colour(known.get(role, role))


def _labels(row: int, bar: Bar, noun: LineNoun) -> tuple[Figure, Figure]:
    """What the bar is of, over it, and what its length says, at its end."""
    place = {"xanchor": "left", "yanchor": "middle"}
    font = {"size": base.TEXT, "color": tokens.colour("ink")}
    name = f"{base.shorten(bar.item.label, LABEL)} · {noun.brief(bar.item.count)}"
    return (
        base.note(name, 0, row - 0.2, xref="paper", font=font, **place),
        base.note(bar.end, bar.item.amount, row + 0.2, xshift=6, font=font, **place),
    )
