"""A pyramid is worked out of published shares, and makes a hundred inhabitants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import pyramid
from dashboard.domain.pyramid import AgeBand, Pyramid, Shares
from dashboard.domain.series import RuleBroken
from tests.domain.samples import quarter

PERCENT = st.integers(0, 1000).map(lambda tenth: tenth / 10)


def test_men_are_what_women_leave_of_each_band() -> None:
    found = pyramid.of(quarter(), 2018, Shares(53.8, 35.8, 35.0, 20.4, 22.6))
    young, middle, old = found.bands
    assert (young.women, young.men) == pytest.approx((18.83, 16.97))
    assert (middle.women, middle.men) == pytest.approx((22.8112, 20.9888))
    assert (old.women, old.men) == pytest.approx((12.1588, 8.2412))
    assert found.top == middle.women


@given(st.tuples(PERCENT, PERCENT, PERCENT, PERCENT, PERCENT))
def test_whatever_is_published_a_pyramid_makes_a_hundred_or_is_refused(
    shares: tuple[float, ...],
) -> None:
    try:
        found = pyramid.of(quarter(), 2018, Shares(*shares))
    except RuleBroken:
        return
    assert sum(band.women + band.men for band in found.bands) == pytest.approx(100)
    assert sum(band.women for band in found.bands) == pytest.approx(shares[0])


def test_shares_that_contradict_one_another_are_refused() -> None:
    with pytest.raises(RuleBroken, match="cent habitants"):
        pyramid.of(quarter(), 2018, Shares(50.0, 10.0, 40.0, 20.0, 20.0))
    with pytest.raises(RuleBroken):
        Pyramid(quarter(), 2018, (AgeBand("Tous", 40.0, 40.0),))
