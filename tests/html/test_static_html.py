"""A page in pieces is whole, well formed and made of few components."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from dash.development.base_component import Component

from dashboard.components import assembly
from dashboard.html.static_html import StaticHtml
from dashboard.pages import PAGES, router
from dashboard.store import Store
from tests.components.reading import walk


def components(node: object) -> Iterator[Component]:
    if isinstance(node, Component):
        yield node
        yield from components(getattr(node, "children", None))
    if isinstance(node, (list, tuple)):
        for item in node:
            yield from components(item)


def test_a_piece_is_written_with_its_attributes_and_its_content():
    piece = StaticHtml("p", {"className": "a", "title": 'dit "oui"', "open": None}, "<b>x</b>")
    assert piece.whole() == '<p class="a" title="dit &quot;oui&quot;"><b>x</b></p>'


def test_a_piece_without_content_that_closes_itself_is_not_closed():
    assert StaticHtml("hr", {}, "").whole() == "<hr>"


def test_the_browser_is_told_its_tag_its_attributes_and_its_content():
    sent = StaticHtml("p", {"className": "a"}, "x").to_plotly_json()
    assert sent["props"] == {"tag": "p", "attrs": {"className": "a"}, "html": "x"}
    assert (sent["namespace"], sent["type"]) == ("observatoire", "StaticHtml")


@pytest.mark.parametrize("page", [p for p in PAGES if "*" not in p.path], ids=lambda p: p.slug)
def test_every_piece_of_a_page_is_well_formed(page: object, store: Store) -> None:
    tree = assembly.whole(page, router.view_of(page, "", "", store))  # type: ignore[arg-type]
    assert sum(1 for _ in walk(tree)) > 20


def test_the_home_page_is_a_fraction_of_its_elements(store: Store) -> None:
    tree = assembly.whole(PAGES[0], router.view_of(PAGES[0], "", "", store))
    assert 8 * sum(1 for _ in components(tree)) < sum(1 for _ in walk(tree))
