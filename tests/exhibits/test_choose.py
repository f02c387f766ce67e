"""Where quarters are too many to be told apart, a figure names a few and says so."""

from __future__ import annotations

import pytest

from dashboard.exhibits import choose, standing, trend
from dashboard.pages import PAGES, router
from dashboard.store import Store
from dashboard.view import View


def _view(store: Store, query: str) -> View:
    found = router.find(PAGES, "/evolutions", store)
    assert found is not None
    return router.view_of(*found, query, store)


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "TOLD_APART", 3)
    monkeypatch.setattr(choose, "HIGHEST", 2)


@pytest.mark.usefixtures("many")
def test_the_highest_values_are_named_and_the_chosen_quarter_first(example: Store) -> None:
    view = _view(example, "generation=2015")
    rate = choose.indicator_of(view)
    codes = [quarter.code for quarter in choose.measured_quarters(view, "2015")]
    year = example.values.last_year(rate, codes, view.selection.year) or 0
    found = {code: example.values.observation(rate, code, year) for code in codes}
    known = {code: item.value for code, item in found.items() if item and item.value is not None}
    top = sorted(known, key=lambda code: -known[code])[:2]
    assert [quarter.code for quarter in choose.told_apart(view, rate, "2015")] == top
    lowest = min(known, key=lambda code: known[code])
    chosen = _view(example, f"generation=2015&quartier={lowest}")
    assert [q.code for q in choose.told_apart(chosen, rate, "2015")] == [lowest, *top]


@pytest.mark.usefixtures("many")
def test_the_figure_says_how_many_it_names(example: Store) -> None:
    view = _view(example, "generation=2015")
    drawn = trend.exhibit(view)
    assert drawn.title.endswith("dans deux quartiers prioritaires sur 6")
    said = "Deux quartiers sur 6 : les quartiers choisis et les valeurs les plus hautes."
    assert drawn.notes[0] == said
    assert standing.exhibit(view).notes[0] == said


def test_a_town_names_them_all(example: Store) -> None:
    view = _view(example, "generation=2015")
    rate = choose.indicator_of(view)
    assert choose.told_apart(view, rate, "2015") == choose.measured_quarters(view, "2015")
    assert choose.left_out(view, "2015", 6) == ()
