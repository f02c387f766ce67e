"""Outlines lose what the map cannot show, and neighbours keep one border."""

from __future__ import annotations

import math
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import Polygon, shape

from dashboard.publication import sources
from dashboard.publication.geometry import PIXELS, document, simplified
from tests.conftest import ROOT
from tests.walked import some

Point = tuple[float, float]


def _border(west: bool) -> list[Point]:
    """A wavy line from south to north."""
    points = [(1000 + 20 * math.sin(step / 3), 10.0 * step) for step in range(101)]
    return points if west else points[::-1]


@pytest.fixture
def neighbours() -> list[Polygon]:
    """Two quarters on both sides of a wavy border of 101 points; the ring of one starts on it,
    so that each simplified on its own would keep other points."""
    left = Polygon([*_border(west=True), (0, 1000), (0, 0)])
    ring = [*_border(west=False), (2000, 0), (2000, 1000)]
    return [left, Polygon([*ring[47:], *ring[:47]])]


@pytest.mark.parametrize("tolerance", [5.0, 15.0, 60.0])
def test_neighbours_share_their_border_after_as_before(
    neighbours: list[Polygon], tolerance: float
) -> None:
    left, right = simplified(neighbours, tolerance)
    assert shapely.get_num_coordinates(left) < shapely.get_num_coordinates(neighbours[0])
    assert left.intersection(right).area == 0
    assert shapely.coverage_is_valid([left, right])
    whole = shapely.union_all(neighbours)
    assert shapely.union_all([left, right]).symmetric_difference(whole).area < 1e-6
    corners, others = ({*map(tuple, shapely.get_coordinates(one))} for one in (left, right))
    shared = corners & others
    inner = {point for point in corners if 900 < point[0] < 1100}
    assert inner <= shared


def test_no_outline_is_lost_however_small(neighbours: list[Polygon]) -> None:
    tiny = [shapely.transform(quarter, lambda xy: xy / 1000) for quarter in neighbours]
    for kept in some(simplified(tiny, 500.0)):
        assert kept.is_valid
        assert kept.area > 0


def test_nothing_gives_nothing() -> None:
    assert simplified([], 5) == []


@pytest.mark.parametrize("slug", ["exemple", "grand-chambery"])
def test_the_drawn_outline_stays_within_a_pixel_of_the_official_one(slug: str) -> None:
    read = sources.load(Path(ROOT / "data" / slug))
    drawn = document(read)
    pixel = (drawn["window"][2] - drawn["window"][0]) / PIXELS
    full = {
        item["properties"]["code"]: shape(item["geometry"])
        for item in read.shapes["contours_quartiers"]["features"]
    }
    assert {item["code"] for item in drawn["quarters"]} == set(full)
    official = gpd.GeoSeries(full, crs=4326).to_crs(2154)
    for item in drawn["quarters"]:
        shown = shapely.union_all([Polygon(ring).exterior for ring in item["rings"]])
        assert shown.hausdorff_distance(official[item["code"]].boundary) <= 1.5 * pixel


@pytest.mark.parametrize("slug", ["exemple", "grand-chambery"])
def test_the_drawn_quarter_covers_what_its_official_outline_does(slug: str) -> None:
    read = sources.load(Path(ROOT / "data" / slug))
    full = {
        item["properties"]["code"]: shape(item["geometry"])
        for item in read.shapes["contours_quartiers"]["features"]
    }
    official = gpd.GeoSeries(full, crs=4326).to_crs(2154)
    for item in some(document(read)["quarters"]):
        (ring,) = item["rings"]
        assert Polygon(ring).area == pytest.approx(official[item["code"]].area, rel=0.01)
