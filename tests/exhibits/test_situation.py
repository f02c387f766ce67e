"""The situation of a quarter: the last value of each indicator, beside a reference of that year."""

from __future__ import annotations

from dashboard import catalogue
from dashboard.content import Exhibit
from dashboard.domain import french
from dashboard.exhibits import situation
from dashboard.store import Store
from tests.views import seen


def exhibit(store: Store, code: str, query: str = "", slugs: tuple[str, ...] = ()) -> Exhibit:
    items = [catalogue.indicator(slug) for slug in slugs] or list(catalogue.INDICATORS)
    quarter = store.places.by_code[code]
    return situation.exhibit(seen(store, f"/quartiers/{code}", query), quarter, items, "s", "S")


def test_each_row_has_a_value_and_its_year_stands_up_to_the_chosen_one(chambery: Store) -> None:
    rows = exhibit(chambery, "QP073001", "annee=2018").table.rows
    told = [row for row in rows if not row.group]
    assert told
    assert all(int(row.cells[1].value or 0) <= 2018 for row in told)


def test_a_count_has_neither_reference_nor_gap(chambery: Store) -> None:
    rows = exhibit(chambery, "QP073001", slugs=("population",)).table.rows
    (row,) = [row for row in rows if not row.group]
    assert [cell.text for cell in row.cells[3:]] == [french.NOT_APPLICABLE] * 2


def test_a_rate_stands_beside_a_reference_that_is_named(chambery: Store) -> None:
    rows = exhibit(chambery, "QP073001", slugs=("taux-pauvrete",)).table.rows
    (row,) = [row for row in rows if not row.group]
    here, there, gap = row.cells[2], row.cells[3], row.cells[4]
    assert there.note == "Chambéry"
    assert float(gap.value or 0) == float(here.value or 0) - float(there.value or 0)


def test_the_perimeters_that_nothing_tells_of_have_an_empty_table(chambery: Store) -> None:
    code = next(
        item.code
        for item in chambery.places.quarters("2015")
        if not chambery.values.last_years(item.code, 2030)
    )
    found = exhibit(chambery, code)
    assert list(found.table.rows) == []
    assert "Aucun indicateur n’est encore publié" in found.table.empty
