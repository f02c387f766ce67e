"""A holder year by year: the years without line say so, the others make what it received."""

from __future__ import annotations

import pytest

from dashboard.content import plain
from dashboard.exhibits import by_year
from dashboard.store import Store
from tests.views import seen

HOLDER = "agence-ecomobilite"


def test_every_year_has_its_row_and_the_amounts_make_what_is_said(chambery: Store) -> None:
    found = by_year.exhibit(seen(chambery, "/actions", f"annee=2024&porteur={HOLDER}"), HOLDER, "")
    assert [row.cells[0].value for row in found.table.rows] == list(chambery.choices.years)
    whole = sum(float(row.cells[3].value or 0) for row in found.table.rows)
    assert whole == pytest.approx(2_000)
    assert "2 000 €" in plain(found.reading).replace("\u202f", " ").replace("\u00a0", " ")


def test_a_year_without_line_shows_no_number(chambery: Store) -> None:
    found = by_year.exhibit(seen(chambery, "/actions", f"annee=2024&porteur={HOLDER}"), HOLDER, "")
    (empty,) = [row for row in found.table.rows if row.cells[0].value == 2024]
    assert empty.current
    assert (empty.cells[2].text, empty.cells[3].value) == ("aucune ligne", None)


def test_a_search_that_finds_nothing_says_so(chambery: Store) -> None:
    found = by_year.exhibit(seen(chambery, "/actions", "recherche=zzzz"), "", "zzzz")
    assert "« zzzz »" in found.title
    assert "rien ne répond" in plain(found.reading)
