"""Quarters as polygons in Lambert-93: no tiles, true vector, hatches that survive a copier."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dashboard import tokens
from dashboard.domain.indicator import Status
from dashboard.domain.quarter_map import Background, MapArea, QuarterMap
from dashboard.domain.territory import Kind, Outline
from dashboard.figures import base, boxes, map_labels
from dashboard.figures.base import Figure

HEIGHT = 640
WIDTH = 400
"""Pixels of the narrowest box in which labels must not collide: a phone."""
MARK = 11.0
"""Pixels of the radius of a numbered mark."""

Ring = tuple[tuple[float, float], ...]


def draw(value: QuarterMap, background: Background) -> Figure:
    """The map: quiet ground, quarters, marks; every quarter carries the click that selects it."""
    window = background.window
    metres = _metres_a_pixel(window)
    marks = _marks(value, metres)
    taken: list[tuple[float, ...]] = [
        boxes.box((x, y), MARK * metres, MARK * metres) for _, x, y in marks
    ]
    labels = map_labels.quarters(value, background, metres, taken)
    return {
        "data": [
            *_ground(background),
            *(_area(area, value) for area in value.areas if area.shape.rings),
            *_circles(value, metres),
            _mark_trace(marks),
            _targets(value),
        ],
        "layout": base.layout(
            (0, 0, 0, 0),
            xaxis=base.hidden_axis(window[0], window[2], constrain="domain"),
            yaxis=base.hidden_axis(window[1], window[3], scaleanchor="x", scaleratio=1),
            annotations=[
                *map_labels.communes(background, value, metres, taken),
                *labels,
                *_mark_numbers(marks),
                *_furniture(window, metres),
            ],
            shapes=_scale_bar(window, metres),
        ),
    }


def height(value: QuarterMap) -> int:
    """Pixels, the same for every map: the window fits in."""
    return HEIGHT


def _metres_a_pixel(window: tuple[float, float, float, float]) -> float:
    return (window[2] - window[0]) / WIDTH


def _path(rings: Sequence[Ring]) -> tuple[list[float | None], list[float | None]]:
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in rings:
        if x:
            x.append(None)
            y.append(None)
        x += [point[0] for point in ring]
        y += [point[1] for point in ring]
    return x, y


def _polygon(rings: Sequence[Ring], fill: str, line: Figure, **more: object) -> Figure:
    x, y = _path(rings)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "fill": "toself",
        "fillcolor": fill,
        "line": line,
        "hoverinfo": "skip",
        **more,
    }


def _ground(background: Background) -> list[Figure]:
    land = [ring for _, rings in background.communes for ring in rings]
    border = {"color": tokens.colour("land-rule"), "width": 1}
    quiet = {"color": tokens.colour("water"), "width": 0}
    return [
        _polygon(land, tokens.colour("land"), border, name="communes"),
        _polygon(background.water, tokens.colour("water"), quiet, name="eau"),
    ]


def _area(area: MapArea, value: QuarterMap) -> Figure:
    territory = area.shape.territory
    indicative = territory.outline is Outline.INDICATIVE
    line = {
        "color": tokens.colour("qpv" if territory.kind is Kind.QPV else "qva"),
        "width": 2,
        "dash": "dash" if indicative else "solid",
    }
    fill, pattern = _fill(area, value)
    more = {"fillpattern": pattern} if pattern else {}
    return _polygon(area.shape.rings, fill, line, name=territory.name, **more)


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


def _circles(value: QuarterMap, metres: float) -> list[Figure]:
    if value.measure != "circle":
        return []
    areas = [area for area in value.areas if area.shape.rings and area.count]
    top = max((area.count or 0 for area in areas), default=1)
    colour = tokens.colour("class-4")
    return [
        {
            "type": "scatter",
            "name": "nombre",
            "mode": "markers",
            "x": [area.shape.centre[0] for area in areas],
            "y": [area.shape.centre[1] for area in areas],
            "marker": {
                "size": [2 * math.sqrt((area.count or 0) / top) * 26 for area in areas],
                "color": colour,
                "opacity": 0.85,
                "line": {"width": 1, "color": tokens.colour("paper")},
            },
            "hoverinfo": "skip",
        }
    ]


def _marks(value: QuarterMap, metres: float) -> list[tuple[MapArea, float, float]]:
    """Numbered marks of quarters without a shape, side by side under the name of their commune."""
    groups: dict[tuple[float, float], list[MapArea]] = {}
    for area in value.areas:
        if not area.shape.rings:
            groups.setdefault(area.shape.centre, []).append(area)
    step = 2.25 * MARK * metres
    taken = [boxes.outline_box(area) for area in value.areas if area.shape.rings]
    found = []
    for (x, y), members in groups.items():
        half = step * len(members) / 2
        spots = [(x, y + shift * MARK * metres) for shift in (-2.2, 2.2, 4.4, -4.4, 6.6, -6.6, 9)]
        candidates = [boxes.box(spot, half, MARK * metres) for spot in spots]
        rank = next(
            (i for i, b in enumerate(candidates) if not any(boxes.touch(b, t) for t in taken)), 0
        )
        taken.append(candidates[rank])
        start = x - step * (len(members) - 1) / 2
        found += [(area, start + n * step, spots[rank][1]) for n, area in enumerate(members)]
    return found


def _mark_trace(marks: list[tuple[MapArea, float, float]]) -> Figure:
    return {
        "type": "scatter",
        "name": "emplacement non publié",
        "mode": "markers",
        "x": [x for _, x, _ in marks],
        "y": [y for _, _, y in marks],
        "marker": {
            "size": 2 * MARK,
            "color": tokens.colour("paper"),
            "line": {"width": 1.5, "color": tokens.colour("qva")},
        },
        "customdata": [f"quartier={area.shape.territory.code}" for area, _, _ in marks],
        "text": [f"{a.shape.territory.name}\u00a0: emplacement non publié" for a, _, _ in marks],
        "hoverinfo": "text",
    }


def _targets(value: QuarterMap) -> Figure:
    """Transparent discs over the quarters: what the pointer and the finger hit."""
    areas = [area for area in value.areas if area.shape.rings]
    return {
        "type": "scatter",
        "name": "quartiers",
        "mode": "markers",
        "x": [area.shape.centre[0] for area in areas],
        "y": [area.shape.centre[1] for area in areas],
        "marker": {"size": 44, "color": tokens.colour("paper"), "opacity": 0},
        "customdata": [f"quartier={area.shape.territory.code}" for area in areas],
        "text": [f"{area.shape.territory.name}\u00a0: {area.label}" for area in areas],
        "hoverinfo": "text",
    }


def _mark_numbers(marks: list[tuple[MapArea, float, float]]) -> list[Figure]:
    return [
        base.note(
            str(area.shape.territory.mark or ""),
            x,
            y,
            font={"size": base.SMALL, "color": tokens.colour("ink")},
            **base.click(("quartier", area.shape.territory.code)),
        )
        for area, x, y in marks
    ]


def _scale(window: tuple[float, float, float, float]) -> int:
    wide = (window[2] - window[0]) / 5
    return next((km for km in (20, 10, 5, 2, 1) if km * 1000 <= wide), 1)


def _scale_bar(window: tuple[float, float, float, float], metres: float) -> list[Figure]:
    x, y = window[0] + 14 * metres, window[1] + 16 * metres
    line = {"color": tokens.colour("ink"), "width": 2}
    return [
        {"type": "line", "x0": x, "x1": x + 1000 * _scale(window), "y0": y, "y1": y, "line": line}
    ]


def _furniture(window: tuple[float, float, float, float], metres: float) -> list[Figure]:
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
