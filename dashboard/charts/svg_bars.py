"""Bars of a still chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any

from dashboard.charts import svg_hatch
from dashboard.charts.svg_frame import ROUGH_WIDTH, Frame, ink, titled
from dashboard.charts.svg_scales import Axis
from dashboard.charts.svg_text import Set, parse, text, width
from dashboard.charts.svg_values import Spec, items, number, picked, section, short
from dashboard.words import tokens

PAD = 3


@dataclass(frozen=True)
class Bar:
    """One bar: its two ends along the value, its two sides along the position."""

    trace: Spec
    index: int
    foot: float
    head: float
    low: float
    high: float

    @property
    def flat(self) -> bool:
        """Whether it lies along the width."""
        return self.trace.get("orientation") == "h"


def bars(frame: Frame, traces: Sequence[Spec]) -> str:
    """Every bar of every trace, each placed as the layout groups them."""
    tops: dict[tuple[Any, Any, bool], float] = {}
    return "".join(
        _pressed(frame, bar, _rect(frame, bar) + _word(frame, bar))
        for rank, trace in enumerate(traces)
        for bar in _placed(frame, trace, rank, traces, tops)
    )


def _pressed(frame: Frame, bar: Bar, inside: str) -> str:
    """The bar as a link where it chooses something; else, on a page, what it says to a pointer."""
    pick, said = (picked(bar.trace.get(key), bar.index, "") for key in ("customdata", "text"))
    drawn = frame.link(pick, inside, str(said))
    told = frame.width is None and drawn == inside and bar.trace.get("hoverinfo") == "text"
    return f"<g>{titled(str(said))}{inside}</g>" if told and said else drawn


def _axes(frame: Frame, trace: Spec) -> tuple[Axis, Axis]:
    """(axis of the positions, axis of the values)."""
    across, down = frame.axis(trace.get("xaxis"), "x"), frame.axis(trace.get("yaxis"), "y")
    return (down, across) if trace.get("orientation") == "h" else (across, down)


def _placed(
    frame: Frame,
    trace: Spec,
    rank: int,
    traces: Sequence[Spec],
    tops: dict[tuple[Any, Any, bool], float],
) -> Iterator[Bar]:
    along, value = _axes(frame, trace)
    letters = "yx" if trace.get("orientation") == "h" else "xy"
    places, values = (items(trace.get(letter)) for letter in letters)
    step = _step(along, places)
    for index, (place, amount) in enumerate(zip(places, values, strict=False)):
        centre, length = _centre(along, place), number(amount)
        if centre is None or length is None:
            continue
        wide, offset = _width(frame, trace, index, step, (rank, len(traces)))
        foot = _foot(frame, trace, index, (along.name, place, length < 0), length, tops)
        low, high = along.at(centre + offset), along.at(centre + offset + wide)
        yield Bar(trace, index, value.at(foot), value.at(foot + length), low, high)


def _centre(axis: Axis, place: Any) -> float | None:
    return axis.categories.get(str(place)) if axis.categories else number(place)


def _step(axis: Axis, places: Sequence[Any]) -> float:
    known = sorted({c for c in (_centre(axis, place) for place in places) if c is not None})
    return min((b - a for a, b in pairwise(known)), default=1.0)


def _width(
    frame: Frame, trace: Spec, index: int, step: float, rank: tuple[int, int]
) -> tuple[float, float]:
    """(width, offset of the first side from the centre)."""
    gap = number(frame.layout.get("bargap"))
    room = step * (1 - (0.2 if gap is None else gap))
    grouped = frame.layout.get("barmode", "group") == "group"
    share = room / rank[1] if grouped else room
    wide = number(picked(trace.get("width"), index)) or share
    said = number(picked(trace.get("offset"), index))
    if said is not None:
        return wide, said
    shift = rank[0] * share - room / 2 + share / 2 if grouped else 0.0
    return wide, shift - wide / 2


def _foot(
    frame: Frame,
    trace: Spec,
    index: int,
    key: tuple[Any, Any, bool],
    length: float,
    tops: dict[tuple[Any, Any, bool], float],
) -> float:
    base = number(picked(trace.get("base"), index))
    if base is not None or frame.layout.get("barmode") not in ("stack", "relative"):
        return base or 0.0
    foot = tops.get(key, 0.0)
    tops[key] = foot + length
    return foot


def _box(bar: Bar) -> tuple[float, float, float, float]:
    """Left, right, foot and top, in shares of the plot area."""
    ends, sides = sorted((bar.foot, bar.head)), sorted((bar.low, bar.high))
    (left, right), (foot, top) = (ends, sides) if bar.flat else (sides, ends)
    return left, right, foot, top


def _rect(frame: Frame, bar: Bar) -> str:
    left, right, foot, top = _box(bar)
    marker = section(bar.trace, "marker")
    said = marker.get("color")
    colour = str(picked(said, bar.index, "currentColor"))
    own = said is not None and not isinstance(said, str)
    pattern, fill = svg_hatch.paint(frame, section(marker, "pattern"), bar.index, colour, own)
    line = section(marker, "line")
    weight = number(picked(line.get("width"), bar.index, 0)) or 0.0
    edge = escape(str(picked(line.get("color"), bar.index, "currentColor")))
    stroke = f' stroke="{edge}" stroke-width="{short(weight)}"' if weight else ""
    opacity = number(picked(marker.get("opacity"), bar.index, 1))
    faint = f' opacity="{short(opacity)}"' if opacity is not None and opacity < 1 else ""
    defined = f"<defs>{pattern}</defs>" if pattern else ""
    return (
        f'{defined}<rect {frame.at(left, top)} width="{frame.across(right - left)}" '
        f'height="{frame.tall(top - foot)}" fill="{escape(fill)}"{stroke}{faint}/>'
    )


def _contrast(colour: str) -> str:
    """White on a dark bar, ink on a light one, as plotly chooses."""
    if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        return ink()
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return tokens.colour("paper") if 299 * red + 587 * green + 114 * blue < 128_000 else ink()


def _word(frame: Frame, bar: Bar) -> str:
    said = picked(bar.trace.get("text"), bar.index, "")
    where = str(picked(bar.trace.get("textposition"), bar.index, "auto"))
    if said == "" or where == "none":
        return ""
    lines = parse(said)
    fonts = section(bar.trace, "textfont")
    size, colour = frame.font({k: picked(fonts.get(k), bar.index) for k in ("size", "color")})
    if where == "auto":
        room = abs(bar.head - bar.foot) * (ROUGH_WIDTH if bar.flat else frame.height)
        needed = width(lines, size) if bar.flat else 1.2 * size
        where = "inside" if needed + 2 * PAD < room else "outside"
    if where == "inside" and not fonts.get("color"):
        colour = _contrast(str(picked(section(bar.trace, "marker").get("color"), bar.index, "")))
    forward = (1 if bar.head >= bar.foot else -1) * (1 if where == "outside" else -1)
    left, right, foot, top = _box(bar)
    if bar.flat:
        how = Set(size, colour, "start" if forward > 0 else "end", "central")
        return text(frame, lines, (bar.head, (foot + top) / 2, forward * PAD, 0), how)
    edge = "text-after-edge" if forward > 0 else "text-before-edge"
    place = ((left + right) / 2, bar.head, 0, -forward * PAD)
    return text(frame, lines, place, Set(size, colour, "middle", edge))
