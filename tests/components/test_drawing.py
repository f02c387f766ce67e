"""The marks of a figure are links to the views that they choose, by keyboard and without script."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from dashboard.components.context import Context
from dashboard.components.drawing import drawing, still
from dashboard.domain.selection import Selection
from dashboard.html.plain import to_html
from tests.components import gallery
from tests.walked import some

AT = Context("accueil", "/", Selection(year=2016, default_year=2025), digest="d1")


def drawn(exhibit: Any, at: Context = AT) -> ElementTree.Element:
    return ElementTree.fromstring(to_html(drawing(exhibit, exhibit.chart, at)))


def links(root: ElementTree.Element) -> dict[str, list[ElementTree.Element]]:
    """The links of a drawing by what they choose."""
    found: dict[str, list[ElementTree.Element]] = {}
    for link in root.iter("a"):
        found.setdefault(link.attrib["data-choix"], []).append(link)
    return found


def test_a_bar_leads_to_the_view_that_it_chooses_and_says_what_it_shows() -> None:
    pick, (bar, *_) = next(iter(links(drawn(gallery.money())).items()))
    assert bar.attrib["href"] == f"/?{pick}"
    assert bar.attrib["data-vue"] == "1"
    assert "\u00a0: " in bar.findtext("title", "")


def test_what_is_chosen_leads_to_the_view_without_it() -> None:
    pick = next(pick for pick in links(drawn(gallery.money())))
    key, _, value = pick.partition("=")
    chosen = replace(AT, selection=AT.selection.having(key, value))
    (link, *_) = links(drawn(gallery.money(), chosen))[pick]
    assert link.attrib["aria-current"] == "true"
    assert pick not in link.attrib["href"]


def test_the_keyboard_stops_once_at_what_several_marks_choose() -> None:
    for exhibit in (gallery.money(), gallery.gap(), gallery.place_map()):
        for marks in some(links(drawn(exhibit)).values()):
            assert [mark.get("tabindex") for mark in marks] == [None] + ["-1"] * (len(marks) - 1)


def test_a_drawing_with_links_is_a_group_that_the_alternative_names() -> None:
    svg = next(drawn(gallery.money()).iter("svg"))
    assert (svg.get("role"), svg.get("aria-label")) == ("group", gallery.money().alt)


def test_a_text_that_is_no_link_is_left_to_the_alternative() -> None:
    root = drawn(gallery.money())
    named = {id(text) for link in root.iter("a") for text in link.iter("text")}
    others = [text for text in root.iter("text") if id(text) not in named]
    assert others
    assert all(text.get("aria-hidden") == "true" for text in others)


@pytest.mark.parametrize("exhibit", [gallery.money(), gallery.place_map()])
def test_on_paper_nothing_is_pressed(exhibit: Any) -> None:
    root = ElementTree.fromstring(to_html(still(exhibit, exhibit.chart, 0.8)))
    assert list(root.iter("a")) == []
    assert next(root.iter("svg")).get("role") == "img"


def test_a_figure_says_where_plotly_finds_it_for_that_view_of_that_publication() -> None:
    address = drawn(gallery.money()).attrib["data-figure"]
    assert address == "/figure/accueil/montants.json?annee=2016&publication=d1"
