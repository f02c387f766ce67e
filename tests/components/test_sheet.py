"""The sheet of paper: what it says of its origin, and what only the screen shows."""

from dataclasses import replace

from dashboard.components.sheet import sheet
from dashboard.content import Printed
from tests.components import gallery
from tests.components.reading import found, prop, words

AT = gallery.AT
MADE = sheet(gallery.sheet(), AT)


def test_it_says_whose_it_is_the_day_the_filters_and_the_notice() -> None:
    head = words(found(MADE, css="fiche-tete")[0])
    for said in (AT.imprint.name, "23 novembre 2026", "2016, emploi", gallery.AT.imprint.notice):
        assert said in head


def test_its_foot_holds_the_address_of_the_view_and_the_publication() -> None:
    foot = words(found(MADE, css="fiche-pied")[0])
    assert "https://exemple.fr/actions?pilier=emploi&annee=2016" in foot
    assert AT.imprint.publication in foot


def test_the_three_sentences_the_source_and_what_the_table_leaves_out_are_written() -> None:
    assert len(found(found(MADE, css="fiche-phrases")[0], "Li")) == 3
    assert gallery.money().source in words(MADE)
    assert "4 lignes sur 10" in words(found(MADE, css="papier-reste")[0])


def test_the_button_that_prints_waits_for_a_script_and_the_way_back_does_not() -> None:
    tools = found(MADE, css="fiche-outils")[0]
    assert [words(button) for button in found(tools, css="avec-script")] == ["Imprimer"]
    file, back = found(tools, "A")
    assert prop(file, "href") == gallery.sheet().document
    assert prop(back, "href") == gallery.sheet().href


def test_a_figure_that_would_not_hold_is_left_to_its_table() -> None:
    flat = sheet(replace(gallery.sheet(), shown=Printed(gallery.money())), AT)
    assert found(MADE, css="trace")
    assert not found(flat, css="trace")
    assert found(flat, css="papier-table")


def test_room_is_left_to_write() -> None:
    assert len(found(found(MADE, css="fiche-lignes")[0], "Div")) > 10
