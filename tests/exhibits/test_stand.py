"""Where a quarter stands: its last value up to the year, a gap of one year, or nothing to judge."""

from __future__ import annotations

import pytest

from dashboard import catalogue
from dashboard.domain.series import RuleBroken
from dashboard.exhibits import stand
from dashboard.store import Store
from tests.views import seen

POVERTY, PEOPLE = catalogue.indicator("taux-pauvrete"), catalogue.indicator("population")
BIOLLAY = "QP073001"


def test_a_rate_has_its_last_value_and_its_gap_of_the_same_year(chambery: Store) -> None:
    found = stand.of(seen(chambery, "/evolutions", "annee=2025"), POVERTY, BIOLLAY)
    assert found.last is not None
    assert found.gap is not None
    assert (found.last.year, found.last.value) == (2021, 40.0)
    assert found.gap.year == found.gap.reference.year == 2021
    assert found.gap.reference_territory.name == "Chambéry"
    assert found.judged is not None


def test_a_count_is_compared_with_nothing(chambery: Store) -> None:
    found = stand.of(seen(chambery, "/evolutions"), PEOPLE, BIOLLAY)
    assert found.last is not None
    assert (found.gap, found.judged, found.reference) == (None, None, None)


def test_nothing_is_said_of_a_later_year_than_the_chosen_one(chambery: Store) -> None:
    found = stand.of(seen(chambery, "/evolutions", "annee=2017"), PEOPLE, BIOLLAY)
    assert found.last is not None
    assert found.last.year <= 2017
    assert max(point.year for point in found.line.known) > 2017


def test_a_quarter_under_watch_stands_nowhere_in_national_statistics(chambery: Store) -> None:
    with pytest.raises(RuleBroken, match="veille active"):
        stand.of(seen(chambery, "/evolutions"), POVERTY, "QVA-73065-CHANTEMERLE")
