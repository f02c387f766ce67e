"""Names and values on a map, each where no other stands."""

from __future__ import annotations

from dashboard import tokens
from dashboard.domain.quarter_map import Background, MapArea, QuarterMap
from dashboard.domain.territory import Kind
from dashboard.figures import base, boxes
from dashboard.figures.base import Figure
from dashboard.figures.boxes import Box, Window

ROOM = 110.0
"""Pixels that a shape must offer to bear its value inside."""

Frame = tuple[Window, list[Box]]
"""The window of a map, and the boxes that labels already take in it."""


def quarters(
    value: QuarterMap, background: Background, metres: float, taken: list[tuple[float, ...]]
) -> list[Figure]:
    """The value on each drawn quarter, its name beside the shape, where no other name stands."""
    drawn = [area for area in value.areas if area.shape.rings]
    taken += [boxes.outline_box(area) for area in drawn]
    found = []
    for area in sorted(drawn, key=lambda item: item.shape.territory.kind is not Kind.QPV):
        inside = value.measure == "circle" or _width(area) > ROOM * metres
        if area.label and inside:
            found.append(_value_note(area, value, *area.shape.centre))
        name = base.shorten(area.shape.territory.name, 26)
        words = name if inside or not area.label else f"{name} {area.label}"
        found.append(_name_note(area, words, (background.window, taken), metres))
    return found


def _width(area: MapArea) -> float:
    xs = [point[0] for ring in area.shape.rings for point in ring]
    return max(xs) - min(xs)


def _name_note(area: MapArea, name: str, frame: Frame, metres: float) -> Figure:
    window, taken = frame
    strong = area.shape.territory.kind is Kind.QPV
    half = (3.9 if strong else 3.4) * len(name) * metres
    places = _around(area, half, metres)
    candidates = [boxes.box(spot, half, 9 * metres) for spot in places]
    free = (
        rank
        for rank, box in enumerate(candidates)
        if boxes.within(box, window) and not any(boxes.touch(box, other) for other in taken)
    )
    chosen = next(free, 0)
    x, y = places[chosen]
    taken.append(candidates[chosen])
    return base.note(
        f"<b>{name}</b>" if strong else name,
        x,
        y,
        bgcolor=tokens.veil("land", 0.8),
        font={"size": base.TEXT if strong else base.SMALL, "color": tokens.colour("ink")},
        **base.click(("quartier", area.shape.territory.code)),
    )


def _around(area: MapArea, half: float, metres: float) -> list[tuple[float, float]]:
    """Under, over, right, left of the shape; then further under and over."""
    points = [point for ring in area.shape.rings for point in ring]
    x, y = area.shape.centre
    left = min(*(point[0] for point in points), x - 22 * metres)
    right = max(*(point[0] for point in points), x + 22 * metres)
    low = min(*(point[1] for point in points), y - 10 * metres)
    high = max(*(point[1] for point in points), y + 10 * metres)
    gap = 12 * metres
    beside = [(right + half + gap / 3, y), (left - half - gap / 3, y)]
    near = [(x, low - gap), (x, high + gap), *beside]
    far = [(x, low - 3 * gap), (x, high + 3 * gap)]
    corners = [(px, py) for px in (beside[0][0], beside[1][0]) for py in (low - gap, high + gap)]
    return [*near, *corners, *far]


def _value_note(area: MapArea, value: QuarterMap, x: float, y: float) -> Figure:
    known = area.observation is not None and area.observation.value is not None
    dark = known and value.measure == "colour" and rank(area, value) >= 4
    on_circle = value.measure == "circle" and bool(area.count)
    colour = "paper" if dark or on_circle else "ink"
    back = {} if dark or on_circle else {"bgcolor": tokens.veil("paper", 0.85)}
    return base.note(
        f"<b>{area.label}</b>",
        x,
        y,
        font={"size": base.TEXT, "color": tokens.colour(colour)},
        **back,
    )


def communes(
    background: Background, value: QuarterMap, metres: float, taken: list[tuple[float, ...]]
) -> list[Figure]:
    """Names of communes that fall clear of every other label."""
    west, south, east, north = background.window
    found = []
    for name, x, y in sorted(background.names, key=lambda item: -_marked(item, value)):
        box = boxes.box((x, y), (4 + 3.6 * len(name)) * metres, 9 * metres)
        clear = boxes.within(box, (west, south, east, north - 30 * metres))
        if clear and not any(boxes.touch(box, other) for other in taken):
            taken.append(box)
            found.append(
                base.note(name, x, y, font={"size": base.SMALL, "color": tokens.colour("ink-2")})
            )
    return found


def _marked(item: tuple[str, float, float], value: QuarterMap) -> int:
    return sum(area.shape.centre == (item[1], item[2]) for area in value.areas)


def rank(area: MapArea, value: QuarterMap) -> int:
    """One of five classes of equal width; with fewer than five areas, a single strong one."""
    known = [
        float(a.observation.value)
        for a in value.areas
        if a.observation is not None and a.observation.value is not None
    ]
    if len(known) < 5 or area.observation is None:
        return 4
    low, high = min(known), max(known)
    if high == low:
        return 3
    share = (float(area.observation.value or 0) - low) / (high - low)
    return min(5, 1 + int(share * 5))
