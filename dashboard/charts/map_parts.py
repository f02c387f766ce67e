"""A circle split by pillar: its area says the whole, each sector a part, in one order from noon.

A sector has a colour and a texture, which greyscale keeps. Circles side by side compare better, and
hide each other as soon as two quarters are near; a disc takes no more room than the whole.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from dashboard.charts import map_shapes
from dashboard.charts.scene import Area
from dashboard.charts.style import Fill, Hatch, HatchTile, Stroke
from dashboard.domain.quarter_map import Outlines, QuarterMap, Ring
from dashboard.words import tokens

LARGEST = 20.0
"""Pixels of the radius of the largest circle on a phone: it grows with the map."""
TURN = 48
"""Sides of a whole circle."""
_HATCHED: dict[str, HatchTile] = {"emploi": "/", "pilotage": "x"}
"""The roles whose sectors are hatched, and how."""
_TINTED = ("social",)


def draw(value: QuarterMap, metres: float) -> list[Area]:
    """The sectors of each drawn quarter, the largest circles first, where a pixel of the smallest
    map is so many metres."""
    told = value.told
    if not value.pillars:
        return []
    places = [p for p in map_shapes.drawn(told.shapes).places if told.sizes[p]]
    places.sort(key=lambda place: -(told.sizes[place] or 0))
    return [area for place in places for area in _pie(value, place, metres)]


def radius(value: QuarterMap, size: float | None) -> float:
    """Pixels of the radius of the circle of a size on the smallest map."""
    return LARGEST * math.sqrt((size or 0) / value.largest) if value.largest else 0.0


def _pie(value: QuarterMap, place: int, metres: float) -> list[Area]:
    told, centre = value.told, value.told.shapes[place].centre
    size, start, found = told.sizes[place] or 1.0, 0.0, []
    reach = radius(value, size) * metres
    for pillar, part in zip(value.pillars, told.parts[place], strict=True):
        if part:
            end = start + part / size
            found.append(_sector(centre, reach, (start, end), pillar.role))
            start = end
    ring = circle(centre, reach)
    return [*found, Area("cercle", *Outlines((ring,)).tracks, "", Stroke(tokens.colour("ink")))]


def _sector(
    centre: tuple[float, float], reach: float, turns: tuple[float, float], role: str
) -> Area:
    whole = turns[1] - turns[0] > 1 - 1e-9
    arc = _arc(centre, reach, turns)
    ring = arc if whole else (centre, *arc, centre)
    edge = Stroke(tokens.colour("paper"), 1.5)
    return Area(f"part {role}", *Outlines((ring,)).tracks, texture(role), edge)


def circle(centre: tuple[float, float], reach: float) -> Ring:
    """A closed ring around a point, that many metres away."""
    return _arc(centre, reach, (0.0, 1.0))


def _arc(centre: Sequence[float], reach: float, turns: tuple[float, float]) -> Ring:
    """Points of a circle between two shares of a turn, clockwise from the north."""
    steps = max(2, math.ceil((turns[1] - turns[0]) * TURN) + 1)
    shares = (turns[0] + (turns[1] - turns[0]) * n / (steps - 1) for n in range(steps))
    angles = (2 * math.pi * share for share in shares)
    return tuple(
        (centre[0] + reach * math.sin(angle), centre[1] + reach * math.cos(angle))
        for angle in angles
    )


def texture(role: str) -> Fill:
    """What tells the sectors of a pillar in greyscale: full, tinted, or hatched."""
    if role in _TINTED:
        return tokens.colour(f"{role}-tint")
    tile = _HATCHED.get(role)
    if tile is None:
        return tokens.colour(role)
    return Hatch(tile, tokens.colour(role), tokens.colour("paper"), size=6, solidity=0.4)
