"""Two totals and the steps between them, one row each, the label over its bar.

A total is full, a rise is full in another colour, a fall is hollow, what is doubtful is hatched:
each says its sign in words too, so that nothing hangs on a colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dashboard.charts import base
from dashboard.charts.bars import EDGE, END, LABEL, ROW
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import WHOLE, Axis, Bar, BarGroup, Margins, Note, Rule, Scene
from dashboard.charts.style import Fill, Hatch, Stroke
from dashboard.domain import french
from dashboard.domain.chart import Level, Shift, Waterfall
from dashboard.words import tokens

DOWN, WIDE, UP = 0.2, 0.36, 0.26
"""How far under the middle of its row a bar stands, how wide it is, how far over the middle its
words are, in rows."""


@dataclass(frozen=True, slots=True)
class WaterfallStep:
    """One row: where its bar starts and ends in euros, its words, how it is filled."""

    start: float
    end: float
    label: str
    amount: str
    fill: Fill
    edge: str

    @property
    def said(self) -> str:
        """« 19 actions arrêtées : −93 600 € »."""
        return f"{self.label}\u00a0: {self.amount}"

    def bar(self, row: int) -> Bar:
        """Its bar, from the lowest of its ends."""
        low, high = sorted((self.start, self.end))
        return Bar(row + DOWN, low, high, self.fill, Stroke(self.edge, 1.5), told=self.said)


def draw(chart: Waterfall) -> Scene:
    """The first total, each step from where the one before ended, the last total."""
    steps = tuple(_steps(chart))
    top = max((max(step.start, step.end) for step in steps), default=0) or 1
    bars = tuple([step.bar(row) for row, step in enumerate(steps)])
    return Scene(
        Margins(4, END, EDGE, EDGE),
        (Axis(0, top),),
        (Axis(len(steps) - 0.5, -0.5),),
        bars=(BarGroup("marches", bars, WIDE),),
        rules=(
            *(_guide(row, step) for row, step in enumerate(steps) if min(step.start, step.end)),
            *(_thread(row, step) for row, (step, _) in enumerate(pairwise(steps))),
        ),
        notes=tuple([note for row, step in enumerate(steps) for note in _notes(row, step)]),
    )


def height(chart: Waterfall) -> int:
    """Pixels: one row a total and a step."""
    return 2 * EDGE + ROW * (len(chart.shifts) + 2)


KIND = ChartKind(Waterfall, draw, height)


def _steps(chart: Waterfall) -> Iterator[WaterfallStep]:
    yield _level(chart.start)
    reached = chart.start.amount
    for shift in chart.shifts:
        yield _shift(shift, reached)
        reached += shift.difference
    yield _level(chart.end)


def _level(item: Level) -> WaterfallStep:
    ink = tokens.colour("ink-2")
    return WaterfallStep(0.0, item.amount, item.label, french.euros(item.amount), ink, ink)


def _shift(item: Shift, reached: float) -> WaterfallStep:
    colour = tokens.colour("qpv")
    fill = colour if item.difference > 0 else tokens.colour("paper")
    amount = f"{french.signed(french.whole_euros(item.difference))}{french.NBSP}€"
    return WaterfallStep(
        reached,
        reached + item.difference,
        item.label,
        amount,
        Hatch("/", colour) if item.doubtful else fill,
        colour,
    )


def _guide(row: int, step: WaterfallStep) -> Rule:
    """What leads the eye from the words of a step to its bar."""
    y, end = row + DOWN, min(step.start, step.end)
    return Rule(0, y, end, y, Stroke(tokens.colour("rule")), under=True)


def _thread(row: int, step: WaterfallStep) -> Rule:
    """What leads from the end of a bar to the start of the next."""
    half = WIDE / 2
    return base.rule(step.end, row + DOWN + half, row + 1 + DOWN - half, under=True)


def _notes(row: int, step: WaterfallStep) -> tuple[Note, Note]:
    """What the bar is of, over it, and its euros, at its end."""
    name, amount = base.words(base.shorten(step.label, LABEL)), base.words(base.strong(step.amount))
    end, font, ground = max(step.start, step.end), base.font(), tokens.colour("paper")
    return (
        Note(name, 0, row - UP, font, "left", ground=ground, x_axis=WHOLE),
        Note(amount, end, row + DOWN, font, "left", right=6),
    )
