"""Horizontal bars: the label above each bar, so that a long French name is never cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts import base
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import WHOLE, Axis, Bar, BarGroup, Margins, Note, Scene
from dashboard.charts.style import Hatch, Stroke
from dashboard.domain import french
from dashboard.domain.breakdown import Slice
from dashboard.domain.chart import Bars
from dashboard.domain.settings import LineNoun
from dashboard.text import Text
from dashboard.words import tokens

ROW = 44
EDGE = 8
LABEL = 46
DOWN, WIDE = 0.2, 0.36
"""How far under the middle of its row a bar stands, its words over it, and how wide it is, in
rows."""
END = 118
"""Pixels at the right for what the longest bar bears at its end: its amount and its share."""


@dataclass(frozen=True, slots=True)
class BarPart:
    """What one bar is of, and its part of the whole (None where there is no amount)."""

    item: Slice
    share: float | None = None

    @property
    def end(self) -> Text:
        """« 504 k€ · 64,5 % », at the end of the bar."""
        amount = base.strong(french.short_euros(self.item.amount))
        share = "" if self.share is None else f" · {french.share(self.share)}"
        return base.words(amount, share)

    def said(self, noun: LineNoun) -> str:
        """« Éducation : 504 000 €, soit 64,5 % du montant, 5 subventions de l’État »."""
        part = "" if self.share is None else f", soit {french.share(self.share)} du montant"
        amount, count = french.euros(self.item.amount), noun.counted(self.item.count)
        return french.typeset(f"{self.item.label}\u00a0: {amount}{part}, {count}")


def draw(chart: Bars) -> Scene:
    """The first parts in the order given; what is beyond the limit stands in one last bar."""
    found = shown(chart.breakdown.slices, chart.limit)
    parts = [BarPart(item, chart.breakdown.share(item)) for item in found]
    top = max((item.amount for item in found), default=0) or 1
    bars = tuple([_bar(row, part, chart.noun) for row, part in enumerate(parts)])
    return Scene(
        Margins(4, END, EDGE, EDGE),
        (Axis(0, top),),
        (Axis(len(found) - 0.5, -0.5),),
        bars=(BarGroup("parts", bars, WIDE),),
        notes=tuple(
            [note for row, part in enumerate(parts) for note in _notes(row, part, chart.noun)]
        ),
    )


def height(chart: Bars) -> int:
    """Pixels: one row a bar."""
    return 2 * EDGE + ROW * len(shown(chart.breakdown.slices, chart.limit))


KIND = ChartKind(Bars, draw, height)


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


def _bar(row: int, part: BarPart, noun: LineNoun) -> Bar:
    item, colour = part.item, _colour(part.item.role)
    return Bar(
        row + DOWN,
        0,
        item.amount,
        Hatch("/", colour) if item.unsaid else colour,
        Stroke(colour),
        base.chosen(item.pick),
        part.said(noun),
    )


def _colour(role: str) -> str:
    known = {"qva": "qva", "aucun": "pilotage", "": "qpv"}
    return tokens.colour(known.get(role, role))


def _notes(row: int, part: BarPart, noun: LineNoun) -> tuple[Note, Note]:
    """What the bar is of, over it, and what its length says, at its end."""
    item, font = part.item, base.font()
    name = base.words(f"{base.shorten(item.label, LABEL)} · {noun.brief(item.count)}")
    return (
        Note(name, 0, row - DOWN, font, "left", x_axis=WHOLE),
        Note(part.end, item.amount, row + DOWN, font, "left", right=6),
    )
