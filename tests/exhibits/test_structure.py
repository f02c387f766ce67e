"""What makes up a quarter: published categories, one year, one source, said with their limits."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.domain.chart import Ages, Incomes, SideBySide
from dashboard.exhibits import ages, incomes, structure
from dashboard.store import Store
from dashboard.words.typography import typeset
from tests.views import figures, seen


def test_households_of_2024_have_five_sizes_and_those_of_2015_two(chambery: Store) -> None:
    new = figures(chambery, "/quartiers/QN07301M")["menages"]
    assert [row.cells[2].text for row in new.table.rows] == [
        "45,4\u00a0%",
        "24,9\u00a0%",
        "13,7\u00a0%",
        "13,8\u00a0%",
        "2,2\u00a0%",
    ]
    assert "année présumée" in new.tags
    place = chambery.places.by_code["QP073002"]
    view = seen(chambery, "/quartiers/QP073002")
    old = structure.exhibit(view, (place,), structure.HOUSEHOLDS)
    assert old is not None
    assert [row.cells[0].text for row in old.table.rows] == [
        "Une personne",
        "Six personnes et plus",
    ]


def test_one_known_category_alone_makes_no_figure(chambery: Store) -> None:
    assert "menages" not in figures(chambery, "/quartiers/QP073001")


def test_a_category_that_is_not_published_says_so_and_has_no_bar(chambery: Store) -> None:
    found = figures(chambery, "/quartiers/QP073001")["epoques"]
    assert isinstance(found.chart, SideBySide)
    assert found.chart.profile.lines[-1].numbers == ()
    assert found.table.rows[-1].cells[2].text == "n.\u00a0d."


def test_no_figure_shows_a_year_after_the_chosen_one(chambery: Store) -> None:
    found = figures(chambery, "/quartiers/QP073001", "annee=2018")
    assert found["enfants"].table.rows[0].cells[1].value == 2018
    assert "pieces" not in found


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


def test_incomes_hold_every_decile_that_their_source_publishes(chambery: Store) -> None:
    found = figures(chambery, "/quartiers/QP073001")["niveaux-de-vie"]
    assert isinstance(found.chart, Incomes)
    own, *others = found.chart.spread.rows
    assert sorted(own.known) == list(range(1, 10))
    assert {row.place.name for row in others} == {"Grand Chambéry", "Chambéry"}
    assert all(sorted(row.known) == [1, 5, 9] for row in others)
    assert "9\u202f300\u00a0€" in plain(found.reading)
    assert typeset(incomes.PARTIAL) in found.notes


def test_a_quarter_that_nothing_measures_has_no_structure(chambery: Store) -> None:
    found = figures(chambery, "/quartiers/QVA-73065-CHANTEMERLE")
    assert not {"ages", "menages", "enfants", "niveaux-de-vie", "pieces"} & found.keys()
