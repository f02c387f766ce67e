"""The money of several quarters: one scale, and no zero where no line names one of them."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.domain.chart import Multiples
from dashboard.domain.territory import TerritoryKind
from dashboard.exhibits import compared_money
from dashboard.exhibits.compared import Chosen
from dashboard.store import Store
from tests.claims import spaced
from tests.views import seen


def chosen(store: Store, *codes: str) -> Chosen:
    return Chosen(seen(store, "/comparer", f"quartier={','.join(codes)}"))


def test_the_sentence_gives_each_quarter_its_money_of_the_last_year(chambery: Store) -> None:
    found = compared_money.exhibit(chosen(chambery, "QP073001", "QP073002"))
    assert found is not None
    assert spaced(plain(found.reading)) == (
        "en 2025, Biollay - Bellevue : 54 300 € ; Les Hauts-de-Chambéry : 23 800 €."
    )
    assert [row.cells[0].value for row in found.table.rows] == list(chambery.choices.years)


def test_a_year_without_line_has_no_bar_and_says_so(chambery: Store) -> None:
    found = compared_money.exhibit(chosen(chambery, "QP073001", "QVA-73065-CHANTEMERLE"))
    assert found is not None
    assert isinstance(found.chart, Multiples)
    drawn = found.chart.strands[-1].values
    said = [row.cells[2].text for row in found.table.rows]
    assert None in drawn
    assert 0 not in drawn
    assert [value is None for value in drawn] == [text == "aucune ligne" for text in said]


def test_quarters_that_no_line_names_make_no_figure(chambery: Store) -> None:
    watched = (q.code for q in chambery.places.quarters("2015") if q.kind is TerritoryKind.QVA)
    named = {code: compared_money.exhibit(chosen(chambery, code)) for code in watched}
    assert named["QVA-73065-CHANTEMERLE"] is not None
    assert None in named.values()
