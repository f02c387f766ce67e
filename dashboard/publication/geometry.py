"""Outlines in Lambert-93 metres, simplified together so that neighbours keep one border."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.publication.sources import Sources

METRIC = "EPSG:2154"
TOLERANCE = 25.0
"""Metres: half a pixel of a 640 px map of the agglomeration."""

Ring = list[tuple[int, int]]


def document(sources: Sources) -> dict[str, Any]:
    """Everything a map draws, as integers of metres: communes, water, quarters, marks, window."""
    communes = _frame(sources, "communes")
    water = _frame(sources, "eau")
    quarters = _frame(sources, "contours_quartiers")
    west, south, east, north = sources.settings.window
    corners = gpd.GeoSeries.from_xy([west, east], [south, north], crs="EPSG:4326").to_crs(METRIC)
    return {
        "window": [round(value) for value in corners.total_bounds],
        "communes": _areas(communes, simplify=True),
        "water": [ring for area in _areas(water, simplify=False) for ring in area["rings"]],
        "quarters": _areas(quarters, simplify=False),
        "names": _names(sources, communes),
    }


def _frame(sources: Sources, name: str) -> gpd.GeoDataFrame:
    features = sources.shapes.get(name, {}).get("features", [])
    if not features:
        return gpd.GeoDataFrame({"code": []}, geometry=[], crs=METRIC)
    return gpd.GeoDataFrame.from_features(features, crs="EPSG:4326").to_crs(METRIC)


def _areas(frame: gpd.GeoDataFrame, simplify: bool) -> list[dict[str, Any]]:
    shapes = list(frame.geometry)
    if simplify and shapes:
        shapes = list(shapely.coverage_simplify(np.array(shapes), TOLERANCE))
    codes = list(frame["code"]) if "code" in frame else [""] * len(frame)
    return [
        {"code": code, "rings": _rings(shape), "centre": _centre(shape)}
        for code, shape in zip(codes, shapes, strict=True)
    ]


def _rings(shape: BaseGeometry) -> list[Ring]:
    parts = shapely.get_parts(shape)
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return [[(round(x), round(y)) for x, y in ring.coords] for ring in rings]


def _centre(shape: BaseGeometry) -> tuple[int, int]:
    point = shapely.point_on_surface(shape)
    return round(point.x), round(point.y)


def _names(sources: Sources, communes: gpd.GeoDataFrame) -> list[tuple[str, str, int, int]]:
    if communes.empty or "mairie_lon" not in communes:
        return []
    halls = gpd.GeoSeries.from_xy(
        communes["mairie_lon"], communes["mairie_lat"], crs="EPSG:4326"
    ).to_crs(METRIC)
    rows = zip(communes["code"], communes["nom"], halls, strict=True)
    return [(code, name, round(point.x), round(point.y)) for code, name, point in rows]
