"""One point beside the quarters, close enough to see on which side of a line it stands."""

from __future__ import annotations

from dashboard.charts import base, map_ground, map_scale, measure
from dashboard.charts.base import Figure
from dashboard.charts.label_placement import Canvas, Label, Spot
from dashboard.domain.location import Perimeter, Point
from dashboard.domain.quarter_map import Background, Box
from dashboard.domain.territory import Kind, Outline
from dashboard.domain.track import Track, joined
from dashboard.words import tokens

HEIGHT = 420
WIDE = 3 / 2
"""Width of the window for its height."""
ROOM, LEAST = 0.16, 700.0
"""Part of the window left around what it shows; its metres from side to side, at least."""
PHONE, CARD = (300, 200), (630, 420)
"""Pixels of the boxes in which labels must not collide."""
DOT, TALL = 15, 20.0


def draw(name: str, point: Point, perimeters: tuple[Perimeter, ...], ground: Background) -> Figure:
    """The point, the nearest quarters with their exact lines, and the quiet ground under them."""
    window = _window(point, perimeters)
    scales = tuple(
        max((window[2] - window[0]) / w, (window[3] - window[1]) / h) for w, h in (PHONE, CARD)
    )
    labels = [_pointed(name, point, scales), *(_inside(item, scales) for item in perimeters)]
    spots = Canvas(window, scales).settle(labels)
    names = [f"<b>{name}</b>", *(item.quarter.name for item in perimeters)]
    return {
        "data": [*map_ground.draw(ground), *map(_quarter, perimeters), _dot(name, point)],
        "layout": base.layout(
            (0, 0, 0, 0),
            xaxis=base.hidden_axis(window[0], window[2], constrain="domain"),
            yaxis=base.hidden_axis(window[1], window[3], scaleanchor="x", scaleratio=1),
            annotations=[
                *(_note(words, spot) for words, spot in zip(names, spots, strict=True)),
                *map_scale.notes(window, scales[0]),
            ],
            shapes=map_scale.bar(window, scales[0]),
        ),
    }


def height() -> int:
    """Pixels, the same for every point."""
    return HEIGHT


def _window(point: Point, perimeters: tuple[Perimeter, ...]) -> Box:
    """The box around the point and those quarters, with some room, of one shape."""
    boxes = [(*point, *point), *(item.box for item in perimeters)]
    west, south = (min(box[side] for box in boxes) for side in (0, 1))
    east, north = (max(box[side] for box in boxes) for side in (2, 3))
    wide = max(east - west, (north - south) * WIDE, LEAST) * (1 + 2 * ROOM)
    x, y = (west + east) / 2, (south + north) / 2
    return (x - wide / 2, y - wide / WIDE / 2, x + wide / 2, y + wide / WIDE / 2)


def _quarter(item: Perimeter) -> Figure:
    """The quarter in its colour; hatched where it is under active watch, dashed where its line is
    indicative."""
    watched = item.quarter.kind is Kind.QVA
    line = {
        "color": tokens.colour("qva" if watched else "qpv"),
        "width": 2,
        "dash": "dash" if item.quarter.outline is Outline.INDICATIVE else "solid",
    }
    across, along = (
        joined([Track(round(at[axis], 1) for at in ring) for ring in item.rings]) for axis in (0, 1)
    )
    fill = "paper" if watched else "class-1"
    return map_ground.area((across, along), tokens.colour(fill), line, name=item.quarter.name)


def _dot(name: str, point: Point) -> Figure:
    ring = {"width": 3, "color": tokens.colour("paper")}
    return {
        "type": "scatter",
        "name": "point cherché",
        "mode": "markers",
        "x": [point[0]],
        "y": [point[1]],
        "marker": {"size": DOT, "color": tokens.colour("ink"), "line": ring},
        "hovertext": [name],
        "hoverinfo": "text",
    }


def _pointed(name: str, point: Point, scales: tuple[float, ...]) -> Label:
    """Over the point, under it, or beside it."""
    x, y = point
    far = DOT / 2 + 5
    spots = [
        Spot(x, y, yanchor="bottom", yshift=far),
        Spot(x, y, yanchor="top", yshift=-far),
        Spot(x, y, "left", xshift=far),
        Spot(x, y, "right", xshift=-far),
        Spot(x, y, "left", "bottom", yshift=far),
        Spot(x, y, "right", "bottom", yshift=far),
        Spot(x, y, "left", "top", yshift=-far),
        Spot(x, y, "right", "top", yshift=-far),
    ]
    return Label(spots, _sizes(f"<b>{name}</b>", scales), scales)


def _inside(item: Perimeter, scales: tuple[float, ...]) -> Label:
    """In the quarter where it is wide enough, else beside it."""
    west, south, east, north = item.box
    x, y = (west + east) / 2, (south + north) / 2
    sizes = _sizes(item.quarter.name, scales)
    within = (east - west) / scales[1] > 2 * sizes[1][0]
    beside = [
        Spot(east, y, "left", xshift=6),
        Spot(west, y, "right", xshift=-6),
        Spot(x, south, yanchor="top", yshift=-4),
        Spot(x, north, yanchor="bottom", yshift=4),
        Spot(east, south, "left", xshift=6),
        Spot(west, north, "right", xshift=-6),
    ]
    return Label([*([Spot(x, y)] if within else []), *beside], sizes, scales)


def _sizes(words: str, scales: tuple[float, ...]) -> list[tuple[float, float]]:
    return [(measure.width(words, base.TEXT) + 6, TALL)] * len(scales)


def _note(words: str, spot: Spot) -> Figure:
    font = {"size": base.TEXT, "color": tokens.colour("ink")}
    back = tokens.veil("paper", 0.85)
    return base.note(words, spot.x, spot.y, **spot.keys(), bgcolor=back, font=font)
