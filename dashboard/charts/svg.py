"""Our figures as still SVG: what is seen before plotly draws, without script, and on paper.

A pure function of the same dict plotly gets, for the part of its schema our figures use. The
box is the same (height, margins, fonts), so that nothing jumps when plotly takes over; places
are in per cent, so that it fits any width while texts and strokes keep their size.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from dashboard.charts import svg_axes, svg_bars, svg_marks, svg_notes
from dashboard.charts.svg_frame import FAMILY, Frame, Leads, nowhere
from dashboard.charts.svg_scales import build_axes, ratio
from dashboard.charts.svg_values import Spec, items, number, section, short

_MARGINS = {"t": 100.0, "r": 80.0, "b": 80.0, "l": 80.0}


def to_svg(
    figure: Mapping[str, Any],
    height: int,
    label: str,
    place: str = "",
    leads: Leads = nowhere,
    held: bool = False,
) -> str:
    """One ``<svg>`` of that height, as wide as what holds it; « img », or a group where some of its
    marks are links.

    ``place`` keeps its ids apart from those of the other drawings of its page; ``leads`` says where
    its marks lead, ``held`` that its page already holds the outlines.
    """
    layout = section(figure, "layout")
    sides = _margins(layout)
    axes = build_axes(figure)
    inside = max(0.0, height - sides[0] - sides[2])
    frame = Frame(layout, axes, inside, place, ratio(axes), leads=leads, held=held)
    family = section(layout, "font").get("family") or FAMILY
    padding = _map_padding(frame, sides) if frame.ratio else _padding(sides)
    drawn = _drawing(frame, figure)
    return (
        f'<svg class="statique" role="{"group" if frame.met else "img"}" '
        f'aria-label="{escape(label)}" width="100%" '
        f'height="{height}" font-family="{escape(str(family))}" overflow="visible" '
        f'style="display:block;box-sizing:border-box;width:100%;{_size(frame, height)}'
        f'{padding}">{drawn}</svg>'
    )


def sized(figure: Mapping[str, Any], width: float, height: float, name: str) -> str:
    """The same drawing for a file: the content of an ``<svg>`` of that size, in pixels throughout.

    ``name`` keeps its ids apart from those of other drawings. What holds it says the family.
    """
    layout = section(figure, "layout")
    top, right, bottom, left = _margins(layout)
    axes = build_axes(figure)
    shape = ratio(axes)
    wide, tall = max(0.0, width - left - right), max(0.0, height - top - bottom)
    if shape:
        wide, tall = min(wide, tall * shape), min(tall, wide / shape)
        left, top = (width - wide) / 2, (height - tall) / 2
    frame = Frame(layout, axes, tall, name, shape, wide)
    drawn = _drawing(frame, figure)
    return f'<g transform="translate({short(left)} {short(top)})">{drawn}</g>'


def _size(frame: Frame, height: int) -> str:
    """A chart has its height; a map that of its box, and nothing runs over it."""
    if not frame.ratio:
        return f"height:{height}px;overflow:visible;"
    return "height:100%;overflow:hidden;"


def _drawing(frame: Frame, figure: Spec) -> str:
    traces = [t for t in items(figure.get("data")) if t.get("visible", True) is True]
    columns = [trace for trace in traces if trace.get("type") == "bar"]
    clouds = [trace for trace in traces if trace.get("type", "scatter") == "scatter"]
    return "".join(
        (
            svg_notes.shapes(frame, below=True),
            svg_axes.grid(frame),
            svg_bars.bars(frame, columns),
            *(svg_marks.scatter(frame, trace) for trace in clouds),
            svg_axes.lines_and_labels(frame),
            svg_notes.shapes(frame, below=False),
            svg_notes.labels(frame),
        )
    )


def _margins(layout: Spec) -> tuple[float, ...]:
    said = section(layout, "margin")
    found = {side: number(said.get(side)) for side in _MARGINS}
    return tuple(_MARGINS[side] if value is None else value for side, value in found.items())


def _padding(sides: tuple[float, ...]) -> str:
    return "padding:" + " ".join(f"{short(side)}px" for side in sides)


def _map_padding(frame: Frame, sides: tuple[float, ...]) -> str:
    """The padding that leaves a box of the map's ratio, in the middle, as large as it can be in
    what holds it: assets/map.css makes that a container whose size is known."""
    top, right, bottom, left = sides
    shape = short(frame.ratio or 1.0, 5)
    wide, tall = f"(100cqw - {short(left + right)}px)", f"(100cqh - {short(top + bottom)}px)"
    down = f"max(0px,({tall} - {wide}/{shape})/2)"
    across = f"max(0px,({wide} - {tall}*{shape})/2)"
    return "padding:" + " ".join(
        f"calc({short(side)}px + {room})"
        for side, room in ((top, down), (right, across), (bottom, down), (left, across))
    )
