"""A number has the digits of its source, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import rounding
from dashboard.domain.indicator import show
from tests.domain.samples import COUNT, MEDIAN, RATE, observation

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("step", "decimals", "words"),
    [
        (0.001, 3, "à 3 décimales"),
        (0.1, 1, "à une décimale"),
        (1.0, 0, "à l’unité"),
        (10.0, 0, "à la dizaine"),
        (100.0, 0, "à la centaine"),
    ],
)
def test_a_step_says_its_decimals_and_its_words(step: float, decimals: int, words: str) -> None:
    assert rounding.decimals(step) == decimals
    assert rounding.phrase(step) == words


def test_a_rate_that_its_source_rounds_to_the_unit_has_no_decimal() -> None:
    assert show(RATE, observation(2021, 40.0, indicator=RATE, step=1.0)) == f"40{NBSP}%"
    assert show(RATE, observation(2020, 37.6, indicator=RATE, step=0.1)) == f"37,6{NBSP}%"
    assert show(RATE, observation(2020, 40.0, indicator=RATE)) == f"40,0{NBSP}%"


def test_a_source_that_is_finer_than_the_indicator_adds_no_digit() -> None:
    found = observation(2014, 23_597.2, step=0.1)
    assert show(MEDIAN, found) == f"23\u202f597{NBSP}€"


def test_a_tick_has_the_digits_that_it_needs() -> None:
    assert RATE.tick(25.0) == f"25{NBSP}%"
    assert RATE.tick(2.5) == f"2,5{NBSP}%"
    assert COUNT.tick(1_000.0) == "1\u202f000"


@given(st.floats(-1e6, 1e6), st.sampled_from([float(step) for step in rounding.STEPS]))
def test_the_nearest_multiple_is_at_most_half_a_step_away(value: float, step: float) -> None:
    assert abs(rounding.nearest(value, step) - value) <= step / 2 + 1e-6
