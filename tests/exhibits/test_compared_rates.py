"""Rates of several quarters on one scale: percents alone, a year that all of them know."""

from __future__ import annotations

from dashboard.domain.chart import SideBySide
from dashboard.domain.indicator import Unit
from dashboard.exhibits import compared_rates
from dashboard.exhibits.compared import Chosen
from dashboard.store import Store
from tests.views import seen
from tests.walked import some

PAIR = "quartier=QP073001,QP073002"


def test_only_percents_are_drawn_on_the_scale_of_a_hundred(store: Store) -> None:
    found = compared_rates.exhibit(Chosen(seen(store, "/comparer")))
    assert found is not None
    assert isinstance(found.chart, SideBySide)
    lines = some(found.chart.profile.lines)
    assert {line.indicator.unit for line in lines} == {Unit.PERCENT}
    assert len(lines) <= compared_rates.MOST


def test_each_rate_names_the_year_that_all_the_quarters_know(chambery: Store) -> None:
    found = compared_rates.exhibit(Chosen(seen(chambery, "/comparer", PAIR)))
    assert found is not None
    assert isinstance(found.chart, SideBySide)
    assert [line.label for line in found.chart.profile.lines][:2] == [
        "Taux de pauvreté, 2021",
        "Taux d’emploi, 2018",
    ]
    assert found.subtitle == "Sur cent, périmètres de 2015"


def test_a_quarter_that_nothing_measures_draws_no_rate(chambery: Store) -> None:
    query = "quartier=QP073001,QVA-73065-CHANTEMERLE"
    assert compared_rates.exhibit(Chosen(seen(chambery, "/comparer", query))) is None
