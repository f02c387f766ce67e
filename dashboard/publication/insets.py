"""Overseas beside the mainland: each place in its own metres, moved and scaled into an inset.

A map of the whole country is otherwise a map of the world, on which no quarter is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
from shapely.geometry.base import BaseGeometry

from dashboard.domain import overseas
from dashboard.domain.overseas import ZONES, Zone
from dashboard.domain.quarter_map import BoundingBox

METRIC, DEGREES = "EPSG:2154", "EPSG:4326"
MOST, GAP, ROOM = 1 / 6, 0.15, 0.12
"""The height of an inset in that of the mainland, at most; what stands between two, and around what
one holds, in its side."""
FOOT = 0.1
"""The share of the height that the column leaves to the scale of the map, under it."""
NAMED = 0.5
"""What the names of insets take beside them, in their side: they may run over the sea."""
WIDE = 1_000.0
"""Metres across of what an inset holds, at least."""


@dataclass(frozen=True, slots=True)
class InsetZone:
    """A zone on the map: its box there, in metres of the map, and what leads its own metres there:
    so many times larger, then moved."""

    zone: Zone
    box: BoundingBox
    scale: float
    move: tuple[float, float]

    def placed(self, shapes: gpd.GeoSeries) -> gpd.GeoSeries:
        """What stands there, moved from degrees into the box."""
        return shapes.to_crs(self.zone.crs).affine_transform(
            [self.scale, 0, 0, self.scale, *self.move]
        )

    def document(self) -> dict[str, Any]:
        """It as a publication holds it."""
        box = [round(side) for side in self.box]
        return {"name": self.zone.name, "box": box, "scale": self.scale}


@dataclass(frozen=True, slots=True)
class Layout:
    """The window of a map and its insets, in metres of the map."""

    window: BoundingBox
    insets: tuple[InsetZone, ...] = ()

    def placed(self, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """The shapes of a frame in degrees where the map draws them."""
        found = frame.to_crs(METRIC)
        shapes, zones = found.geometry.to_numpy().copy(), zones_of(frame.geometry)
        for inset in self.insets:
            held = [place for place, zone in enumerate(zones) if zone is inset.zone]
            shapes[held] = inset.placed(frame.geometry.iloc[held]).to_numpy()
        return found.set_geometry(gpd.GeoSeries(shapes, index=found.index, crs=METRIC))


def zones_of(shapes: Sequence[BaseGeometry]) -> list[Zone | None]:
    """The part of overseas that holds each shape; None on the mainland."""
    return [overseas.zone_of(shape.bounds) for shape in shapes]


def laid(window: BoundingBox, quarters: gpd.GeoSeries) -> Layout:
    """The insets that those quarters, in degrees, ask beside that window, in metres: in a column at
    its left. None where all stand in it."""
    zones = zones_of(quarters)
    used = [zone for zone in ZONES if zone in zones]
    if not used:
        return Layout(window)
    side = _side(window, len(used))
    insets = tuple(
        _inset(zone, quarters[[item is zone for item in zones]], _slot(window, side, rank))
        for rank, zone in enumerate(used)
    )
    west, south, east, north = window
    return Layout((west - side * (1 + NAMED + 2 * GAP), south, east, north), insets)


def _side(window: BoundingBox, count: int) -> float:
    """Metres of the side of an inset: that many fill the height at most."""
    tall = (window[3] - window[1]) * (1 - FOOT)
    return min(tall * MOST, tall / (count + GAP * (count + 1)))


def _slot(window: BoundingBox, side: float, rank: int) -> BoundingBox:
    """The square of an inset, from the top down."""
    west, _, _, north = window
    left, head = west - side * (1 + NAMED + GAP), north - side * (GAP + rank * (1 + GAP))
    return left, head - side, left + side, head


def _inset(zone: Zone, quarters: gpd.GeoSeries, slot: BoundingBox) -> InsetZone:
    left, foot, right, head = quarters.to_crs(zone.crs).total_bounds
    wide = max(right - left, head - foot, WIDE)
    scale = (slot[2] - slot[0]) * (1 - 2 * ROOM) / wide
    middle = np.array([(left + right) / 2, (foot + head) / 2]) * scale
    target = (slot[0] + slot[2]) / 2, (slot[1] + slot[3]) / 2
    move = float(target[0] - middle[0]), float(target[1] - middle[1])
    return InsetZone(zone, slot, float(scale), move)
