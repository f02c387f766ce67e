"""Outlines drawn by chance, in metres around a point of the ocean, given in degrees.

Neighbouring communes share each vertex of their border: a border is drawn once, by its ends.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from scripts.exemple.base import SOURCE, draw
from scripts.exemple.places import COMMUNES, QUARTERS

Point = tuple[float, float]
Knot = tuple[int, int]

ORIGIN: Point = (-206_000.0, 6_630_000.0)
"""The centre of the territory in Lambert-93 metres: some 500 km off any coast of France."""
MARGIN = 700
_QUARTER_SHAPES: dict[str, tuple[int, int, int]] = {
    "QP099001": (-560, 1400, 620),
    "QP099002": (1500, -1500, 520),
    "QP099003": (-3700, 2900, 450),
    "QP099004": (-980, -2060, 430),
    "QP099005": (4000, 2500, 400),
    "QP099006": (3500, -4400, 380),
    "QN09906N": (1880, 520, 380),
    "QVA-99001-VERDOLINE": (-800, -500, 340),
    "QVA-99002-GRAND-PESQUIN": (-5000, 1000, 320),
    "QVA-99004-CLOS-MIRANDOUL": (-3430, -1070, 340),
    "QVA-99006-POMMELIERE": (-7600, -900, 330),
    "QVA-99010-BRINDAILLE": (7300, 6200, 350),
}
_SAME = {
    "QN09901I": "QP099001",
    "QN09903I": "QP099003",
    "QN09904I": "QP099004",
    "QN09905I": "QP099006",
    "QVA-99003-TROIS-QUENOUILLES": "QP099005",
}


def degrees(point: Point) -> Point:
    """Longitude and latitude of a point given in metres around the centre (IGN, ALG0004)."""
    east, north = point[0] + ORIGIN[0], point[1] + ORIGIN[1]
    n, c, pole, e = (
        0.7256077650532670,
        11_754_255.426096,
        (700_000.0, 12_655_612.049876),
        0.0818191910428158,
    )
    dx, dy = east - pole[0], pole[1] - north
    isometric = -math.log(math.hypot(dx, dy) / c) / n
    lat = 2 * math.atan(math.exp(isometric)) - math.pi / 2
    for _ in range(12):
        sine = e * math.sin(lat)
        ratio = ((1 + sine) / (1 - sine)) ** (e / 2)
        lat = 2 * math.atan(ratio * math.exp(isometric)) - math.pi / 2
    lon = 3.0 + math.degrees(math.atan2(dx, dy) / n)
    return round(lon, 6), round(math.degrees(lat), 6)


def feature(ring: Sequence[Point], properties: Mapping[str, object]) -> dict[str, Any]:
    """A GeoJSON feature from an open ring in metres."""
    closed = [degrees(point) for point in (*ring, ring[0])]
    geometry = {"type": "Polygon", "coordinates": [closed]}
    return {"type": "Feature", "properties": dict(properties), "geometry": geometry}


def _border_of_all() -> list[Point]:
    """The outer border of the territory, counter-clockwise."""
    turns = draw("contour")
    angles = [2 * math.pi * step / 22 for step in range(22)]
    return [
        (
            13_200 * math.cos(angle) * turns.uniform(0.9, 1.06),
            10_600 * math.sin(angle) * turns.uniform(0.9, 1.06),
        )
        for angle in angles
    ]


def _nearer(ring: list[Point], seed: Knot, other: Knot) -> list[Point]:
    """What of the ring lies nearer ``seed`` than ``other``."""

    def side(point: Point) -> float:
        return math.dist(point, seed) ** 2 - math.dist(point, other) ** 2

    kept: list[Point] = []
    for start, end in zip(ring, ring[1:] + ring[:1], strict=True):
        here, there = side(start), side(end)
        if here <= 0:
            kept.append(start)
        if here * there < 0:
            part = here / (here - there)
            kept.append(
                (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))
            )
    return kept


def _cell(seed: Knot) -> list[Knot]:
    """The commune around its seed, as knots on a grid of 20 m that neighbours agree on."""
    ring = _border_of_all()
    for commune in COMMUNES:
        if commune.seed != seed:
            ring = _nearer(ring, seed, commune.seed)
    knots = [(round(x / 20) * 20, round(y / 20) * 20) for x, y in ring]
    return list(dict.fromkeys(knots))


def _wander(start: Knot, end: Knot) -> list[Point]:
    """A natural line between two knots, the same in both directions; without its last point."""
    first, last = min(start, end), max(start, end)
    line: list[Point] = [first, last]
    steps = draw(f"limite {first} {last}")
    for _ in range(3):
        line = [*_halved(line, steps.uniform), last]
    line = line if start == first else line[::-1]
    return line[:-1]


def _halved(line: list[Point], uniform: Callable[[float, float], float]) -> list[Point]:
    found: list[Point] = []
    for (x0, y0), (x1, y1) in pairwise(line):
        swing = uniform(-0.11, 0.11)
        middle = ((x0 + x1) / 2 - swing * (y1 - y0), (y0 + y1) / 2 + swing * (x1 - x0))
        found += [(x0, y0), (round(middle[0]), round(middle[1]))]
    return found


def commune_ring(seed: Knot) -> list[Point]:
    """The border of the commune of that seed, in metres."""
    knots = _split_at_foreign_knots(_cell(seed))
    pairs = zip(knots, knots[1:] + knots[:1], strict=True)
    return [point for start, end in pairs for point in _wander(start, end)]


def _split_at_foreign_knots(knots: list[Knot]) -> list[Knot]:
    """The knots, with those of other communes that lie on the same line between two of them."""
    others = {knot for commune in COMMUNES for knot in _cell(commune.seed)}
    found: list[Knot] = []
    for start, end in zip(knots, knots[1:] + knots[:1], strict=True):
        between = [k for k in others if k not in (start, end) and _lies_on(k, start, end)]
        found += [start, *sorted(between, key=lambda knot: math.dist(knot, start))]
    return found


def _lies_on(knot: Knot, start: Knot, end: Knot) -> bool:
    return math.dist(knot, start) + math.dist(knot, end) - math.dist(start, end) < 2


def communes() -> list[dict[str, Any]]:
    """The features of communes.geojson; the town hall stands at the seed."""
    found = []
    for commune in COMMUNES:
        lon, lat = degrees(commune.seed)
        hall = {"mairie_lon": lon, "mairie_lat": lat, "source": SOURCE}
        names = {"code": commune.code, "nom": commune.name, **hall}
        found.append(feature(commune_ring(commune.seed), names))
    return found


def quarter_ring(code: str) -> list[Point]:
    """The outline of a quarter in metres; the extended one takes in a lobe to the south-east."""
    if code == "QN09902M":
        return _lobe(quarter_ring("QP099002"), (1500, -1500))
    x, y, radius = _QUARTER_SHAPES[_SAME.get(code, code)]
    turns = draw(f"quartier {_SAME.get(code, code)}")
    steps = 11
    return [
        (
            round(x + radius * turns.uniform(0.68, 1.26) * math.cos(2 * math.pi * step / steps)),
            round(y + radius * turns.uniform(0.68, 1.26) * math.sin(2 * math.pi * step / steps)),
        )
        for step in range(steps)
    ]


def _lobe(ring: list[Point], centre: Knot) -> list[Point]:
    """The ring pushed outwards to the south-east, never inwards."""
    return [
        (round(centre[0] + 1.45 * (x - centre[0])), round(centre[1] + 1.45 * (y - centre[1])))
        if x > centre[0] - 100 and y < centre[1] + 100
        else (x, y)
        for x, y in ring
    ]


def quarters() -> list[dict[str, Any]]:
    """The features of contours_quartiers.geojson: the quarters whose place is published."""
    return [
        feature(
            quarter_ring(item.code),
            {"code": item.code, "trace": item.outline, "source": SOURCE},
        )
        for item in QUARTERS
        if item.outline != "inconnu"
    ]


def window() -> tuple[float, float, float, float]:
    """West, south, east, north of the default frame: two opposite corners of the map, in degrees."""
    points = [point for commune in COMMUNES for point in commune_ring(commune.seed)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    west, south = degrees((min(xs) - MARGIN, min(ys) - MARGIN))
    east, north = degrees((max(xs) + MARGIN, max(ys) + MARGIN))
    return west, south, east, north
