"""Filters are named, and removable one by one."""

from dataclasses import replace

from dashboard.components import filters
from dashboard.pages.bar import Chip
from tests.components import gallery
from tests.components.reading import found, prop, words

AT = gallery.AT


def test_the_drawer_says_what_is_chosen() -> None:
    assert filters.summary("2016, tous les piliers") == "Filtres\u00a0: 2016, tous les piliers"


def test_each_filter_in_force_is_a_link_that_removes_it_alone() -> None:
    links = found(filters.active(gallery.CHIPS, AT), css="puce")
    assert [prop(link, "href") for link in links] == ["/?pilier=emploi", "/?annee=2016"]
    assert words(links[1]).startswith("Retirer le filtre Pilier\u00a0: Développement")


def test_one_link_removes_them_all() -> None:
    reset = found(filters.active(gallery.CHIPS, AT), css="lien-discret")[0]
    assert (words(reset), prop(reset, "href")) == ("Tout effacer", "/")


def test_nothing_is_said_to_be_active_where_nothing_is() -> None:
    assert filters.active((), AT) == []


def test_removing_a_filter_starts_the_list_again_from_its_first_page() -> None:
    paged = replace(AT, selection=AT.selection.having("page", "3"))
    links = found(filters.active((Chip("annee", "Année : 2016"),), paged), css="puce")
    assert all("page" not in prop(link, "href") for link in links)
