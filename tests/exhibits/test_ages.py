"""Women and men by age: what the census publishes to the unit, and nothing borrowed."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.domain.chart import Ages
from dashboard.exhibits import ages
from dashboard.store import Store
from dashboard.words.typography import typeset
from tests.views import figures, seen


def test_the_pyramid_is_that_of_the_census_to_the_unit(chambery: Store) -> None:
    found = figures(chambery, "/quartiers/QP073001")["ages"]
    assert isinstance(found.chart, Ages)
    cells = [[cell.value for cell in row.cells[1:]] for row in found.table.rows]
    assert cells == [[12, 8], [23, 21], [19, 17]]
    assert typeset(ages.WORKED_OUT) in found.notes
    assert "environ 19 sont des femmes" in plain(found.reading)


def test_both_territories_have_a_pyramid(store: Store) -> None:
    quarter = next(q for q in store.places.quarters("2015") if q.has_national_statistics)
    assert "ages" in figures(store, f"/quartiers/{quarter.code}")


def test_no_age_is_borrowed_from_another_perimeter(chambery: Store) -> None:
    assert "ages" not in figures(chambery, "/quartiers/QN07301M")


def test_without_a_quarter_or_a_year_that_gives_all_the_shares_there_is_no_pyramid(
    chambery: Store,
) -> None:
    assert ages.exhibit(seen(chambery, "/comparer"), ()) is None
    silent = chambery.places.by_code["QN07301M"]
    known = chambery.places.by_code["QP073001"]
    assert ages.exhibit(seen(chambery, "/comparer"), (known, silent)) is None
    assert ages.exhibit(seen(chambery, "/comparer"), (known,)) is not None
