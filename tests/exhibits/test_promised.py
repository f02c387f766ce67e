"""What followed each orientation: its euros and indicators by year, and what nothing speaks of."""

from __future__ import annotations

import pytest

from dashboard.content import Exhibit, Row, plain
from dashboard.exhibits import promised
from dashboard.pages import PAGES, router
from dashboard.store import Store
from tests.claims import spaced

REPORT = next(page for page in PAGES if page.slug == "bilan")


def shown(store: Store, year: int) -> Exhibit:
    found = promised.exhibit(router.view_of(REPORT, str(year), "", store))
    assert found is not None
    return found


def under(item: Exhibit, title: str) -> list[Row]:
    """The rows that follow an orientation."""
    rows = list(item.table.rows)
    start = next(at for at, row in enumerate(rows) if row.group and title in row.cells[0].text)
    rest = rows[start + 1 :]
    end = next((at for at, row in enumerate(rest) if row.group), len(rest))
    return rest[:end]


def test_the_euros_of_a_theme_are_told_year_by_year(chambery: Store) -> None:
    rows = under(shown(chambery, 2016), "Plus pour l’emploi")
    theme = next(row for row in rows if row.cells[0].text.startswith("Thème"))
    view = router.view_of(REPORT, "2016", "theme=emploi", chambery)
    for cell, year in zip(theme.cells[1:], range(2016, 2026), strict=True):
        scope = view.selection.having("annee", str(year)).having("theme", "emploi")
        assert cell.value == chambery.money.total(scope)[0]


def test_an_action_is_followed_over_the_years_by_its_holder_and_title(example: Store) -> None:
    rows = under(shown(example, 2016), example.orientations(2016)[2].title)
    followed = [row for row in rows if row.cells[0].href.startswith("/actions/EX-2016")]
    assert followed
    line = followed[0].cells[0].href.rpartition("/")[2].partition("?")[0]
    action = example.actions.one(line)
    assert action is not None
    history = {item.year: item.amount for item in example.actions.history(action)}
    for cell, year in zip(followed[0].cells[1:], range(2016, 2025), strict=True):
        assert (cell.value or 0) == history.get(year, 0)


def test_what_no_data_speaks_of_is_listed_with_its_reason(chambery: Store) -> None:
    found = shown(chambery, 2016)
    silent = [row for row in found.table.rows if "Aucune donnée" in row.cells[0].text]
    assert len(silent) == 2
    assert all(row.cells[0].note for row in silent)
    said = spaced(plain(found.reading))
    assert said.startswith("sur 11 orientations de 2016, 9 ont une suite")
    assert said.count("« ") == 2


def test_an_indicator_is_told_of_each_quarter_that_it_measures(chambery: Store) -> None:
    rows = under(shown(chambery, 2016), "Plus pour l’emploi")
    told = [row.cells[0].text for row in rows if "/evolutions" in row.cells[0].href]
    assert any("Biollay - Bellevue" in label for label in told)
    assert any("Les Hauts-de-Chambéry" in label for label in told)


def test_a_year_without_orientations_promises_nothing(chambery: Store) -> None:
    assert promised.exhibit(router.view_of(REPORT, "2025", "", chambery)) is None


def test_a_link_to_what_is_not_published_is_no_follow_up(
    chambery: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = (("action", "INCONNUE", ""), ("theme", "inconnu", ""))
    monkeypatch.setattr(Store, "orientation_links", lambda *_: nowhere)
    found = shown(chambery, 2016)
    assert "aucune n’a de suite" in plain(found.reading)
    heads = [row.cells[0].text for row in found.table.rows if not row.group]
    assert len(heads) == 11  # the theme alone, a row without a figure
    monkeypatch.setattr(Store, "orientation_links", lambda *_: nowhere[:1])
    heads = [row.cells[0].text for row in shown(chambery, 2016).table.rows if not row.group]
    assert set(heads) == {"Aucune donnée publiée n’en parle"}
