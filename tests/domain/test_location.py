"""A point beside the quarters: inside, outside at so many metres, or too close to be told."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.location import Containment, Perimeter, is_inside, position, to_line
from dashboard.domain.territory import Outline, Territory, TerritoryKind

SQUARE = ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0), (0.0, 0.0))
COORDINATE = st.integers(-200, 300).map(float)


def quarter(code: str, outline: Outline = Outline.OFFICIAL, metres: int | None = None) -> Territory:
    return Territory(
        code,
        code,
        TerritoryKind.QPV,
        f"à {code}",
        f"de {code}",
        "2024",
        communes=("99001",),
        outline=outline,
        simplification=metres,
    )


def perimeter(code: str = "Q", east: float = 0.0, **more: object) -> Perimeter:
    ring = tuple((x + east, y) for x, y in SQUARE)
    return Perimeter(quarter(code, **more), (ring,))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("point", "answer", "metres"),
    [
        ((50.0, 50.0), Containment.INSIDE, 50),
        ((130.0, 50.0), Containment.OUTSIDE, 30),
        ((130.0, 140.0), Containment.OUTSIDE, 50),
    ],
)
def test_away_from_the_official_line_the_answer_is_told(
    point: tuple[float, float], answer: Containment, metres: float
) -> None:
    found = position(point, [perimeter()])
    assert found is not None
    assert (found.answer, found.metres) == (answer, metres)


def test_a_point_on_the_official_line_is_on_neither_side() -> None:
    found = position((100.05, 50.0), [perimeter()])
    assert found is not None
    assert found.answer is Containment.UNSURE


@pytest.mark.parametrize("east", [86.0, 99.0, 101.0, 114.0])
def test_within_fifteen_metres_of_a_simplified_line_nothing_is_told(east: float) -> None:
    found = position((east, 50.0), [perimeter(outline=Outline.SIMPLIFIED, metres=5)])
    assert found is not None
    assert found.answer is Containment.UNSURE


def test_an_indicative_line_never_says_that_a_point_is_inside() -> None:
    found = position((50.0, 50.0), [perimeter(outline=Outline.INDICATIVE)])
    assert found is not None
    assert found.answer is Containment.UNSURE


def test_the_quarter_that_holds_the_point_comes_before_one_whose_line_is_nearer() -> None:
    far, near = perimeter("LOIN", east=101.0), perimeter("ICI")
    found = position((98.0, 50.0), [far, near])
    assert found is not None
    assert found.quarter.code == "ICI"


def test_a_vague_line_that_may_hold_the_point_comes_before_an_exact_one_that_is_nearer() -> None:
    exact = perimeter("PRECIS", east=-104.0)
    vague = perimeter("VAGUE", east=10.0, outline=Outline.SIMPLIFIED, metres=5)
    found = position((2.0, 50.0), [exact, vague])
    assert found is not None
    assert (found.quarter.code, found.answer) == ("VAGUE", Containment.UNSURE)


def test_where_no_outline_is_known_nothing_is_found() -> None:
    assert position((0.0, 0.0), ()) is None


@given(st.lists(st.tuples(COORDINATE, COORDINATE), min_size=3, max_size=9), COORDINATE, COORDINATE)
def test_distance_and_side_are_those_of_a_geometry_library(
    corners: list[tuple[float, float]], x: float, y: float
) -> None:
    shape = shapely.Polygon(corners)
    ring = tuple((x, y) for x, y, *_ in shape.exterior.coords)
    point = shapely.Point(x, y)
    assert math.isclose(to_line((x, y), (ring,)), shape.exterior.distance(point), abs_tol=1e-9)
    if shape.is_valid and shape.exterior.distance(point) > 1e-6:
        assert is_inside((x, y), (ring,)) == shape.contains(point)


def test_a_hole_is_outside() -> None:
    hole = tuple((x / 2 + 25, y / 2 + 25) for x, y in SQUARE)
    assert not is_inside((50.0, 50.0), (SQUARE, hole))
