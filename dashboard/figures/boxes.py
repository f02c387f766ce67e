"""Boxes that labels take on a map, in metres: who touches whom."""

from __future__ import annotations

from dashboard.domain.quarter_map import MapArea

Box = tuple[float, ...]
Window = tuple[float, float, float, float]


def box(centre: tuple[float, float], half_width: float, half_height: float) -> Box:
    """The box around a point, by its half width and half height."""
    x, y = centre
    return (x - half_width, y - half_height, x + half_width, y + half_height)


def within(box: Box, window: Window) -> bool:
    """Whether a box stands inside the window."""
    west, south, east, north = window
    return west < box[0] and box[2] < east and south < box[1] and box[3] < north


def touch(one: Box, other: Box) -> bool:
    """Whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def outline_box(area: MapArea) -> Box:
    """The box around the shape of a quarter."""
    points = [point for ring in area.shape.rings for point in ring]
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return (min(xs), min(ys), max(xs), max(ys))
