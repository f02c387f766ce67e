"""A comparison on one sheet: what holds on it, what is left to the screen."""

from __future__ import annotations

from dashboard.content import Prose, Recto, plain
from dashboard.domain.chart import SideBySide
from dashboard.exhibits import compared
from dashboard.pages import comparison_recto
from dashboard.store import Store
from tests.views import visited

PAIR = "quartier=QP073001,QP073002"


def rectos(store: Store, query: str) -> list[Recto]:
    page, view = visited(store, "/comparer", query)
    return [block for block in page.blocks(view) if isinstance(block, Recto)]


def test_paper_holds_the_gaps_the_rates_and_the_money(chambery: Store) -> None:
    (recto,) = rectos(chambery, PAIR)
    assert recto.place.exhibit.slug == "taux"
    assert recto.tables[0].exhibit.controls == ()
    assert rectos(chambery, "quartier=QP073001") == []


def test_as_many_bars_are_drawn_as_hold_beside_the_money(example: Store) -> None:
    codes = [q.code for q in example.places.quarters("2015") if q.has_national_statistics][:4]
    (recto,) = rectos(example, f"quartier={','.join(codes)}")
    chart = recto.place.exhibit.chart
    assert isinstance(chart, SideBySide)
    many = len(chart.profile.lines) * len(chart.profile.places)
    assert 0 < many <= max(comparison_recto.BARS, comparison_recto.FEWEST * len(codes))


def test_the_sheet_has_nothing_to_press_and_names_what_it_leaves_out(chambery: Store) -> None:
    (recto,) = rectos(chambery, PAIR)
    assert plain(recto.hero.lead) == "Biollay - Bellevue et Les Hauts-de-Chambéry."
    words = [item for item in (*recto.beside, *recto.words) if isinstance(item, Prose)]
    assert compared.GAPS in [item.title for item in words]
    spans = [span for item in words for said in item.paragraphs for span in said]
    assert spans
    assert not [span for span in spans if span.href or span.anchor]
    assert recto.rest.startswith("Non imprimés")
    assert not any(row.group for row in recto.tables[0].exhibit.table.rows)
