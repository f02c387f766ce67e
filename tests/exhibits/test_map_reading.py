"""A map speaks of the quarter that is chosen, and says why it has nothing to say."""

from __future__ import annotations

import pytest

from dashboard.exhibits import place_map
from dashboard.pages import PAGES, router
from dashboard.store import Store

WHERE = next(page for page in PAGES if page.slug == "quartiers")


def said(store: Store, query: str) -> str:
    exhibit = place_map.exhibit(router.view_of(WHERE, "", query, store))
    return "".join(span.text for span in exhibit.reading)


def test_the_chosen_quarter_is_the_one_of_the_sentence(chambery: Store) -> None:
    for quarter in ("QP073001", "QP073002"):
        name = chambery.places.by_code[quarter].of
        assert name in said(chambery, f"quartier={quarter}&indicateur=taux-pauvrete")


def test_a_watched_quarter_is_named_by_its_mark_and_borrows_no_figure(chambery: Store) -> None:
    told = said(chambery, "quartier=QVA-73065-PIOCHET")
    mark = chambery.places.by_code["QVA-73065-PIOCHET"].mark
    assert told.startswith(f"Piochet est le repère {mark}, approximatif (la rue du même nom).")
    assert "%" not in told
    told = said(chambery, "quartier=QVA-73087-LA-POTERIE")
    assert told.startswith("La Poterie est le repère 12, placé dans sa commune.")


def test_the_count_of_lines_is_that_of_the_chosen_quarter(chambery: Store) -> None:
    year = max(chambery.choices.years)
    asked = f"mesure=actions&annee={year}&quartier="
    assert "pour Biollay - Bellevue ; " in said(chambery, f"{asked}QP073001")
    asked_2016 = "mesure=actions&annee=2016&quartier=QP073002"
    told = said(chambery, asked_2016)
    assert "pour Les Hauts-de-Chambéry ; proposé d’après un lieu nommé : 17 ; sans" in told
    assert "aucune ligne ne nomme Piochet" in said(chambery, f"{asked}QVA-73065-PIOCHET")


@pytest.mark.parametrize("query", ["", "mesure=actions"])
def test_without_a_choice_one_quarter_is_told(store: Store, query: str) -> None:
    told = said(store, query)
    assert any(
        item.name in told or item.of in told or item.at in told
        for item in store.places.by_code.values()
    )
