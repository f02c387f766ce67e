"""The key figures of a quarter are those of the store, each with its year and its reference."""

from __future__ import annotations

from dashboard.domain.indicator import show
from dashboard.domain.territory import Territory
from dashboard.pages import PAGES, quarter_figures, router
from dashboard.store import Store
from dashboard.view import View

PORTRAIT = next(page for page in PAGES if page.slug == "portrait")


def seen(store: Store, code: str, query: str = "") -> View:
    return router.view_of(PORTRAIT, code, query, store)


def test_each_is_what_the_store_holds_of_its_year(chambery: Store) -> None:
    view = seen(chambery, "QP073001")
    figures = {item.label: item for item in quarter_figures.of(view, quarter_of(view))}
    slugs = {item.slug: item for item in chambery.values.indicators}
    for slug in ("population", "taux-pauvrete", "niveau-vie-median"):
        indicator = slugs[slug]
        told = figures[indicator.label]
        year = int(told.detail[:4])
        found = chambery.values.observation(indicator, "QP073001", year)
        assert found is not None
        assert found.value is not None
        assert told.value == show(indicator, found)
        assert year == chambery.values.last_year(indicator, ["QP073001"], view.selection.year)
        assert (":" in told.detail) is not indicator.summable


def test_a_quarter_that_nothing_measures_has_its_money_alone(chambery: Store) -> None:
    watched = next(
        item.code
        for item in chambery.places.by_code.values()
        if item.kind.is_quarter and not item.has_national_statistics
    )
    view = seen(chambery, watched)
    assert len(quarter_figures.of(view, quarter_of(view))) == 1


def test_an_early_year_borrows_nothing_from_a_later_one(chambery: Store) -> None:
    first = min(chambery.choices.years)
    view = seen(chambery, "QP073001", f"annee={first}")
    told = quarter_figures.of(view, quarter_of(view))[:-1]
    assert all(int(item.detail[:4]) <= int(first) for item in told)


def quarter_of(view: View) -> Territory:
    return view.store.places.by_code[view.param]
