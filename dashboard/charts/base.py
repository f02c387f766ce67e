"""What every figure shares: a lean layout, quiet axes, direct labels, hatches."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from dashboard.domain import french
from dashboard.words import tokens

Figure = dict[str, Any]

SMALL = 12
TEXT = 13
POINTED = "pointés"
"""What a trace says whose marks only a pointer finds: they are too many to be links."""


def layout(margin: tuple[int, int, int, int], **more: Any) -> Figure:
    """A layout with margins left, right, top, bottom in pixels; nothing is zoomed nor dragged."""
    left, right, top, bottom = margin
    return {
        "font": {"family": tokens.sans(), "size": TEXT, "color": tokens.colour("ink-2")},
        "margin": {"l": left, "r": right, "t": top, "b": bottom},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {
            "bgcolor": tokens.colour("paper"),
            "bordercolor": tokens.colour("rule"),
            "font": {"family": tokens.sans(), "size": TEXT, "color": tokens.colour("ink")},
        },
        **more,
    }


def axis(
    low: float, high: float, ticks: Sequence[float], labels: Sequence[str], **more: Any
) -> Figure:
    """An axis with its ticks written out, so that no browser formats a number by itself."""
    return {
        "range": [low, high],
        "tickvals": list(ticks),
        "ticktext": list(labels),
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "showline": False,
        "tickfont": {"size": SMALL, "color": tokens.colour("ink-2")},
        **more,
    }


def hidden_axis(low: float, high: float, **more: Any) -> Figure:
    """An axis that only places things."""
    return {"range": [low, high], "visible": False, "fixedrange": True, **more}


def grid(**more: Any) -> Figure:
    """The properties of an axis whose grid shows, quietly."""
    return {"showgrid": True, "gridcolor": tokens.colour("rule-2"), "gridwidth": 1, **more}


def note(text: str, x: Any, y: Any, **more: Any) -> Figure:
    """A label placed by us, without arrow."""
    return {
        "text": french.typeset(text),
        "x": x,
        "y": y,
        "showarrow": False,
        "font": {"size": SMALL, "color": tokens.colour("ink-2")},
        **more,
    }


def text_trace(
    texts: Sequence[str], x: Sequence[Any], y: Sequence[Any], place: str, **more: Any
) -> Figure:
    """Labels that nobody clicks, as one trace: plotly sets each far sooner than an annotation.

    ``place`` is where each stands from its point, in plotly's words (« top center »).
    """
    font = {"size": SMALL, "color": tokens.colour("ink-2")} | more.pop("textfont", {})
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(x),
        "y": list(y),
        "text": [french.typeset(text) for text in texts],
        "textposition": place,
        "textfont": font,
        "cliponaxis": False,
        "hoverinfo": "skip",
        **more,
    }


def click(pick: tuple[str, str] | None) -> Figure:
    """What makes a label a legend entry: a click on it sets that key of the address."""
    return {"captureevents": True, "name": f"{pick[0]}={pick[1]}"} if pick else {}


def rule(x: float, y0: float, y1: float, **more: Any) -> Figure:
    """A vertical dotted rule: a break, an event."""
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "y0": y0,
        "y1": y1,
        "line": {"color": tokens.colour("ink-3"), "width": 1, "dash": "dot"},
        **more,
    }


def nice_ticks(low: float, high: float, count: int = 4) -> list[float]:
    """Round ticks that span the two values, at most ``count`` steps or so."""
    if high <= low:
        high = low + 1
    raw = (high - low) / count
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * m for m in (1, 2, 2.5, 5, 10) if power * m >= raw)
    first = math.floor(low / step) * step
    ticks = [first]
    while ticks[-1] < high - 1e-9 * step:
        ticks.append(ticks[-1] + step)
    return [round(tick, 10) for tick in ticks]


def spread(
    wanted: Sequence[float],
    sizes: Sequence[float],
    low: float = -math.inf,
    high: float = math.inf,
) -> list[float]:
    """Centres near the wanted ones for labels of those sizes: none meets another nor an end.

    Labels that would meet stand together around the middle of what they wanted; the others stay.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    groups: list[list[int]] = []
    for index in order:
        groups.append([index])
        while len(groups) > 1 and _meet(*(_span(g, wanted, sizes, low, high) for g in groups[-2:])):
            last = groups.pop()
            groups[-1] += last
    found = [0.0] * len(wanted)
    for group in groups:
        at = _span(group, wanted, sizes, low, high)[0]
        for index in group:
            found[index] = at + sizes[index] / 2
            at += sizes[index]
    return found


def _span(
    group: list[int], wanted: Sequence[float], sizes: Sequence[float], low: float, high: float
) -> tuple[float, float]:
    """The two ends of labels side by side."""
    length = sum(sizes[index] for index in group)
    start = sum(wanted[index] for index in group) / len(group) - length / 2
    start = max(min(start, high - length), low)
    return start, start + length


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return other[0] < one[1]


def wrap(text: str, width: int) -> str:
    """The text on several lines of at most ``width`` characters, for a label."""
    lines: list[str] = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return "<br>".join(lines)


def shorten(text: str, width: int) -> str:
    """The text cut at a word, with an ellipsis, where it is longer than ``width`` characters."""
    if len(text) <= width:
        return text
    return text[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:-") + "…"
