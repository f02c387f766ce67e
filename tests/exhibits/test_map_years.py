"""The map year by year: its years, the scale that they share, what is crossed between them."""

from __future__ import annotations

import pytest

from dashboard.content import Timeline
from dashboard.domain.chart import PlaceMap
from dashboard.domain.quarter_map import QuarterMap
from dashboard.exhibits import place_map
from dashboard.store import Store
from tests.views import seen

POVERTY = "indicateur=taux-pauvrete"


def drawn(store: Store, query: str) -> QuarterMap:
    chart = place_map.exhibit(seen(store, "/quartiers", query)).chart
    assert isinstance(chart, PlaceMap)
    return chart.quarters


def years(store: Store, query: str) -> Timeline:
    found = place_map.exhibit(seen(store, "/quartiers", query)).timeline
    assert found is not None
    return found


@pytest.mark.parametrize("query", [POVERTY, f"{POVERTY}&classes=quantiles", "indicateur=gini"])
def test_a_colour_says_the_same_value_every_year(store: Store, query: str) -> None:
    found = {drawn(store, f"{query}&annee={year}").classes for year in (2017, 2019, 2021)}
    assert len(found) == 1


@pytest.mark.parametrize("query", ["mesure=actions", "mesure=montant", "indicateur=population"])
def test_a_circle_of_one_size_says_the_same_number_every_year(store: Store, query: str) -> None:
    found = {drawn(store, f"{query}&annee={year}").largest for year in (2018, 2020, 2022)}
    assert len(found) == 1
    assert found != {0}


def test_both_perimeters_have_one_scale(chambery: Store) -> None:
    former = drawn(chambery, f"{POVERTY}&generation=2015")
    present = drawn(chambery, f"{POVERTY}&generation=2024")
    assert former.classes == present.classes


def test_no_class_is_lower_than_the_values_of_another_year(store: Store) -> None:
    found = drawn(store, f"{POVERTY}&annee=2018")
    assert found.scale is not None
    assert found.classes is not None
    assert found.classes.bounds[-1] == found.scale.largest >= max(found.known)


def test_the_slider_goes_through_the_years_that_hold_a_value(chambery: Store) -> None:
    found = years(chambery, f"{POVERTY}&annee=2019")
    assert (found.first, found.value, found.last) == (2016, 2019, 2021)
    assert found.said == "2019"
    before, after = found.steps
    assert "annee=2018" in before.href
    assert "annee=2020" in after.href
    assert "annee=2016" in found.start


def test_a_year_without_value_says_which_one_is_shown(chambery: Store) -> None:
    found = years(chambery, "indicateur=rsa-socle&generation=2015&annee=2019")
    assert found.absent == (2019,)
    assert found.said == "2019 : aucune valeur, 2018 est montrée"


def test_a_year_after_the_last_one_stands_at_the_last_one(chambery: Store) -> None:
    found = years(chambery, POVERTY)
    assert (found.value, found.said) == (2021, "2021, dernière publiée")
    assert "annee=2020" in found.steps[0].href
    assert not found.steps[1].href


def test_a_break_is_said_where_it_is_crossed_and_nowhere_else(chambery: Store) -> None:
    crossed = place_map.exhibit(seen(chambery, "/quartiers", f"{POVERTY}&annee=2020"))
    assert crossed.timeline is not None
    assert crossed.timeline.note.startswith("Rupture de série entre 2019 et 2020")
    assert crossed.timeline.note in crossed.notes
    assert years(chambery, f"{POVERTY}&annee=2021").note == ""


def test_the_years_that_are_skipped_are_said(chambery: Store) -> None:
    found = years(chambery, "indicateur=rsa-socle&generation=2015&annee=2020")
    assert found.note.startswith("Aucune valeur en 2019.")


def test_the_perimeters_stay_what_they_are_from_year_to_year(example: Store) -> None:
    found = years(example, POVERTY)
    assert found.pinned == (("generation", "2024"),)
    assert all("generation=2024" in step.href for step in found.steps if step.href)


def test_one_year_alone_has_no_slider_and_neither_has_another_page(chambery: Store) -> None:
    alone = seen(chambery, "/quartiers", "indicateur=loyer-moyen")
    assert place_map.exhibit(alone).timeline is None
    assert place_map.exhibit(seen(chambery, "/", POVERTY)).timeline is None


def test_a_step_leaves_the_years_that_were_summed(chambery: Store) -> None:
    found = years(chambery, "mesure=actions&depuis=2017&annee=2019")
    assert found.said == "2017-2019"
    assert "depuis" not in found.steps[0].href
