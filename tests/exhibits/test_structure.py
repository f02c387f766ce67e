"""What makes up a quarter: published categories, one year, one source, said with their limits."""

from __future__ import annotations

from dashboard.domain.chart import SideBySide
from dashboard.exhibits import structure
from dashboard.store import Store
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


def test_a_quarter_that_nothing_measures_has_no_structure(chambery: Store) -> None:
    found = figures(chambery, "/quartiers/QVA-73065-CHANTEMERLE")
    assert not {"ages", "menages", "enfants", "niveaux-de-vie", "pieces"} & found.keys()
