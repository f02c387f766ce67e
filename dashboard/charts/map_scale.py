"""The scale of a map and its north."""

from __future__ import annotations

from dashboard.charts import base
from dashboard.charts.base import Figure
from dashboard.domain.quarter_map import Box
from dashboard.words import tokens

LENGTHS = (20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)


def length(window: Box) -> int:
    """Metres of the scale bar: round, a fifth of the window at most."""
    wide = (window[2] - window[0]) / 5
    return next((metres for metres in LENGTHS if metres <= wide), LENGTHS[-1])


def _said(metres: int) -> str:
    return f"{metres}\u00a0m" if metres < 1_000 else f"{metres // 1_000}\u00a0km"


def bar(window: Box, metres: float) -> list[Figure]:
    """The scale bar, where a pixel is so many metres."""
    x, y = window[0] + 14 * metres, window[1] + 16 * metres
    line = {"color": tokens.colour("ink"), "width": 2}
    return [{"type": "line", "x0": x, "x1": x + length(window), "y0": y, "y1": y, "line": line}]


def notes(window: Box, metres: float) -> list[Figure]:
    """The length of the scale bar and the north."""
    x, y = window[0] + 14 * metres, window[1] + 16 * metres
    ink, veil = {"size": base.SMALL, "color": tokens.colour("ink")}, tokens.veil("land", 0.85)
    return [
        base.note(
            _said(length(window)), x, y, xanchor="left", yanchor="bottom", font=ink, bgcolor=veil
        ),
        base.note(
            "<b>↑</b><br>N",
            window[2] - 14 * metres,
            window[3] - 8 * metres,
            yanchor="top",
            bgcolor=veil,
            font={"size": base.TEXT, "color": tokens.colour("ink")},
        ),
    ]
