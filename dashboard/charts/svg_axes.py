"""Grid, axis lines and tick labels of a still chart."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from dashboard.charts.svg_frame import Frame, ink
from dashboard.charts.svg_scales import Axis
from dashboard.charts.svg_text import LINE, Set, parse, text
from dashboard.charts.svg_values import items, number, picked, section, short
from dashboard.words import tokens

EDGE = 1e-3
"""Share of an axis under which plotly draws no line of its grid: one at its very end."""


def _ticks(axis: Axis) -> Iterator[tuple[Any, Any, float]]:
    """(value, label, place) of each tick that falls in the range."""
    values = items(axis.spec.get("tickvals")) or list(axis.categories)
    labels = axis.spec.get("ticktext")
    for rank, value in enumerate(values):
        share, place = axis.share(value), axis.place(value)
        if share is not None and place is not None and -1e-9 <= share <= 1 + 1e-9:
            yield value, picked(labels, rank, value), place


def _shown(frame: Frame) -> list[Axis]:
    return [] if frame.ratio else [a for a in frame.axes.values() if a.spec.get("visible", True)]


def _across(frame: Frame, axis: Axis) -> tuple[float, float]:
    """The two ends of the axis this one is anchored to: how long a grid line is."""
    letter = "y" if axis.name[0] == "x" else "x"
    anchor = str(axis.spec.get("anchor") or letter)
    if anchor == "free" or anchor not in frame.axes:
        crossed = _partner(frame, axis, letter)
        return (crossed.start, crossed.end) if crossed else (0.0, 1.0)
    return frame.axes[anchor].start, frame.axes[anchor].end


def _partner(frame: Frame, axis: Axis, letter: str) -> Axis | None:
    back = [a for a in frame.axes.values() if a.spec.get("anchor") == axis.name]
    return back[0] if len(back) == 1 and back[0].name[0] == letter else None


def grid(frame: Frame) -> str:
    """The grid lines, and the line of zero, of every axis that shows them."""
    return "".join(_grid(frame, axis) for axis in _shown(frame))


def _grid(frame: Frame, axis: Axis) -> str:
    spec, ends = axis.spec, _across(frame, axis)
    said = spec.get("showgrid", not axis.categories)
    colour = str(spec.get("gridcolor") or tokens.colour("rule-2"))
    weight = number(spec.get("gridwidth")) or 1.0
    drawn = [
        _line(frame, axis, place, ends, colour, weight)
        for value, _, place in _ticks(axis)
        if EDGE < (axis.share(value) or 0.0) < 1 - EDGE
    ]
    zero, share = axis.place(0), axis.share(0)
    if zero is not None and share is not None and 0 <= share <= 1 and spec.get("zeroline", said):
        colour = str(spec.get("zerolinecolor") or ink())
        weight = number(spec.get("zerolinewidth")) or 1.0
        return "".join(drawn if said else []) + _line(frame, axis, zero, ends, colour, weight)
    return "".join(drawn if said else [])


def _line(
    frame: Frame, axis: Axis, place: float, ends: tuple[float, float], colour: str, weight: float
) -> str:
    if axis.name[0] == "x":
        x1 = x2 = frame.across(place)
        y1, y2 = (frame.down(end) for end in ends)
    else:
        y1 = y2 = frame.down(place)
        x1, x2 = (frame.across(end) for end in ends)
    return (
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{escape(colour)}" '
        f'stroke-width="{short(weight)}" shape-rendering="crispEdges"/>'
    )


def lines_and_labels(frame: Frame) -> str:
    """What stands at the edge: the axis lines and the labels of the ticks."""
    return "".join(_edge(frame, axis) for axis in _shown(frame))


def _edge(frame: Frame, axis: Axis) -> str:
    spec = axis.spec
    at = _edge_place(frame, axis)
    drawn = ""
    if spec.get("showline"):
        other = Axis("y" if axis.name[0] == "x" else "x", {}, 0, 1)
        weight = number(spec.get("linewidth")) or 1.0
        colour = str(spec.get("linecolor") or ink())
        drawn = _line(frame, other, at, (axis.start, axis.end), colour, weight)
    if spec.get("ticks") in ("outside", "inside"):
        drawn += "".join(_mark(frame, axis, at, place) for _, _, place in _ticks(axis))
    if spec.get("showticklabels", True):
        drawn += "".join(_label(frame, axis, at, place, said) for _, said, place in _ticks(axis))
    return drawn


def _mark(frame: Frame, axis: Axis, at: float, place: float) -> str:
    """The small stroke of one tick."""
    spec = axis.spec
    weight = number(spec.get("tickwidth")) or 1.0
    length = (number(spec.get("ticklen")) or 5.0) * (-1 if spec.get("ticks") == "inside" else 1)
    colour = escape(str(spec.get("tickcolor") or ink()))
    if axis.name[0] == "x":
        move = length if spec.get("side") != "top" else -length
        spot, size = (place, at, -weight / 2, min(move, 0)), (weight, abs(move))
    else:
        move = length if spec.get("side") == "right" else -length
        spot, size = (at, place, min(move, 0), -weight / 2), (abs(move), weight)
    return (
        f'<rect {frame.at(*spot)} width="{short(size[0])}" height="{short(size[1])}" '
        f'fill="{colour}" shape-rendering="crispEdges"/>'
    )


def _edge_place(frame: Frame, axis: Axis) -> float:
    if axis.spec.get("anchor") == "free":
        return number(axis.spec.get("position")) or 0.0
    low, high = _across(frame, axis)
    return high if axis.spec.get("side") in ("top", "right") else low


def _label(frame: Frame, axis: Axis, at: float, place: float, said: Any) -> str:
    spec = axis.spec
    size, colour = frame.font(section(spec, "tickfont"))
    off = (number(spec.get("linewidth")) or 1.0) / 2
    ticks = spec.get("ticks") == "outside"
    off += (number(spec.get("ticklen")) or 5.0) if ticks else 0.0
    off += 0.2 * size if ticks or spec.get("showline") else 0.0
    lines = parse(said)
    more = (len(lines) - 1) * LINE * size
    if axis.name[0] == "x":
        top = spec.get("side") == "top"
        dy = -off - 0.2 * size - more if top else off + size
        return text(frame, lines, (place, at, 0, dy), Set(size, colour))
    right = spec.get("side") == "right"
    how = Set(size, colour, "start" if right else "end")
    return text(frame, lines, (at, place, off if right else -off, 0.35 * size - more / 2), how)
