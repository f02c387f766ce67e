"""What is explored: what compares, with which year, and why not."""

from __future__ import annotations

from dashboard.domain.cut import Measure
from dashboard.exhibits.explored import Explored, explored
from dashboard.store import Store
from tests.claims import spaced
from tests.views import seen


def of(store: Store, query: str) -> Explored:
    return explored(seen(store, "/actions", query))


def test_the_year_before_is_beside_unless_nothing_is_asked(chambery: Store) -> None:
    assert of(chambery, "annee=2025").beside == "2024"
    alone = of(chambery, "annee=2016&face-a=rien")
    assert (alone.beside, alone.why_alone) == ("", "")
    assert {alone.compared(part) for part in alone.parts} == {None}


def test_the_mean_is_that_of_the_years_that_compare(chambery: Store) -> None:
    found = of(chambery, "annee=2025&face-a=moyenne")
    assert found.year_beside is None
    assert found.beside == "moyenne de 2022 à 2025"


def test_the_first_year_has_none_before_and_says_so(chambery: Store) -> None:
    found = of(chambery, "annee=2016")
    assert found.why_alone == "Aucune année publiée avant 2016 : rien à comparer."
    assert found.beside == ""


def test_a_value_that_is_not_known_is_never_a_zero(chambery: Store) -> None:
    found = of(chambery, "annee=2025")
    assert spaced(found.said(None)) == "n. d."
    assert spaced(found.said(1_500.0)) == "1 500 €"


def test_a_measure_refused_gives_place_to_the_amount(chambery: Store) -> None:
    found = of(chambery, "selon=pilier&combien=habitant")
    assert (found.measure, found.asked) == (Measure.AMOUNT, Measure.CAPITA)
    assert "combien" not in found.view.selection.query()
