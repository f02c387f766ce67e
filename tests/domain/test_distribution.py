"""A hundred quarters stand for all: counts add up, and nothing is placed where it may not be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.distribution import Distribution, NamedDistribution, centiles_of
from dashboard.domain.series import RuleBroken
from tests.domain.samples import MEDIAN, observation, quarter

VALUES = st.lists(st.integers(0, 400).map(float), min_size=1, max_size=700)


def distribution(values: list[float], **more: object) -> Distribution:
    made = Distribution(MEDIAN, 2019, "2015", 800, len(values), centiles_of(values), "insee")
    return replace(made, **more)  # type: ignore[arg-type]


@given(VALUES)
def test_the_centiles_are_values_that_were_observed_in_order(values: list[float]) -> None:
    found = centiles_of(values)
    assert len(found) == 101
    assert list(found) == sorted(found)
    assert set(found) <= set(values)
    assert (found[0], found[-1]) == (min(values), max(values))


@given(VALUES, st.integers(-10, 410).map(float))
def test_of_a_hundred_quarters_each_is_lower_equal_or_higher(
    values: list[float], asked: float
) -> None:
    less, same, more = distribution(values).around(asked)
    assert less + same + more == 100
    true = sum(value > asked for value in values) * 100 / len(values)
    assert abs(more - true) < 1


@given(st.lists(st.integers(0, 10_000).map(float), min_size=100, max_size=100))
def test_a_hundred_values_are_their_own_centiles(values: list[float]) -> None:
    assert sorted(values) == list(centiles_of(values)[1:])


def test_a_distribution_says_how_many_quarters_it_stands_on() -> None:
    assert distribution([1.0] * 719).partial
    assert not distribution([1.0] * 720).partial
    for wrong in ({"published": 0}, {"published": 801}, {"centiles": (2.0, *[1.0] * 100)}):
        with pytest.raises(RuleBroken):
            distribution([1.0, 2.0], **wrong)


@pytest.mark.parametrize(
    ("year", "generation", "value"),
    [(2018, "2015", 14.0), (2019, "2024", 14.0), (2019, "2015", None)],
)
def test_a_quarter_is_placed_among_those_of_its_year_and_perimeters_alone(
    year: int, generation: str, value: float | None
) -> None:
    place = replace(quarter(), generation=generation)
    with pytest.raises(RuleBroken):
        NamedDistribution(distribution([1.0, 2.0]), ((place, observation(year, value)),))
