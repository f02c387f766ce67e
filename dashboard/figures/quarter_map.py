"""Quarters as polygons in Lambert-93: no tiles, true vector, hatches that survive a copier."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard import tokens
from dashboard.domain.indicator import Status
from dashboard.domain.quarter_map import Background, Box, MapArea, QuarterMap
from dashboard.domain.territory import Kind, Outline
from dashboard.domain.track import Track, joined
from dashboard.figures import base, map_labels, map_marks
from dashboard.figures.base import Figure
from dashboard.figures.boxes import Sheet

HEIGHT = 640
PHONE, CARD = (358, 313), (640, 560)
"""Pixels of the boxes in which labels must not collide."""


def draw(value: QuarterMap, background: Background) -> Figure:
    """The map: quiet ground, quarters, marks; every quarter carries the click that selects it."""
    window = background.window
    scales = (_metres_a_pixel(window, PHONE), _metres_a_pixel(window, CARD))
    metres = scales[0]
    sheet = Sheet(window, scales, _fixed(value, window, scales))
    names = map_labels.names(value, sheet)
    rows = map_marks.rows(value, background, sheet)
    spots = sheet.settle([*(name.label for name in names), *(row.label for row in rows)])
    marks = [row.at(spot, metres) for row, spot in zip(rows, spots[len(names) :], strict=True)]
    communes = map_labels.communes(background, value, sheet)
    return {
        "data": [
            *_ground(background),
            *_areas(value),
            *_circles(value),
            communes,
            map_marks.names(marks),
            map_marks.trace(marks),
            *_targets(value),
        ],
        "layout": base.layout(
            (0, 0, 0, 0),
            xaxis=base.hidden_axis(window[0], window[2], constrain="domain"),
            yaxis=base.hidden_axis(window[1], window[3], scaleanchor="x", scaleratio=1),
            annotations=[
                *map_labels.values(names, value),
                *(name.note(spot) for name, spot in zip(names, spots, strict=False)),
                *_furniture(window, metres),
            ],
            shapes=_scale_bar(window, metres),
        ),
    }


def height(value: QuarterMap) -> int:
    """Pixels, the same for every map: the window fits in."""
    return HEIGHT


def _metres_a_pixel(window: Box, box: tuple[int, int]) -> float:
    """Where the map fits in that box both ways."""
    west, south, east, north = window
    return max((east - west) / box[0], (north - south) / box[1])


def _fixed(value: QuarterMap, window: Box, scales: tuple[float, ...]) -> npt.NDArray[Any]:
    """What no label covers: the scale at the foot, the north at the head, the shapes."""
    west, south, east, north = window
    length = 1000 * _scale(window)
    feet = [(west, south, west + 20 * m + length, south + 36 * m) for m in scales]
    heads = [(east - 28 * m, north - 46 * m, east, north) for m in scales]
    drawn = [area for area in value.areas if area.shape.rings]
    shapes = np.array([area.shape.outlines.box for area in drawn]).reshape(-1, 1, 4)
    centres = np.array([area.shape.centre * 2 for area in drawn]).reshape(-1, 1, 4)
    reach = np.array([map_labels.reach(area, value) for area in drawn]).reshape(-1, 1, 1)
    discs = centres + np.array([-1, -1, 1, 1]) * reach * np.array(scales)[:, None]
    low, high = np.minimum(shapes, discs)[..., :2], np.maximum(shapes, discs)[..., 2:]
    return np.concatenate([np.concatenate([low, high], axis=2), [feet, heads]])


def _polygon(tracks: tuple[Track, Track], fill: str, line: Figure, **more: object) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": tracks[0],
        "y": tracks[1],
        "fill": "toself",
        "fillcolor": fill,
        "line": line,
        "hoverinfo": "skip",
        **more,
    }


def _ground(background: Background) -> list[Figure]:
    border = {"color": tokens.colour("land-rule"), "width": 1}
    quiet = {"color": tokens.colour("water"), "width": 0}
    return [
        _polygon(background.land.tracks, tokens.colour("land"), border, name="communes"),
        _polygon(background.water.tracks, tokens.colour("water"), quiet, name="eau"),
    ]


def _areas(value: QuarterMap) -> list[Figure]:
    """Each quarter a drawing, or each look where there are too many of them to be named."""
    drawn = [area for area in value.areas if area.shape.rings]
    if len(drawn) <= map_labels.MOST:
        return [_drawn([area], value, area.shape.territory.name) for area in drawn]
    looks: dict[Any, list[MapArea]] = {}
    for area in drawn:
        looks.setdefault(_look(area, value), []).append(area)
    return [_drawn(alike, value, "quartiers dessinés") for alike in looks.values()]


def _look(area: MapArea, value: QuarterMap) -> tuple[object, ...]:
    """What two quarters that are drawn alike have in common."""
    territory, (fill, pattern) = area.shape.territory, _fill(area, value)
    return territory.kind, territory.outline, fill, pattern and pattern["shape"]


def _drawn(alike: Sequence[MapArea], value: QuarterMap, name: str) -> Figure:
    """One drawing of quarters that have the same look."""
    territory = alike[0].shape.territory
    line = {
        "color": tokens.colour("qpv" if territory.kind is Kind.QPV else "qva"),
        "width": 2 if len(value.areas) <= map_labels.MOST else 1,
        "dash": "dash" if territory.outline is Outline.INDICATIVE else "solid",
    }
    fill, pattern = _fill(alike[0], value)
    more = {"fillpattern": pattern} if pattern else {}
    pairs = [area.shape.outlines.tracks for area in alike]
    across, along = (joined([pair[axis] for pair in pairs]) for axis in (0, 1))
    return _polygon((across, along), fill, line, name=name, **more)


def _fill(area: MapArea, value: QuarterMap) -> tuple[str, Figure | None]:
    """Colour for a known rate; hatches apart for a watched quarter, a secret, nothing."""
    if area.shape.territory.kind is Kind.QVA:
        return tokens.colour("paper"), _hatch("\\", "qva")
    if value.measure == "circle":
        return tokens.colour("class-1"), None
    found = area.observation
    if found is None or found.value is None:
        secret = found is not None and found.status is Status.SECRET
        return tokens.colour("paper"), _hatch("x" if secret else "/", "qpv")
    return tokens.colour(f"class-{map_labels.rank(area, value)}"), None


def _hatch(shape: str, role: str) -> Figure:
    return {
        "shape": shape,
        "fgcolor": tokens.colour(role),
        "bgcolor": tokens.colour("paper"),
        "size": 7,
        "solidity": 0.18,
    }


def _circles(value: QuarterMap) -> list[Figure]:
    if value.measure != "circle":
        return []
    areas = [area for area in value.areas if area.shape.rings and area.count]
    colour = tokens.colour("class-4")
    return [
        {
            "type": "scatter",
            "name": "nombre",
            "mode": "markers",
            "x": [area.shape.centre[0] for area in areas],
            "y": [area.shape.centre[1] for area in areas],
            "marker": {
                "size": [2 * map_labels.radius(area, value) for area in areas],
                "color": colour,
                "opacity": 0.85,
                "line": {"width": 1, "color": tokens.colour("paper")},
            },
            "hoverinfo": "skip",
        }
    ]


def _targets(value: QuarterMap) -> list[Figure]:
    """Transparent discs over the quarters: what the pointer and the finger hit.

    Each quarter that has a name has its own: a new value is then a word to change, not a drawing.
    """
    areas = [area for area in value.areas if area.shape.rings]
    if len(areas) > map_labels.MOST:
        return [_target(areas, [_said(area) for area in areas])]
    return [_target([area], _said(area)) for area in areas]


def _said(area: MapArea) -> str:
    return f"{area.shape.territory.name}\u00a0: {area.label}"


def _target(areas: Sequence[MapArea], said: str | list[str]) -> Figure:
    return {
        "type": "scatter",
        "name": "quartiers",
        "mode": "markers",
        "x": [area.shape.centre[0] for area in areas],
        "y": [area.shape.centre[1] for area in areas],
        "marker": {"size": 44, "color": tokens.colour("paper"), "opacity": 0},
        "customdata": [f"quartier={area.shape.territory.code}" for area in areas],
        "hovertext": said,
        "hoverinfo": "text",
    }


def _scale(window: Box) -> int:
    wide = (window[2] - window[0]) / 5
    return next((km for km in (20, 10, 5, 2, 1) if km * 1000 <= wide), 1)


def _scale_bar(window: Box, metres: float) -> list[Figure]:
    x, y = window[0] + 14 * metres, window[1] + 16 * metres
    line = {"color": tokens.colour("ink"), "width": 2}
    return [
        {"type": "line", "x0": x, "x1": x + 1000 * _scale(window), "y0": y, "y1": y, "line": line}
    ]


def _furniture(window: Box, metres: float) -> list[Figure]:
    """The length of the scale bar and the north."""
    x, y = window[0] + 14 * metres, window[1] + 16 * metres
    ink = {"size": base.SMALL, "color": tokens.colour("ink")}
    return [
        base.note(f"{_scale(window)}\u00a0km", x, y, xanchor="left", yanchor="bottom", font=ink),
        base.note(
            "<b>↑</b><br>N",
            window[2] - 14 * metres,
            window[3] - 8 * metres,
            yanchor="top",
            font={"size": base.TEXT, "color": tokens.colour("ink")},
        ),
    ]


if __name__ == "__main__":
    from dashboard.figures import demo

    demo.show("quarter_map")
