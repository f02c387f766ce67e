"""Outlines in Lambert-93 metres, simplified together so that neighbours keep one border."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.domain import overseas
from dashboard.domain.territory import Outline
from dashboard.publication import insets
from dashboard.publication.insets import DEGREES, METRIC, Layout
from dashboard.publication.sources import Sources

PIXELS = 640
"""Width of the map that shows the whole window: its zoom. The open file keeps every point."""

TOLERANCE = 25.0
"""Metres: what communes lose at least, of which the window shows a part only."""

GridRing = list[tuple[int, int]]


def document(sources: Sources) -> dict[str, Any]:
    """Everything a map draws, as integers of metres: communes, water, quarters, marks, window and
    insets."""
    found = layout(sources)
    communes = _placed(sources, "communes", found)
    water = _placed(sources, "eau", found)
    quarters = _placed(sources, "contours_quartiers", found)
    left, _, right, _ = found.window
    half = (right - left) / PIXELS / 2
    return {
        "window": [round(value) for value in found.window],
        "insets": [inset.document() for inset in found.insets],
        "communes": _areas(communes, simplified(list(communes.geometry), max(half, TOLERANCE))),
        "water": [ring for area in _areas(water, list(water.geometry)) for ring in area["rings"]],
        "quarters": _areas(quarters, _by_generation(sources, quarters, half)),
        "names": _names(sources, communes),
        "sources": list(dict.fromkeys([*_sources(communes), *_sources(water)])),
        "marks": _marks(sources),
    }


def layout(sources: Sources) -> Layout:
    """The window of the territory, and the insets beside it."""
    west, south, east, north = sources.settings.window
    corners = gpd.GeoSeries.from_xy([west, east], [south, north], crs=DEGREES).to_crs(METRIC)
    left, foot, right, head = map(float, corners.total_bounds)
    if not overseas.spans(sources.settings.window):
        return Layout((left, foot, right, head))
    quarters = _frame(sources, "contours_quartiers").to_crs(DEGREES)
    return insets.laid((left, foot, right, head), quarters.geometry)


def _placed(sources: Sources, name: str, found: Layout) -> gpd.GeoDataFrame:
    """A layer where the map draws it."""
    frame = _frame(sources, name)
    return found.placed(frame.to_crs(DEGREES)) if found.insets else frame


def in_insets(sources: Sources) -> dict[str, list[list[tuple[float, float]]]]:
    """The whole outline of each quarter that an inset shows, as it is drawn there."""
    found = layout(sources)
    frame = _frame(sources, "contours_quartiers")
    zones = insets.zones_of(frame.to_crs(DEGREES).geometry) if found.insets else []
    held = frame[[zone is not None for zone in zones]] if zones else frame.iloc[:0]
    return _whole(found.placed(held.to_crs(DEGREES)))


def perimeters(sources: Sources) -> dict[str, list[list[tuple[float, float]]]]:
    """The whole outline of each quarter, as its source draws it, in metres to the decimetre: what
    says whether a point is inside."""
    return _whole(_frame(sources, "contours_quartiers"))


def _whole(frame: gpd.GeoDataFrame) -> dict[str, list[list[tuple[float, float]]]]:
    codes = frame["code"].tolist()
    return {
        code: [[(round(x, 1), round(y, 1)) for x, y in ring.coords] for ring in _lines(shape)]
        for code, shape in zip(codes, frame.geometry, strict=True)
    }


def _sources(frame: gpd.GeoDataFrame) -> list[str]:
    """The sources that the shapes name, in their order."""
    return [str(slug) for slug in frame["source"].dropna()] if "source" in frame else []


def simplified(shapes: Sequence[BaseGeometry], tolerance: float) -> list[BaseGeometry]:
    """The outlines with what that many metres do not show left out; a border that two neighbours
    share stays one line, and none is lost."""
    if not shapes:
        return []
    return list(shapely.coverage_simplify(np.array(shapes), tolerance))


def _by_generation(
    sources: Sources, quarters: gpd.GeoDataFrame, tolerance: float
) -> list[BaseGeometry]:
    """Quarters simplified with their neighbours: perimeters of two generations overlap."""
    generation = {row["code"]: row["generation"] for row in sources.rows("territoires")}
    shapes = list(quarters.geometry)
    groups: dict[str, list[int]] = {}
    for position, code in enumerate(quarters["code"]):
        groups.setdefault(generation.get(code, ""), []).append(position)
    for group in groups.values():
        kept = simplified([shapes[position] for position in group], tolerance)
        for position, shape in zip(group, kept, strict=True):
            shapes[position] = shape
    return shapes


def _frame(sources: Sources, name: str) -> gpd.GeoDataFrame:
    features = sources.shapes.get(name, {}).get("features", [])
    if not features:
        return gpd.GeoDataFrame({"code": []}, geometry=[], crs=METRIC)
    return gpd.GeoDataFrame.from_features(features, crs="EPSG:4326").to_crs(METRIC)


def _areas(frame: gpd.GeoDataFrame, shapes: list[BaseGeometry]) -> list[dict[str, Any]]:
    codes = list(frame["code"]) if "code" in frame else [""] * len(frame)
    return [
        {"code": code, "rings": _rings(shape), "centre": _centre(shape)}
        for code, shape in zip(codes, shapes, strict=True)
    ]


def _rings(shape: BaseGeometry) -> list[GridRing]:
    return [[(round(x), round(y)) for x, y in ring.coords] for ring in _lines(shape)]


def _lines(shape: BaseGeometry) -> list[shapely.LinearRing]:
    """The lines of a surface, those of its holes included."""
    return [r for part in shapely.get_parts(shape) for r in (part.exterior, *part.interiors)]


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


def _marks(sources: Sources) -> list[tuple[str, int, int]]:
    """The quarters that an approximate mark stands for, each with its point."""
    rows = [row for row in sources.rows("territoires") if row["trace"] == Outline.APPROXIMATE]
    east, north = ([float(row[name]) for row in rows] for name in ("repere_lon", "repere_lat"))
    points = gpd.GeoSeries.from_xy(east, north, crs="EPSG:4326").to_crs(METRIC)
    return [(row["code"], round(p.x), round(p.y)) for row, p in zip(rows, points, strict=True)]
