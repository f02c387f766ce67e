"""Deciles rise, and stand beside one another in one year and of one source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.domain.series import RuleBroken
from dashboard.domain.spread import Deciles, Spread
from tests.domain.samples import MEDIAN, observation, quarter


def test_a_decile_under_the_one_before_is_refused() -> None:
    with pytest.raises(RuleBroken, match="jamais sous"):
        Deciles(quarter(), {1: observation(2018, 9_000.0), 9: observation(2018, 8_000.0)})


def test_an_absent_decile_is_known_as_such() -> None:
    found = Deciles(quarter(), {1: observation(2018, 9_000.0), 2: observation(2018, None)})
    assert found.known == {1: 9_000.0}


def test_two_years_never_share_a_scale() -> None:
    rows = tuple(Deciles(quarter(), {5: observation(year, 9_000.0)}) for year in (2018, 2019))
    with pytest.raises(RuleBroken, match="même année"):
        Spread(MEDIAN, 2018, rows)


def test_another_source_is_refused() -> None:
    row = Deciles(quarter(), {5: observation(2018, 9_000.0)})
    other = Deciles(quarter(), {5: replace(observation(2018, 9_000.0), source="autre")})
    with pytest.raises(RuleBroken, match="même source"):
        Spread(MEDIAN, 2018, (row, other))


def test_the_ends_are_the_lowest_and_the_highest_of_all() -> None:
    row = Deciles(quarter(), {1: observation(2018, 9_000.0), 9: observation(2018, 20_000.0)})
    assert Spread(MEDIAN, 2018, (row,)).ends == (9_000.0, 20_000.0)
