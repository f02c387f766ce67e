"""Participations planned and real, by group: hollow beside full."""

from __future__ import annotations

from dashboard.charts import base
from dashboard.charts.base import Figure
from dashboard.domain import french
from dashboard.domain.indicator import missing_mark
from dashboard.domain.participations import Count, Participations
from dashboard.words import tokens

ROW = 62
HEAD = 26


def draw(value: Participations) -> Figure:
    """Two bars a group; an absent count has no bar and says its mark."""
    numbers = [n for _, *pair in value.rows for n in pair if isinstance(n, int)]
    top = max(numbers, default=0) or 1
    rows = range(len(value.rows))
    return {
        "data": [
            _bars("Prévu", [row[1] for row in value.rows], [row + 0.02 for row in rows], True),
            _bars("Réel", [row[2] for row in value.rows], [row + 0.3 for row in rows], False),
        ],
        "layout": base.layout(
            (4, 70, HEAD, 6),
            xaxis=base.hidden_axis(0, top),
            yaxis=base.hidden_axis(len(value.rows) - 0.45, -0.5),
            annotations=[
                _key(),
                *(note for row, item in enumerate(value.rows) for note in _labels(row, item)),
            ],
            barmode="overlay",
        ),
    }


def height(value: Participations) -> int:
    """Pixels: one row a group."""
    return HEAD + 6 + ROW * len(value.rows)


def _bars(name: str, counts: list[Count], rows: list[float], hollow: bool) -> Figure:
    colour = tokens.colour("qpv")
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [count if isinstance(count, int) else None for count in counts],
        "y": rows,
        "width": 0.24,
        "marker": {
            "color": tokens.colour("paper") if hollow else colour,
            "line": {"color": colour, "width": 1},
            "pattern": {
                "shape": "/" if hollow else "",
                "fgcolor": colour,
                "size": 6,
                "solidity": 0.2,
            },
        },
        "text": [f"{name}\u00a0: {_said(count)}" for count in counts],
        "textposition": "none",
        "hoverinfo": "text",
    }


def _said(count: Count) -> str:
    return french.number(count) if isinstance(count, int) else missing_mark(count)


def _key() -> Figure:
    return base.note(
        "barre hachurée : prévu · barre pleine : réel",
        0,
        1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        yshift=6,
    )


def _labels(row: int, item: tuple[str, Count, Count]) -> list[Figure]:
    group, planned, real = item
    name = base.note(
        f"<b>{group}</b>",
        0,
        row - 0.27,
        xref="paper",
        xanchor="left",
        font={"size": base.TEXT, "color": tokens.colour("ink")},
    )
    ends = [
        base.note(
            _said(count),
            count if isinstance(count, int) else 0,
            row + shift,
            xanchor="left",
            xshift=6,
            font={"size": base.SMALL, "color": tokens.colour("ink")},
        )
        for count, shift in ((planned, 0.02), (real, 0.3))
    ]
    return [name, *ends]
