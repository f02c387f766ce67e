"""Grid and tick labels of a still chart."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dashboard.charts.scene import Axis
from dashboard.charts.style import Font, Stroke
from dashboard.charts.svg.frame import PlotFrame
from dashboard.charts.svg.numbers import short
from dashboard.charts.svg.text import LINE, Set, parted, text
from dashboard.text import Text

EDGE = 1e-3
"""Share of an axis under which plotly draws no line of its grid: one at its very end."""
APART = 0.5
"""Pixels between an axis and its labels: half the line that plotly draws, or would."""


def grid(frame: PlotFrame) -> str:
    """The grid lines of every axis that shows them."""
    across, up = frame.scene.across, frame.scene.up
    upright = [_upright(frame, *line) for line in _lines(across, up)]
    return "".join([*upright, *(_flat(frame, *line) for line in _lines(up, across))])


def _lines(
    axes: tuple[Axis, ...], others: tuple[Axis, ...]
) -> Iterator[tuple[float, Stroke, float, float]]:
    """Where each line of a grid stands, how it is drawn, and the places of its two ends."""
    for axis in axes:
        if axis.ticks is None or axis.ticks.grid is None:
            continue
        crossed = None if axis.crosses is None else others[axis.crosses]
        ends = (crossed.start, crossed.end) if crossed else (0.0, 1.0)
        for tick in axis.ticks.ticks:
            if EDGE < axis.share(tick.value) < 1 - EDGE:
                yield axis.place(tick.value), axis.ticks.grid, *ends


def _upright(frame: PlotFrame, place: float, stroke: Stroke, foot: float, head: float) -> str:
    x = frame.across(place)
    ends = f'x1="{x}" y1="{frame.down(foot)}" x2="{x}" y2="{frame.down(head)}"'
    return _line(ends, stroke)


def _flat(frame: PlotFrame, place: float, stroke: Stroke, left: float, right: float) -> str:
    y = frame.down(place)
    ends = f'x1="{frame.across(left)}" y1="{y}" x2="{frame.across(right)}" y2="{y}"'
    return _line(ends, stroke)


def _line(ends: str, stroke: Stroke) -> str:
    return (
        f'<line {ends} stroke="{escape(stroke.colour)}" '
        f'stroke-width="{short(stroke.width)}" shape-rendering="crispEdges"/>'
    )


def labels(frame: PlotFrame) -> str:
    """The labels of the ticks, at the edge."""
    across, up = frame.scene.across, frame.scene.up
    under = [_under(frame, *found) for found in _labels(across, up)]
    return "".join([*under, *(_beside(frame, *found) for found in _labels(up, across))])


def _labels(
    axes: tuple[Axis, ...], others: tuple[Axis, ...]
) -> Iterator[tuple[Text, Font, float, float]]:
    """The label of each tick that falls in the range of its axis, its font, its place along it and
    that of the edge where it stands."""
    for axis in axes:
        edge = 0.0 if axis.crosses is None else others[axis.crosses].start
        for value, label in axis.ticks.ticks if axis.ticks else ():
            if axis.ticks and -1e-9 <= axis.share(value) <= 1 + 1e-9:
                yield label, axis.ticks.font, axis.place(value), edge


def _under(frame: PlotFrame, label: Text, font: Font, along: float, edge: float) -> str:
    how = Set(font.size, font.colour)
    return text(frame, parted(label), (along, edge, 0, APART + font.size), how)


def _beside(frame: PlotFrame, label: Text, font: Font, along: float, edge: float) -> str:
    lines = parted(label)
    more = (len(lines) - 1) * LINE * font.size
    place = (edge, along, -APART, 0.35 * font.size - more / 2)
    return text(frame, lines, place, Set(font.size, font.colour, "end"))
