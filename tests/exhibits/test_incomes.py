"""Incomes by decile: those that their source publishes, beside the references of the same year."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.domain.chart import Incomes
from dashboard.exhibits import incomes
from dashboard.store import Store
from dashboard.words.typography import typeset
from tests.views import figures, seen


def test_incomes_hold_every_decile_that_their_source_publishes(chambery: Store) -> None:
    found = figures(chambery, "/quartiers/QP073001")["niveaux-de-vie"]
    assert isinstance(found.chart, Incomes)
    own, *others = found.chart.spread.rows
    assert sorted(own.known) == list(range(1, 10))
    assert {row.place.name for row in others} == {"Grand Chambéry", "Chambéry"}
    assert all(sorted(row.known) == [1, 5, 9] for row in others)
    assert "9\u202f300\u00a0€" in plain(found.reading)
    assert typeset(incomes.PARTIAL) in found.notes


def test_a_decile_of_the_reference_that_is_not_published_says_so_in_the_table(
    chambery: Store,
) -> None:
    place = chambery.places.by_code["QP073001"]
    found = incomes.exhibit(seen(chambery, "/quartiers/QP073001"), (place,))
    assert found is not None
    cells = [row.cells[2].text for row in found.table.rows]
    assert len(cells) == 9
    assert [rank for rank, said in enumerate(cells, 1) if said != "n.\u00a0d."] == [1, 5, 9]
