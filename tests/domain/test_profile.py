"""Values side by side: one unit, one year and one source a line, one generation of perimeters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.domain.profile import Category, Profile
from dashboard.domain.series import RuleBroken
from tests.domain.samples import MEDIAN, RATE, observation, quarter

HERE, THERE = quarter(), replace(quarter("QP000002"), name="Le Bas")


def test_two_years_never_stand_in_one_line() -> None:
    with pytest.raises(RuleBroken, match="même année"):
        Category("Un", RATE, (observation(2018, 1.0), observation(2019, 2.0)))


def test_two_sources_never_stand_in_one_line() -> None:
    other = replace(observation(2018, 2.0), source="autre")
    with pytest.raises(RuleBroken, match="même source"):
        Category("Un", RATE, (observation(2018, 1.0), other))


def test_two_generations_of_perimeters_never_stand_together() -> None:
    with pytest.raises(RuleBroken, match="règle 2"):
        Profile((HERE, replace(THERE, generation="2024")), ())


def test_euros_and_rates_have_no_common_scale() -> None:
    lines = (
        Category("Un", RATE, (observation(2018, 1.0),)),
        Category("Deux", MEDIAN, (observation(2018, 9.0),)),
    )
    with pytest.raises(RuleBroken, match="même unité"):
        Profile((HERE,), lines)


def test_each_place_has_a_value_or_its_absence() -> None:
    with pytest.raises(RuleBroken, match="chaque lieu"):
        Profile((HERE, THERE), (Category("Un", RATE, (observation(2018, 1.0),)),))


def test_what_is_absent_is_no_zero_of_the_scale() -> None:
    found = Profile((HERE, THERE), (Category("Un", RATE, (observation(2018, 4.0), None)),))
    assert (found.top, found.years) == (4.0, (2018,))
    assert found.lines[0].numbers == (4.0,)
