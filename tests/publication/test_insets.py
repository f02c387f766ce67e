"""Overseas stands beside the mainland, each part in its own metres and at its own scale."""

from __future__ import annotations

import geopandas as gpd
import pytest
from shapely.geometry import box

from dashboard.domain import overseas
from dashboard.publication.insets import DEGREES, Layout, laid, zones_of

MAINLAND = (100_000.0, 6_050_000.0, 1_250_000.0, 7_110_000.0)
LYON, SAINT_DENIS, CAYENNE = (4.8, 45.7), (55.45, -20.9), (-52.3, 4.92)


def around(*points: tuple[float, float]) -> gpd.GeoSeries:
    """A square of about a kilometre at each point."""
    return gpd.GeoSeries([box(x, y, x + 0.01, y + 0.01) for x, y in points], crs=DEGREES)


def country() -> tuple[Layout, gpd.GeoDataFrame]:
    quarters = around(LYON, SAINT_DENIS, (55.3, -21.3), CAYENNE)
    found = laid(MAINLAND, quarters)
    return found, found.placed(gpd.GeoDataFrame(geometry=quarters))


def test_each_part_of_overseas_has_one_box_that_holds_its_quarters_and_no_other() -> None:
    found, drawn = country()
    assert [inset.zone.name for inset in found.insets] == ["Guyane", "La Réunion"]
    boxes = [box(*inset.box) for inset in found.insets]
    held = [[square.contains(shape) for shape in drawn.geometry] for square in boxes]
    assert held == [[False, False, False, True], [False, True, True, False]]
    assert not boxes[0].intersects(boxes[1])


def test_the_window_holds_the_boxes_and_no_box_stands_on_the_mainland() -> None:
    found, _ = country()
    assert all(box(*found.window).contains(box(*inset.box)) for inset in found.insets)
    assert not any(box(*MAINLAND).intersects(box(*inset.box)) for inset in found.insets)


def test_a_quarter_keeps_its_shape_and_its_surface_at_the_scale_of_its_box() -> None:
    found, drawn = country()
    guyane = found.insets[0]
    own = around(CAYENNE).to_crs(guyane.zone.crs).iloc[0]
    assert drawn.geometry.iloc[3].area == pytest.approx(own.area * guyane.scale**2)


def test_the_mainland_stays_where_it_is() -> None:
    _, drawn = country()
    assert drawn.geometry.iloc[0].equals(around(LYON).to_crs("EPSG:2154").iloc[0])


def test_a_map_without_overseas_has_no_inset() -> None:
    assert laid(MAINLAND, around(LYON)) == Layout(MAINLAND)


def test_each_part_of_overseas_is_known_by_its_place() -> None:
    middles = [(z.window[0] + z.window[2], z.window[1] + z.window[3]) for z in overseas.ZONES]
    squares = gpd.GeoSeries([box(x / 2, y / 2, x / 2 + 0.01, y / 2 + 0.01) for x, y in middles])
    assert zones_of(squares) == list(overseas.ZONES)


def test_the_map_of_an_agglomeration_takes_no_outline_from_overseas() -> None:
    assert not overseas.spans((5.8, 45.5, 6.1, 45.7))
    assert overseas.spans((-5.0, 41.0, 9.6, 51.1))
