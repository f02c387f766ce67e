"""Every panel of every page, on both territories, with awkward selections: draws, or says why."""

from __future__ import annotations

import itertools

import plotly.graph_objects as go
import pytest

from dashboard.content import Exhibit, plain
from dashboard.pages import PAGES, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.view import View

AWKWARD = (
    "",
    "annee=1900",
    "pilier=emploi&annee={first}",
    "pilier=cadre-de-vie&quartier={quarter}",
    "quartier={watched}",
    "periode={first}-{last}",
    "generation={generation}&annee={first}",
    "recherche=zzzz&porteur=personne",
    "indicateur=inconnu&mesure=actions",
)


def addresses(store: Store) -> list[str]:
    fixed = [page.path for page in PAGES if not page.path.endswith("/*")]
    quarters = [f"/quartiers/{code}" for code in store.choices.quarters]
    years = store.choices.years
    reports = [f"/bilan/{year}" for year in (years[0], years[-1])]
    line = store.archive.query("select id from actions order by rowid limit 1")[0]["id"]
    return [*fixed, *quarters[:3], quarters[-1], *reports, f"/actions/{line}"]


def queries(store: Store) -> list[str]:
    values = {
        "first": store.choices.years[0],
        "last": store.choices.years[-1],
        "quarter": store.choices.quarters[0],
        "watched": next(code for code in store.choices.quarters if code.startswith("QVA")),
        "generation": store.places.generations[-1],
    }
    return [query.format(**values) for query in AWKWARD]


def look(store: Store, path: str, query: str) -> View:
    found = router.find(PAGES, path, store)
    assert found is not None, path
    return router.view_of(*found, query, store)


def judge(exhibit: Exhibit, fictional: bool) -> None:
    assert exhibit.title
    assert exhibit.source
    assert 0 < len(exhibit.alt) <= 150
    assert plain(exhibit.reading)
    assert exhibit.file_name == exhibit.file_name.lower()
    assert exhibit.figure or exhibit.table_first or exhibit.empty or exhibit.table.rows
    if exhibit.figure:
        go.Figure(exhibit.figure)
        assert exhibit.table.rows
        assert exhibit.height > 0
    marked = "Territoire fictif" in exhibit.tags
    assert marked == fictional
    words = f"{exhibit.title} {exhibit.subtitle} {plain(exhibit.reading)} {exhibit.alt}"
    assert "None" not in words
    assert "nan" not in words.split()
    assert " :" not in words
    assert "'" not in words


@pytest.mark.parametrize("query", range(len(AWKWARD)))
def test_every_panel_draws_or_says_why(store: Store, query: int) -> None:
    fictional = store.settings.fictional
    for path in addresses(store):
        view = look(store, path, queries(store)[query])
        page = next(page for page in PAGES if router.find([page], path, store))
        for exhibit in exhibits_of(page, view):
            judge(exhibit, fictional)


def test_every_indicator_draws_its_trend_its_gap_and_its_map(store: Store) -> None:
    for indicator in store.values.indicators:
        for path in ("/evolutions", "/quartiers"):
            view = look(store, path, f"indicateur={indicator.slug}")
            page = next(page for page in PAGES if page.path == path)
            for exhibit in exhibits_of(page, view):
                judge(exhibit, store.settings.fictional)


def test_the_same_view_is_the_same_twice(store: Store) -> None:
    for path, query in itertools.product(
        ("/", "/actions"), ("", f"annee={store.choices.years[0]}")
    ):
        page = next(page for page in PAGES if page.path == path)
        first = exhibits_of(page, look(store, path, query))
        assert first == exhibits_of(page, look(store, path, query))


def test_no_slug_stands_twice_on_a_page(store: Store) -> None:
    for path in addresses(store):
        page = next(page for page in PAGES if router.find([page], path, store))
        slugs = [exhibit.slug for exhibit in exhibits_of(page, look(store, path, ""))]
        assert len(slugs) == len(set(slugs)), path


def test_an_all_secret_quarter_is_marked_and_never_zero(example: Store) -> None:
    view = look(example, "/quartiers", "indicateur=taux-pauvrete&generation=2015&annee=2021")
    page = next(page for page in PAGES if page.path == "/quartiers")
    carte = next(item for item in exhibits_of(page, view) if item.slug == "carte")
    row = next(row for row in carte.table.rows if "QP099006" in row.cells[0].href)
    assert row.cells[3].text == "s"
    assert row.cells[3].value is None


def test_a_title_states_no_change_that_its_verdict_forbids(chambery: Store) -> None:
    for indicator in chambery.values.indicators[:40]:
        view = look(chambery, "/evolutions", f"indicateur={indicator.slug}")
        page = next(page for page in PAGES if page.path == "/evolutions")
        for exhibit in exhibits_of(page, view):
            for word in ("recule", "progresse", "augmente", "baisse", "s’améliore"):
                assert word not in exhibit.title
