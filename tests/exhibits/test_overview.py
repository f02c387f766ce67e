"""The situation of the report: a column a quarter, as long as they can be told apart."""

from __future__ import annotations

import pytest

from dashboard.content import plain
from dashboard.exhibits import choose, overview
from dashboard.pages import PAGES, router
from dashboard.store import Store

REPORT = next(page for page in PAGES if page.slug == "bilan")


def test_every_measured_quarter_has_its_column(store: Store) -> None:
    year = max(store.choices.years)
    found = overview.exhibit(router.view_of(REPORT, str(year), "", store))
    names = {column.label for column in found.table.columns}
    generation = found.subtitle.rpartition(" ")[2]
    measured = [item for item in store.places.quarters(generation) if item.has_national_statistics]
    assert measured
    assert {item.name for item in measured} <= names


def test_where_there_are_too_many_the_highest_stand_and_the_others_are_counted(
    example: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choose, "TOLD_APART", 2)
    monkeypatch.setattr(choose, "HIGHEST", 1)
    year = max(example.choices.years)
    found = overview.exhibit(router.view_of(REPORT, str(year), "", example))
    assert len(found.table.columns) == 4
    assert any("quartiers sur" in note or "quartier sur" in note for note in found.notes)


def test_the_verdict_judges_the_perimeters_of_the_table(chambery: Store) -> None:
    found = overview.exhibit(router.view_of(REPORT, "2025", "", chambery))
    assert "périmètres de 2024" in found.subtitle
    said = plain(found.verdict)
    assert "Pour le taux de pauvreté" in said
    assert "une seule année est connue" in said
    assert "la méthode a changé" not in said
