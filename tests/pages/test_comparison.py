"""Quarters side by side: one year, one generation, gaps in words, and what does not compare."""

from __future__ import annotations

from dashboard.content import Prose, plain
from dashboard.domain.chart import Ages, Multiples, SideBySide
from dashboard.exhibits import compared
from dashboard.store import Store
from dashboard.words.typography import typeset
from tests.views import figures, seen, visited

PAIR = "quartier=QP073001,QP073002"


def said(store: Store, query: str, title: str) -> list[str]:
    page, view = visited(store, "/comparer", query)
    blocks = (block for block in page.blocks(view) if isinstance(block, Prose))
    return [plain(part) for block in blocks if block.title == title for part in block.paragraphs]


def test_without_quarters_the_first_two_that_are_measured_are_ticked(store: Store) -> None:
    boxes, _ = figures(store, "/comparer")["comparaison"].controls
    assert boxes.kind == "checks"
    assert len(boxes.choices) > 10
    chosen = compared.Chosen(seen(store, "/comparer"))
    assert len(chosen.measured) == compared.FEWEST
    assert len(boxes.value.split(",")) == compared.FEWEST


def test_one_quarter_alone_is_told_to_choose_another(chambery: Store) -> None:
    found = figures(chambery, "/comparer", "quartier=QP073001")
    assert set(found) == {"comparaison"}
    assert found["comparaison"].table.empty == typeset(compared.CHOOSE)


def test_figures_stand_on_one_scale(chambery: Store) -> None:
    found = figures(chambery, "/comparer", PAIR)
    charts = {slug: item.chart for slug, item in found.items()}
    assert isinstance(charts["taux"], SideBySide)
    assert isinstance(charts["ages"], Ages)
    assert len(charts["ages"].pyramids) == 2
    for slug in ("argent", "par-habitant"):
        chart = charts[slug]
        assert isinstance(chart, Multiples)
        assert [item.label for item in chart.strands] == [
            "Biollay - Bellevue",
            "Les Hauts-de-Chambéry",
        ]


def test_a_quarter_under_watch_is_named_as_what_nothing_measures(chambery: Store) -> None:
    query = f"{PAIR},QVA-73065-CHANTEMERLE"
    told = said(chambery, query, compared.APART)
    assert any("L’Insee ne publie rien sur Chantemerle" in item for item in told)
    strands = figures(chambery, "/comparer", query)["argent"].chart
    assert isinstance(strands, Multiples)
    assert strands.strands[-1].label == "Chantemerle"


def test_the_perimeters_can_be_asked(chambery: Store) -> None:
    found = figures(chambery, "/comparer", f"{PAIR}&generation=2024")
    assert "périmètres de 2024" in found["comparaison"].subtitle
    assert "ages" not in found
    assert "menages" in found
