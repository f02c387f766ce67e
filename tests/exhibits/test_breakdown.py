"""One axis of the lines at a time: the parts make the whole, and say what they are parts of."""

from __future__ import annotations

import pytest

from dashboard.content import plain
from dashboard.exhibits import breakdown
from dashboard.exhibits.breakdown import BreakdownAxis
from dashboard.store import Store
from tests.views import seen

EXCLUSIVE = [breakdown.PILLARS, breakdown.HOLDERS]


@pytest.mark.parametrize("axis", EXCLUSIVE, ids=lambda axis: axis.slug)
def test_the_parts_make_the_lines_and_the_euros_of_the_year(
    chambery: Store, axis: BreakdownAxis
) -> None:
    view = seen(chambery, "/bilan/2024")
    rows = breakdown.exhibit(view, axis).table.rows
    amount, count = chambery.money.total(view.selection)
    assert sum(int(row.cells[1].value or 0) for row in rows) == count == 63
    assert sum(float(row.cells[2].value or 0) for row in rows) == pytest.approx(amount)
    assert sum(float(row.cells[3].value or 0) for row in rows) == pytest.approx(100, abs=1)


def test_the_largest_part_comes_first_in_the_drawing_and_in_the_sentence(chambery: Store) -> None:
    found = breakdown.exhibit(seen(chambery, "/bilan/2024"), breakdown.PILLARS)
    assert found.table.rows[0].cells[0].text == "Cohésion sociale"
    assert plain(found.reading).startswith("« Cohésion sociale » : 50\u00a0subventions")


def test_a_part_leads_to_the_list_of_its_lines(chambery: Store) -> None:
    found = breakdown.exhibit(seen(chambery, "/bilan/2024"), breakdown.HOLDERS)
    assert found.table.rows[0].cells[0].href.startswith("/actions?annee=2024&porteur=")


def test_without_any_line_nothing_is_drawn_and_it_is_said(chambery: Store) -> None:
    found = breakdown.exhibit(seen(chambery, "/bilan/2022", "pilier=pilotage"), breakdown.PILLARS)
    assert found.chart is None
    assert "rien ne répond" in found.empty.lower()
    assert "rien ne répond" in plain(found.reading)
