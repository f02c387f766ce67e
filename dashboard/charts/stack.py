"""Figures that stack rows of a fixed height: places down are pixels from the top."""

from __future__ import annotations

from typing import Any

from dashboard.charts import base
from dashboard.charts.base import Figure
from dashboard.domain import french
from dashboard.words import tokens

EDGE = 4
"""Pixels over the first row and under the last."""
NAMED = 22
"""Pixels of a line of words."""
SIDE = 4
LONGEST = 46
"""Letters of a line of words: what the narrowest screen holds."""


def layout(inside: float, right: int, foot: int = EDGE, **more: Any) -> Figure:
    """A layout whose vertical axis counts pixels from the top, with words at the right of bars."""
    return base.layout(
        (SIDE, right, EDGE, foot), yaxis=base.hidden_axis(inside, 0), bargap=0, **more
    )


def total(inside: float, foot: int = EDGE) -> int:
    """Pixels of such a figure, margins included."""
    return round(inside) + EDGE + foot


def title(words: str, at: float, strong: bool = True, **more: Any) -> Figure:
    """Words at the left, as the head of what is under them; ``at`` is their middle."""
    said = base.shorten(words, LONGEST)
    return base.note(
        f"<b>{said}</b>" if strong else said,
        0,
        at,
        **{
            "xref": "paper",
            "xanchor": "left",
            "yanchor": "middle",
            "xshift": -2,
            "font": {"size": base.TEXT, "color": tokens.colour("ink" if strong else "ink-2")},
            **more,
        },
    )


def value(words: str, x: float, at: float, **more: Any) -> Figure:
    """What a bar says, after its end."""
    return base.note(
        words,
        x,
        at,
        **{
            "xanchor": "left",
            "yanchor": "middle",
            "xshift": 4,
            "font": {"size": base.SMALL, "color": tokens.colour("ink")},
            **more,
        },
    )


def fill(rank: int, quarter: bool = True) -> Figure:
    """The marker of the bars of a place: full, hatched, light, hollow; a reference is grey. Neither
    hue nor words are needed to tell them apart."""
    colour = tokens.colour("qpv" if quarter else "reference")
    grounds = ("qpv", "paper", "class-2", "paper") if quarter else ("rule-2",)
    hatched = quarter and rank % 4 == 1
    return {
        "color": tokens.colour(grounds[rank % len(grounds)]),
        "line": {"color": colour, "width": 1},
        "pattern": {
            "shape": "/" if hatched else "",
            "fgcolor": colour,
            "size": 6,
            "solidity": 0.2,
        },
    }


def bars(
    name: str,
    ends: list[float | None],
    places: list[float],
    thick: float,
    told: list[str],
    **more: Any,
) -> Figure:
    """Bars from the left at those places, each saying what it is to a pointer."""
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": ends,
        "y": places,
        "width": thick,
        "text": [french.typeset(item) for item in told],
        "textposition": "none",
        "hoverinfo": "text",
        **more,
    }
