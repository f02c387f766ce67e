"""Filters are named, and removable one by one."""

from dataclasses import replace

from dashboard.components import filters
from tests.components import gallery
from tests.components.reading import found, prop, words

AT = gallery.AT
CONTROLS = gallery.controls()


def test_the_drawer_says_what_is_chosen_the_year_first():
    assert filters.summary(CONTROLS) == (
        "Filtres\u00a0: 2016, Développement économique et emploi, tous les quartiers"
    )


def test_each_active_filter_is_a_link_that_removes_it_alone():
    links = found(filters.active(CONTROLS, AT), css="puce")
    assert [prop(link, "href") for link in links] == ["/?annee=2016", "/?pilier=emploi"]
    assert words(links[0]).startswith("Retirer le filtre Pilier\u00a0: Développement")


def test_one_link_removes_them_all():
    reset = found(filters.active(CONTROLS, AT), css="lien-discret")[0]
    assert (words(reset), prop(reset, "href")) == ("Tout effacer", "/")


def test_nothing_is_said_to_be_active_where_nothing_is():
    bare = replace(AT, selection=replace(AT.selection, year=2025, pillar=None))
    assert filters.active(CONTROLS, bare) == []


def test_a_period_is_a_filter_on_the_year():
    period = replace(AT, selection=replace(AT.selection, first_year=2016, year=2018, pillar=None))
    links = found(filters.active(CONTROLS, period), css="puce")
    assert [prop(link, "href") for link in links] == ["/"]


def test_removing_a_filter_starts_the_list_again_from_its_first_page():
    paged = replace(AT, selection=AT.selection.having("page", "3"))
    links = found(filters.active(CONTROLS, paged), css="puce")
    assert all("page" not in prop(link, "href") for link in links)
