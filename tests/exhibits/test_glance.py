"""An indicator at a glance: each quarter where they are few, else how far they spread."""

from __future__ import annotations

from dashboard import catalogue
from dashboard.exhibits import glance
from dashboard.exhibits.glance import Glance
from dashboard.store import Store
from tests.views import seen

POVERTY = catalogue.indicator("taux-pauvrete")


def of(store: Store, query: str) -> Glance:
    found = glance.of(seen(store, "/evolutions", query), POVERTY)
    assert found is not None
    return found


def test_few_quarters_are_told_one_by_one(chambery: Store) -> None:
    found = of(chambery, "generation=2015")
    assert 0 < len(found.stands) <= glance.FEW
    assert (found.extents, found.spread) == ((), None)
    assert [line.territory.name for line in found.references] == ["Chambéry"]


def test_many_quarters_are_the_lowest_and_the_highest_of_each_year(example: Store) -> None:
    found = of(example, "generation=2015&annee=2021")
    assert found.stands == ()
    assert found.spread == (2021, 28.0, 46.3)
    assert found.year == 2021
    assert sum(count for _, count in found.verdicts) == found.quarters == 6
    assert all(low <= high for _, low, high in found.extents)


def test_an_indicator_without_value_in_these_perimeters_is_told_of_none(chambery: Store) -> None:
    view = seen(chambery, "/evolutions", "generation=2024")
    silent = [i for i in chambery.values.indicators if glance.of(view, i) is None]
    assert 0 < len(silent) < len(chambery.values.indicators)
    codes = [quarter.code for quarter in chambery.places.quarters("2024")]
    assert not any(chambery.values.years(item, codes) for item in silent)
