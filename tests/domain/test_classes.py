"""The classes of a map: those of mapclassify, whatever the method."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.classes import MOST, Classes, Method, classed
from tests.walked import some

REFERENCE = Path(__file__).resolve().parents[1] / "fixtures" / "classes.json"
ROWS: list[dict[str, Any]] = json.loads(REFERENCE.read_text(encoding="utf-8"))


def made(values: list[float], method: Method, count: int = 0) -> Classes:
    found = classed(tuple(values), method, count)
    assert found is not None
    return found


@pytest.mark.parametrize("method", list(Method))
def test_the_bounds_are_those_of_mapclassify(method: Method) -> None:
    for row in some(ROWS):
        found = made(row["values"], method, row["count"])
        assert found.bounds == pytest.approx(row["bounds"][method]), row


def test_three_areas_have_no_classes() -> None:
    assert classed((40.0, 43.0, 19.0), Method.NATURAL) is None
    assert classed((40.0, 43.0, 19.0, 9.0), Method.NATURAL) is not None


def test_a_value_on_a_bound_is_in_the_class_that_it_closes() -> None:
    found = made([10, 20, 30, 40], Method.EQUAL, 3)
    assert found.bounds == (20.0, 30.0, 40.0)
    assert [found.rank(value) for value in (10, 20, 20.1, 30, 40)] == [0, 0, 1, 1, 2]


def test_equal_values_make_one_class() -> None:
    for method in some(Method):
        assert made([7.0] * 6, method).bounds == (7.0,)


@given(
    st.lists(st.integers(0, 10_000).map(lambda n: n / 10), min_size=4, max_size=200),
    st.sampled_from(Method),
)
def test_every_value_has_a_class_and_a_higher_one_is_never_in_a_lower(
    values: list[float], method: Method
) -> None:
    found = made(values, method)
    ranks = [found.rank(value) for value in sorted(values)]
    assert ranks == sorted(ranks)
    assert len(found.bounds) <= MOST
    assert list(found.bounds) == sorted(set(found.bounds))
    assert found.bounds[-1] == max(values)
