"""Participations planned and real, by group: hollow beside full."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts import base
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import WHOLE, Axis, Bar, BarGroup, Margins, Note, Scene
from dashboard.charts.style import Fill, Hatch, Stroke
from dashboard.domain import french
from dashboard.domain.chart import Groups
from dashboard.domain.indicator import missing_mark
from dashboard.domain.participations import Count
from dashboard.words import tokens

ROW = 62
HEAD = 26
PLANNED, REAL, WIDE = 0.02, 0.3, 0.24
"""How far under the middle of its row each bar stands, and how wide they are, in rows."""


def draw(chart: Groups) -> Scene:
    """Two bars a group; an absent count has no bar and says its mark."""
    rows = chart.participations.rows
    numbers = [n for _, *pair in rows for n in pair if isinstance(n, int)]
    colour = tokens.colour("qpv")
    hollow = Hatch("/", colour, solidity=0.2)
    return Scene(
        Margins(4, 70, HEAD, 6),
        (Axis(0, max(numbers, default=0) or 1),),
        (Axis(len(rows) - 0.45, -0.5),),
        bars=(
            _bars("Prévu", [row[1] for row in rows], PLANNED, hollow),
            _bars("Réel", [row[2] for row in rows], REAL, colour),
        ),
        notes=(_key(), *(note for row, item in enumerate(rows) for note in _notes(row, item))),
    )


def height(chart: Groups) -> int:
    """Pixels: one row a group."""
    return HEAD + 6 + ROW * len(chart.participations.rows)


KIND = ChartKind(Groups, draw, height)


def _bars(name: str, counts: Sequence[Count], down: float, fill: Fill) -> BarGroup:
    edge = Stroke(tokens.colour("qpv"))
    bars = [
        Bar(row + down, 0, count, fill, edge, told=f"{name}\u00a0: {_said(count)}")
        for row, count in enumerate(counts)
        if isinstance(count, int)
    ]
    return BarGroup(name, tuple(bars), WIDE)


def _said(count: Count) -> str:
    return french.number(count) if isinstance(count, int) else missing_mark(count)


def _key() -> Note:
    said = base.words("barre hachurée : prévu · barre pleine : réel")
    return Note(said, 0, 1, base.quiet(), "left", "bottom", up=6, x_axis=WHOLE, y_axis=WHOLE)


def _notes(row: int, item: tuple[str, Count, Count]) -> tuple[Note, Note, Note]:
    group, planned, real = item
    name = base.words(base.strong(group))
    return (
        Note(name, 0, row - 0.27, base.font(), "left", x_axis=WHOLE),
        _end(planned, row + PLANNED),
        _end(real, row + REAL),
    )


def _end(count: Count, y: float) -> Note:
    """What a bar measures, at its end; the mark of what is absent, where it would start."""
    x = count if isinstance(count, int) else 0
    return Note(base.words(_said(count)), x, y, base.font(base.SMALL), "left", right=6)
