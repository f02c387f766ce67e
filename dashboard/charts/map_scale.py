"""The scale of a map and its north."""

from __future__ import annotations

from dashboard.charts import base
from dashboard.charts.scene import Note, Rule
from dashboard.charts.style import Stroke
from dashboard.domain.quarter_map import BoundingBox
from dashboard.words import tokens

LENGTHS = (200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)


def length(window: BoundingBox, scale: float = 1.0) -> int:
    """Metres of the scale bar: round, a fifth of the window at most, of which a metre is drawn so
    many times larger."""
    wide = (window[2] - window[0]) / 5 / scale
    return next((metres for metres in LENGTHS if metres <= wide), LENGTHS[-1])


def _said(metres: int) -> str:
    return f"{metres}\u00a0m" if metres < 1_000 else f"{metres // 1_000}\u00a0km"


def bar(window: BoundingBox, metres: float, scale: float = 1.0) -> Rule:
    """The scale bar, where a pixel is so many metres of the map."""
    x, y = window[0] + 14 * metres, window[1] + 16 * metres
    return Rule(x, y, x + scale * length(window, scale), y, Stroke(tokens.colour("ink"), 2))


def notes(window: BoundingBox, metres: float, scale: float = 1.0) -> tuple[Note, Note]:
    """The length of the scale bar and the north."""
    x, y = window[0] + 14 * metres, window[1] + 16 * metres
    east, north = window[2] - 14 * metres, window[3] - 8 * metres
    said, up = base.words(_said(length(window, scale))), base.words(base.strong("↑"), "\nN")
    veil = tokens.veil("land", 0.85)
    return (
        Note(said, x, y, base.font(base.SMALL), "left", "bottom", ground=veil),
        Note(up, east, north, base.font(), hung="top", ground=veil),
    )
