"""The columns of a map hold its drawn quarters, each with its place among all."""

from __future__ import annotations

from dashboard.charts import map_shapes
from tests.charts import samples


def test_only_the_quarters_that_have_an_outline_are_drawn() -> None:
    told = samples.place_map().told
    found = map_shapes.drawn(told.shapes)
    assert found.places == (0, 1)
    assert [shape.territory.name for shape in found.held] == ["Les Hauts", "Secret"]


def test_each_has_its_box_its_centre_its_click_and_what_is_said_of_it() -> None:
    found = map_shapes.drawn(samples.place_map().told.shapes)
    assert found.boxes.shape == (2, 4)
    assert (found.across, found.along) == ([500.0, 3000.0], [500.0, 500.0])
    assert found.clicks == ("quartier=QP000001", "quartier=QP000003")
    assert found.said[1] == "Secret\u00a0: "


def test_a_map_without_outlines_has_none() -> None:
    found = map_shapes.drawn(samples.place_map().told.shapes[2:])
    assert (found.places, found.boxes.shape, found.across) == ((), (0, 4), [])


def test_a_point_in_a_hole_is_not_inside() -> None:
    square = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0))
    hole = ((3.0, 3.0), (6.0, 3.0), (6.0, 6.0), (3.0, 6.0))
    points = [(1.0, 1.0), (4.0, 4.0), (10.0, 4.0), (3.5, 8.0)]
    assert map_shapes.inside([square, hole], points) == [True, False, False, True]
