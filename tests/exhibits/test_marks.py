"""What a figure says of the quarter and of the year that were asked, and of what it shows."""

from __future__ import annotations

import pytest

from dashboard.content import Exhibit, Hero, plain
from dashboard.pages import PAGES, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store

WATCHED = "QVA-73065-CHANTEMERLE"
OPENED = "indicateur=taux-pauvrete"


def shown(store: Store, path: str, query: str) -> dict[str, Exhibit]:
    found = router.visit(PAGES, path, query, store)
    assert found is not None
    return {item.slug: item for item in exhibits_of(*found)}


@pytest.mark.parametrize("figure", ["ecart", "tendance"])
def test_a_watched_quarter_is_never_said_to_be_highlighted_where_nothing_is(
    chambery: Store, figure: str
) -> None:
    found = shown(chambery, "/evolutions", f"{OPENED}&quartier={WATCHED}")[figure]
    assert "Chantemerle" not in found.title
    assert "Mis en avant" not in found.frame.whole
    assert "Ne dépend pas du quartier choisi" in found.frame.whole
    said = plain(found.reading)
    assert said.startswith("l’Insee ne publie rien sur Chantemerle (en veille active)")


def test_the_trend_beside_a_watched_quarter_is_that_of_the_priority_ones(chambery: Store) -> None:
    found = shown(chambery, "/evolutions", f"{OPENED}&quartier={WATCHED}")["tendance"]
    assert "dans les deux quartiers prioritaires" in found.title


def test_a_measured_quarter_is_still_highlighted(chambery: Store) -> None:
    found = shown(chambery, "/evolutions", f"{OPENED}&quartier=QP073001")["tendance"]
    assert "Mis en avant" in found.frame.whole


def test_a_figure_of_an_older_year_says_the_one_asked_and_the_one_known(chambery: Store) -> None:
    figures = shown(chambery, "/evolutions", f"{OPENED}&generation=2024")
    for figure in ("ecart", "verdicts"):
        said = figures[figure].frame.sentence
        assert "année demandée 2025, dernière connue 2021" in said
    assert shown(chambery, "/", "generation=2024&annee=2021")["ecart"].frame.sentence.startswith(
        "2021"
    )


def test_each_key_figure_says_its_perimeters_and_what_it_does_not_depend_on(
    chambery: Store,
) -> None:
    found = router.visit(PAGES, "/", f"quartier={WATCHED}&pilier=emploi", chambery)
    assert found is not None
    page, view = found
    (hero,) = (item for item in page.panels[0].blocks(view) if isinstance(item, Hero))
    assert hero.key_figures is not None
    people, rate, _ = hero.key_figures.items
    for item in (people, rate):
        assert "périmètres de 20" in item.detail
        assert item.detail.endswith("Ne dépend pas du pilier choisi ni du quartier choisi")
