"""A second map beside the first: a figure of its own, that says in what it differs."""

from __future__ import annotations

import pytest

from dashboard.content import Exhibit, plain
from dashboard.domain.chart import PlaceMap
from dashboard.exhibits import map_beside
from dashboard.store import Store
from tests.views import figures, seen

POVERTY = "indicateur=taux-pauvrete"


def pair(store: Store, query: str) -> tuple[Exhibit, Exhibit]:
    first, second = map_beside.exhibits(seen(store, "/quartiers", query))
    return first, second


def said(store: Store, query: str) -> str:
    return plain(pair(store, query)[1].verdict)


def test_nothing_stands_beside_the_map_unless_it_is_asked(store: Store) -> None:
    assert len(map_beside.exhibits(seen(store, "/quartiers", POVERTY))) == 1


@pytest.mark.parametrize(
    "beside", ["annee-2016", "perimetres-2015", "perimetres-2024", "niveau-vie-median"]
)
def test_the_second_map_is_a_figure_with_words_a_table_and_files(store: Store, beside: str) -> None:
    shown = figures(store, "/quartiers", f"{POVERTY}&a-cote={beside}")
    first, second = shown["carte"], shown["carte-a-cote"]
    assert second.chart is not None
    assert second.table.rows
    assert plain(second.reading)
    assert second.title.startswith("À côté")
    assert second.file_name != first.file_name
    assert not second.controls


def test_two_years_have_one_scale_and_say_the_breaks_between_them(chambery: Store) -> None:
    first, second = pair(chambery, f"{POVERTY}&annee=2021&a-cote=annee-2019")
    assert isinstance(first.chart, PlaceMap)
    assert isinstance(second.chart, PlaceMap)
    assert first.chart.quarters.indicator == second.chart.quarters.indicator
    assert "Taux de pauvreté, 2019" in second.subtitle
    words = plain(second.verdict)
    assert words.startswith("La première carte montre 2021, la seconde 2019. Une même teinte")
    assert "Rupture de série entre 2019 et 2021" in words


def test_two_perimeters_are_never_subtracted(store: Store) -> None:
    words = said(store, f"{POVERTY}&generation=2015&a-cote=perimetres-2024")
    assert words.startswith("Les périmètres diffèrent : ceux de 2015 sur la première carte")
    assert "ne se soustraient pas" in words
    shared = [
        item.chart.quarters.classes
        for item in pair(store, f"{POVERTY}&generation=2015&a-cote=perimetres-2024&autour=aucun")
        if isinstance(item.chart, PlaceMap)
    ]
    assert shared[0] == shared[1]


def test_two_measures_have_each_their_own_scale(chambery: Store) -> None:
    words = said(chambery, f"{POVERTY}&annee=2019&a-cote=niveau-vie-median")
    assert "Chacune a son échelle" in words
    assert "Une même teinte dit" not in words
    assert (
        "actions" not in said(chambery, "mesure=actions&a-cote=taux-pauvrete").split("seconde")[1]
    )


def test_circles_of_two_years_have_one_scale(chambery: Store) -> None:
    words = said(chambery, "mesure=montants&annee=2021&a-cote=annee-2019")
    assert "Un cercle de même taille dit le même nombre sur les deux." in words


def test_the_same_map_twice_is_said(chambery: Store) -> None:
    words = said(chambery, f"{POVERTY}&annee=2019&a-cote=annee-2019")
    assert words.startswith(map_beside.SAME)


def test_what_is_beside_is_a_filter_that_the_address_holds(chambery: Store) -> None:
    view = seen(chambery, "/quartiers", "a-cote=annee-2016")
    assert [key.name for key in view.asked_keys] == ["a-cote"]
    assert seen(chambery, "/quartiers", "a-cote=annee-1812").remarks


def test_both_maps_are_moved_together(store: Store) -> None:
    first, second = pair(store, f"{POVERTY}&a-cote=annee-2016")
    assert first.moves
    assert second.moves == first.moves
