"""Our figures as still SVG: what is seen before plotly draws, without script, and on paper.

A pure function of the same dict plotly gets, for the part of its schema our figures use. The
box is the same (height, margins, fonts), so that nothing jumps when plotly takes over; places
are in per cent, so that it fits any width while texts and strokes keep their size.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from typing import Any

from dashboard.charts import svg_axes, svg_bars, svg_marks, svg_notes
from dashboard.charts.svg_frame import (
    FAMILY,
    Frame,
    Spec,
    build_axes,
    items,
    number,
    ratio,
    section,
    short,
)
from dashboard.domain.track import Joined, Track

_MARGINS = {"t": 100.0, "r": 80.0, "b": 80.0, "l": 80.0}

MAP_SHAPE = 0.875
"""Height over width of the box of a map: assets/map.css gives the live one the same."""


def to_svg(figure: Mapping[str, Any], height: int, label: str, place: str = "") -> str:
    """One ``<svg role="img">`` of that height, as wide as what holds it.

    ``place`` tells two drawings of one figure apart, on a page that holds both.
    """
    layout = section(figure, "layout")
    sides = _margins(layout)
    axes = build_axes(figure)
    inside = max(0.0, height - sides[0] - sides[2])
    frame = Frame(layout, axes, inside, _prefix(figure, f"{label}{place}"), ratio(axes))
    family = section(layout, "font").get("family") or FAMILY
    padding = _map_padding(frame, sides) if frame.ratio else _padding(sides)
    return (
        f'<svg class="statique" role="img" aria-label="{escape(label)}" width="100%" '
        f'height="{height}" font-family="{escape(str(family))}" overflow="visible" '
        f'style="display:block;box-sizing:border-box;width:100%;{_size(frame, height)}'
        f'{padding}">{_drawing(frame, figure)}</svg>'
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
    frame = Frame(layout, axes, tall, _prefix(figure, name), shape, wide)
    drawn = _drawing(frame, figure)
    if not shape:
        return f'<g transform="translate({short(left)} {short(top)})">{drawn}</g>'
    return (
        f'<svg x="{short(left)}" y="{short(top)}" width="{short(wide)}" height="{short(tall)}" '
        f'overflow="hidden">{drawn}</svg>'
    )


def _size(frame: Frame, height: int) -> str:
    """A chart has its height; a map keeps the shape of its box, and nothing runs over it."""
    if not frame.ratio:
        return f"height:{height}px;overflow:visible;"
    shape = f"{1 / MAP_SHAPE:.5g}"
    return f"height:auto;aspect-ratio:{shape};max-height:{height}px;overflow:hidden;"


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
    """The padding that leaves a box of the map's ratio, in the middle, as large as it can be."""
    top, right, bottom, left = sides
    shape = frame.ratio or 1.0
    width = f"(100% - {short(left + right)}px)"
    high = f"min({short(frame.height)}px,{width}*{MAP_SHAPE})"
    tall = f"max(0px,({high} - {width}/{short(shape, 5)})/2)"
    wide = f"max(0px,({width} - {high}*{short(shape, 5)})/2)"
    return "padding:" + " ".join(
        f"calc({short(side)}px + {room})"
        for side, room in ((top, tall), (right, wide), (bottom, tall), (left, wide))
    )


def _prefix(figure: Spec, label: str) -> str:
    """Eight letters told by the figure and its name, so that ids never meet on a page."""
    said = json.dumps([label, *_told(figure)], default=str, skipkeys=True)
    return sha256(said.encode()).hexdigest()[:8]


def _told(figure: Spec) -> list[object]:
    """What tells one figure from another: the outlines that their page holds by their ranks."""
    traces = [
        {key: _ranks(value) for key, value in trace.items()} for trace in items(figure.get("data"))
    ]
    return [traces, section(figure, "layout")]


def _ranks(value: object) -> object:
    return value.parts or list(value) if isinstance(value, (Track, Joined)) else value
