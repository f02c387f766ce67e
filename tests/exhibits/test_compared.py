"""What compares and what does not: one year, one generation, gaps in words."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.exhibits import compared
from dashboard.store import Store
from tests.claims import spaced
from tests.views import figures, seen
from tests.walked import some

PAIR = "quartier=QP073001,QP073002"


def chosen(store: Store, query: str) -> compared.Chosen:
    return compared.Chosen(seen(store, "/comparer", query))


def set_apart(store: Store, query: str) -> list[str]:
    """What does not compare, and why."""
    found = compared.apart(chosen(store, query))
    return [plain(said) for said in found.paragraphs] if found else []


def test_the_gaps_are_written_from_the_lowest_to_the_highest(chambery: Store) -> None:
    gaps = [plain(said) for said in compared.gaps(chosen(chambery, PAIR)).paragraphs]
    assert spaced(gaps[0]) == (
        "Taux de pauvreté en 2021 : 40 % au Biollay - Bellevue, 43 % aux Hauts-de-Chambéry, "
        "soit environ 3 points d’écart."
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


def test_two_generations_are_never_side_by_side(chambery: Store) -> None:
    query = "quartier=QP073001,QN07302M"
    places = chosen(chambery, query).places
    assert [place.code for place in places] == ["QP073001", "QP073002"]
    (first, *_) = set_apart(chambery, query)
    assert "deux générations ne se comparent pas" in first


def test_five_quarters_are_too_many_and_it_is_said(example: Store) -> None:
    codes = [q.code for q in example.places.quarters("2015")][:5]
    query = f"quartier={','.join(codes)}"
    assert len(chosen(example, query).places) == compared.MOST
    assert any("Quatre quartiers au plus" in s for s in set_apart(example, query))


def test_quarters_of_which_all_compares_leave_nothing_apart(example: Store) -> None:
    pair = [q.code for q in example.places.quarters("2024") if q.has_national_statistics][:2]
    assert len(pair) == compared.FEWEST
    assert compared.apart(chosen(example, f"quartier={','.join(pair)}")) is None
