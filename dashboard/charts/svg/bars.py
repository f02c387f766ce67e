"""Bars of a still chart."""

from __future__ import annotations

from html import escape

from dashboard.charts.scene import Bar, BarGroup
from dashboard.charts.svg import hatch
from dashboard.charts.svg.frame import PlotFrame, titled
from dashboard.charts.svg.numbers import short


def bars(frame: PlotFrame, group: BarGroup) -> str:
    """Every bar of a group."""
    return "".join([_pressed(frame, bar, _rect(frame, group, bar)) for bar in group.bars])


def _pressed(frame: PlotFrame, bar: Bar, inside: str) -> str:
    """The bar as a link where it chooses something; else, on a page, what it says to a pointer."""
    drawn = frame.link(bar.pick, inside, bar.told)
    told = bar.told and frame.width is None and drawn == inside
    return f"<g>{titled(bar.told)}{inside}</g>" if told else drawn


def _rect(frame: PlotFrame, group: BarGroup, bar: Bar) -> str:
    left, right, foot, top = _box(frame, group, bar)
    pattern, fill = hatch.paint(frame, bar.fill)
    edge = bar.edge
    stroke = (
        f' stroke="{escape(edge.colour)}" stroke-width="{short(edge.width)}"' if edge.width else ""
    )
    defined = f"<defs>{pattern}</defs>" if pattern else ""
    return (
        f'{defined}<rect {frame.at(left, top)} width="{frame.across(right - left)}" '
        f'height="{frame.tall(top - foot)}" fill="{escape(fill)}"{stroke}/>'
    )


def _box(frame: PlotFrame, group: BarGroup, bar: Bar) -> tuple[float, float, float, float]:
    """Left, right, foot and top, in shares of the plot area."""
    low, high = bar.at - group.thick / 2, bar.at + group.thick / 2
    if group.flat:
        (left, right), (foot, top) = (bar.start, bar.end), (low, high)
    else:
        (left, right), (foot, top) = (low, high), (bar.start, bar.end)
    across = sorted(frame.x(value, group.x) for value in (left, right))
    up = sorted(frame.y(value, group.y) for value in (foot, top))
    return across[0], across[1], up[0], up[1]
