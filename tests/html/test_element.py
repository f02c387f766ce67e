"""An element is written whole, and a page of them is well formed."""

from __future__ import annotations

import pytest

from dashboard.components import assembly
from dashboard.html.element import Element
from dashboard.pages import PAGES, router
from dashboard.store import Store
from tests.components.reading import walk


def test_an_element_is_written_with_its_attributes_and_its_content() -> None:
    made = Element("p", {"className": "a", "title": 'dit "oui"', "open": None}, "<b>x</b>")
    assert made.whole() == '<p class="a" title="dit &quot;oui&quot;"><b>x</b></p>'


def test_an_element_without_content_that_closes_itself_is_not_closed() -> None:
    assert Element("hr", {}, "").whole() == "<hr>"


@pytest.mark.parametrize("page", [p for p in PAGES if "*" not in p.path], ids=lambda p: p.slug)
def test_every_element_of_a_page_is_well_formed(page: object, store: Store) -> None:
    tree = assembly.whole(page, router.view_of(page, "", "", store))  # type: ignore[arg-type]
    assert sum(1 for _ in walk(tree)) > 20
