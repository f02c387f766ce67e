"""Two values stand apart no finer than the coarser of them."""

from __future__ import annotations

from dashboard.domain.difference import Difference, between
from tests.domain.samples import MEDIAN, RATE, observation

NBSP = "\u00a0"


def apart(mine: float, other: float, steps: tuple[float, float]) -> Difference:
    values = zip((mine, other), steps, strict=True)
    here, there = (observation(2021, v, indicator=RATE, step=step) for v, step in values)
    found = between(RATE, here, there)
    assert found is not None
    return found


def test_two_rates_of_one_decimal_differ_by_tenths() -> None:
    found = apart(36.7, 14.9, (0.1, 0.1))
    assert (found.signed, found.amount) == (f"+21,8{NBSP}pts", f"21,8{NBSP}points")


def test_two_rounded_rates_differ_by_about_some_points() -> None:
    found = apart(43.0, 19.0, (1.0, 1.0))
    assert found.amount == f"environ{NBSP}24{NBSP}points"
    assert found.signed == f"environ{NBSP}+24{NBSP}pts"
    assert (found.value, found.margin) == (24.0, 1.0)


def test_one_rounded_rate_is_enough_to_make_the_difference_near() -> None:
    found = apart(36.7, 19.0, (0.1, 1.0))
    assert (found.amount, found.value) == (f"environ{NBSP}18{NBSP}points", 18.0)


def test_medians_rounded_to_ten_euros_differ_by_about_tens() -> None:
    here, there = observation(2016, 13_350, step=10.0), observation(2016, 22_085, step=1.0)
    found = between(MEDIAN, here, there)
    assert found is not None
    assert found.value % 10 == 0
    assert found.amount.startswith("environ")


def test_an_absent_value_is_no_distance_from_anything() -> None:
    assert between(RATE, observation(2021, None), observation(2021, 19.0)) is None
