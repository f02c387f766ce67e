"""The table of a map: a row a quarter, its value or why there is none."""

from __future__ import annotations

from dashboard.content import Table
from dashboard.domain.chart import PlaceMap
from dashboard.exhibits import place_map
from dashboard.store import Store
from tests.claims import spaced
from tests.views import seen
from tests.walked import some


def table(store: Store, query: str) -> Table:
    return place_map.exhibit(seen(store, "/quartiers", query)).table


def test_a_quarter_under_watch_has_no_value_to_have_rather_than_a_missing_one(
    chambery: Store,
) -> None:
    found = table(chambery, "generation=2015&indicateur=taux-pauvrete&autour=aucun")
    watched = [row for row in found.rows if row.cells[2].text == "En veille active"]
    assert {row.cells[3].text for row in some(watched)} == {"–"}
    assert spaced(found.columns[3].label) == "Taux de pauvreté 2021"


def test_the_chosen_quarter_is_marked_and_leads_to_its_page(chambery: Store) -> None:
    found = table(chambery, "generation=2015&indicateur=taux-pauvrete&quartier=QP073001")
    marked = [row.cells for row in found.rows if row.current]
    assert [spaced(cells[0].text) for cells in marked] == ["Biollay - Bellevue"]
    assert marked[0][0].href.startswith("/quartiers/QP073001")
    assert [cell.text for cell in marked[0][1:3]] == ["Chambéry", "Prioritaire"]


def test_a_map_of_lines_ends_with_those_that_name_no_quarter(chambery: Store) -> None:
    found = place_map.exhibit(seen(chambery, "/quartiers", "mesure=actions&annee=2024"))
    assert isinstance(found.chart, PlaceMap)
    *quarters, last = found.table.rows
    assert len(quarters) == len(found.chart.quarters.told.shapes)
    assert all(row.cells[0].href for row in quarters)
    assert not last.cells[0].href
