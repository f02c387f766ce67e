"""The money and the lines by year and pillar: each year is the sum of its pillars."""

from __future__ import annotations

import pytest

from dashboard.content import plain
from dashboard.domain.chart import Years
from dashboard.exhibits import money
from dashboard.store import Store
from tests.views import seen
from tests.walked import some


@pytest.mark.parametrize("ask", [money.amounts, money.counts])
def test_each_year_is_the_sum_of_its_pillars(store: Store, ask: object) -> None:
    found = ask(seen(store, "/actions"))  # type: ignore[operator]
    for row in some(found.table.rows):
        *parts, whole = [cell.value for cell in row.cells[1:]]
        assert sum(float(part or 0) for part in parts) == pytest.approx(float(whole or 0))


def test_the_total_of_a_year_is_that_of_the_source(chambery: Store) -> None:
    found = money.counts(seen(chambery, "/actions", "annee=2024"))
    (row,) = [row for row in found.table.rows if row.cells[0].value == 2024]
    assert (row.cells[-1].value, row.current) == (63, True)


def test_a_break_of_the_amounts_is_said_with_the_amounts_alone(chambery: Store) -> None:
    view = seen(chambery, "/actions", "annee=2024")
    assert "ne se comparent pas" in plain(money.amounts(view).reading)
    assert "ne se comparent pas" not in plain(money.counts(view).reading)


def test_a_year_without_line_of_a_quarter_is_unnamed_and_not_zero(chambery: Store) -> None:
    rows = money.counts(seen(chambery, "/quartiers/QP073002")).table.rows
    cells = [cell for row in rows for cell in row.cells[1:] if cell.value is None]
    assert all("0" not in cell.text for cell in cells)


def test_the_part_of_a_year_never_reads_as_the_end_of_its_number(chambery: Store) -> None:
    rows = money.counts(seen(chambery, "/actions", "annee=2020&quartier=QP073001")).table.rows
    parts = [cell.note for row in some(rows) for cell in row.cells if cell.note]
    assert "(100\u00a0%)" in parts
    assert all(part.startswith("(") for part in parts)


def test_a_search_without_answer_draws_nothing(chambery: Store) -> None:
    found = money.amounts(seen(chambery, "/actions", "recherche=zzzz"))
    assert found.chart is None
    assert isinstance(money.amounts(seen(chambery, "/actions")).chart, Years)
