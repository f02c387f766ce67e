"""The report of a year follows the six parts of the law, and says what is missing from each."""

from __future__ import annotations

import pytest

from dashboard.content import Hero, plain
from dashboard.pages import report
from dashboard.store import Store
from tests.views import figures, visited

PARTS = ("1. Orientations", "2. Situation", "3. Actions", "4. Moyens", "5. Résultats")


def test_the_six_parts_stand_in_the_order_of_the_law(chambery: Store) -> None:
    page, _ = visited(chambery, "/bilan/2023")
    labels = [panel.label for panel in page.panels if panel.label[:1].isdigit()]
    assert labels == [*PARTS, "6. Participation"]


def test_only_the_years_of_the_lines_have_a_report(store: Store) -> None:
    assert all(report.exists(store, str(year)) for year in store.choices.years)
    assert not report.exists(store, "1789")
    assert not report.exists(store, "")


@pytest.mark.parametrize("year", [2016, 2023, 2025])
def test_every_figure_of_the_year_is_of_that_year_or_says_its_own(
    chambery: Store, year: int
) -> None:
    shown = figures(chambery, f"/bilan/{year}")
    assert str(year) in shown["lignes"].title
    assert str(year) in shown["piliers"].title
    count = chambery.money.total(visited(chambery, f"/bilan/{year}")[1].selection)[1]
    assert len(shown["lignes"].table.rows) == count


def test_the_year_before_and_the_year_after_are_one_link_away(chambery: Store) -> None:
    page, view = visited(chambery, "/bilan/2020")
    hero = page.blocks(view)[0]
    assert isinstance(hero, Hero)
    assert {path.partition("?")[0] for _, path in hero.buttons} >= {"/bilan/2019", "/bilan/2021"}
    assert "Contrat de ville" in plain(hero.lead)


def test_what_is_unknown_ends_the_report(store: Store) -> None:
    page, view = visited(store, f"/bilan/{max(store.choices.years)}")
    panel = page.panel("inconnu")
    assert panel is not None
    assert panel.blocks(view)
