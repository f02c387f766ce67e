"""What lies around the quarters: a river, a lake, places that the map names."""

from __future__ import annotations

import math
from typing import Any

from scripts.exemple.base import SOURCE, RawRow, draw
from scripts.exemple.shapes import Point, degrees, feature


def water() -> list[dict[str, Any]]:
    """The features of eau.geojson: a river that comes from the north and the lake it feeds."""
    course: list[Point] = [
        (2600, 9000),
        (1900, 7400),
        (2300, 5700),
        (1200, 4300),
        (700, 2900),
        (900, 1400),
        (300, 300),
        (400, -1100),
        (-200, -2400),
        (100, -3900),
        (-500, -5200),
        (-300, -6300),
    ]
    left = [(x - 45, y) for x, y in course]
    right = [(x + 45, y + 12) for x, y in reversed(course)]
    turns = draw("lac")
    lake = [
        (
            round(-300 + 1700 * turns.uniform(0.86, 1.1) * math.cos(2 * math.pi * step / 20)),
            round(-7300 + 950 * turns.uniform(0.86, 1.1) * math.sin(2 * math.pi * step / 20)),
        )
        for step in range(20)
    ]
    return [
        feature([*left, *right], {"code": "sevrolle", "nom": "La Sévrolle", "source": SOURCE}),
        feature(lake, {"code": "mirandoul", "nom": "Lac de Mirandoul", "source": SOURCE}),
    ]


def landmarks() -> list[RawRow]:
    """The rows of lieux.csv: places that the map names besides the communes."""
    spots = (
        ("lac", "Lac de Mirandoul", (-300, -7300)),
        ("gare", "Gare d’Auzelande", (900, -600)),
        ("hopital", "Hôpital d’Auzelande", (-1500, 300)),
        ("campus", "Campus de Fontaubel", (3200, 3600)),
    )
    found: list[RawRow] = []
    for code, name, spot in spots:
        lon, lat = degrees(spot)
        found.append({"code": code, "nom": name, "lon": lon, "lat": lat, "source": SOURCE})
    return found
