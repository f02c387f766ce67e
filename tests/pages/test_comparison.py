"""Quarters side by side: one year, one generation, gaps in words, and what does not compare."""

from __future__ import annotations

from dashboard.content import Prose, Recto, plain
from dashboard.domain.chart import Ages, Multiples, SideBySide
from dashboard.exhibits import compared
from dashboard.pages import PAGES, router
from dashboard.store import Store
from dashboard.words.typography import typeset
from tests.views import figures, seen, visited
from tests.walked import some

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


def test_the_gaps_are_written_from_the_lowest_to_the_highest(chambery: Store) -> None:
    gaps = said(chambery, PAIR, compared.GAPS)
    assert gaps[0] == (
        "Taux de pauvreté en 2021\u00a0: 40\u00a0% au Biollay - Bellevue, 43\u00a0% aux "
        "Hauts-de-Chambéry, soit environ\u00a03\u00a0points d’écart."
    )


def test_each_row_is_of_one_year_that_all_the_quarters_know(store: Store) -> None:
    codes = [q.code for q in store.places.quarters("2015") if q.has_national_statistics][:4]
    view = seen(store, "/comparer", f"quartier={','.join(codes)}")
    for row in some(compared.Chosen(view).rows):
        assert {item.year for item in row.found if item} == {row.year}
        years = [set(store.values.years(row.indicator, [code])) for code in codes]
        assert row.year == max(y for y in set.intersection(*years) if y <= view.selection.year)


def test_a_count_has_no_gap(chambery: Store) -> None:
    table = figures(chambery, "/comparer", PAIR)["comparaison"].table
    gaps = {row.cells[0].text: row.cells[-1].text for row in table.rows if not row.group}
    assert gaps["Habitants"] == "–"
    assert gaps["Taux d’emploi"] == "5,3\u00a0points"


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


def test_two_generations_are_never_side_by_side(chambery: Store) -> None:
    query = "quartier=QP073001,QN07302M"
    places = compared.Chosen(seen(chambery, "/comparer", query)).places
    assert [place.code for place in places] == ["QP073001", "QP073002"]
    (first, *_) = said(chambery, query, compared.APART)
    assert "deux générations ne se comparent pas" in first


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


def test_five_quarters_are_too_many_and_it_is_said(example: Store) -> None:
    codes = [q.code for q in example.places.quarters("2015")][:5]
    query = f"quartier={','.join(codes)}"
    assert len(compared.Chosen(seen(example, "/comparer", query)).places) == 4
    assert any("Quatre quartiers au plus" in s for s in said(example, query, compared.APART))


def test_paper_holds_the_gaps_the_rates_and_the_money(chambery: Store) -> None:
    found = router.visit(PAGES, "/comparer", PAIR, chambery)
    assert found is not None
    (recto,) = [block for block in found[0].blocks(found[1]) if isinstance(block, Recto)]
    assert recto.place.exhibit.slug == "taux"
    assert recto.tables[0].exhibit.controls == ()
    alone = seen(chambery, "/comparer", "quartier=QP073001")
    assert not any(isinstance(block, Recto) for block in found[0].blocks(alone))
