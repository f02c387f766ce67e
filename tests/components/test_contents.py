"""A long page lists its parts, and each link leads to one that shows something."""

from __future__ import annotations

import re

import pytest

from dashboard.components import page as layout
from dashboard.components.assembly import whole
from dashboard.html import plain
from dashboard.pages import PAGES, router
from dashboard.store import Store


def html(store: Store, path: str) -> str:
    found = router.visit(PAGES, path, "", store)
    assert found is not None
    return plain.to_html(whole(*found))


@pytest.mark.parametrize("path", ["/", "/actions", "/bilan/2023"])
def test_a_long_page_lists_its_parts_and_each_link_leads_to_one(store: Store, path: str) -> None:
    shown = html(store, path)
    (listed,) = re.findall(r'<nav class="sommaire".*?</nav>', shown, re.DOTALL)
    links = re.findall(r'href="#([^"]+)"', listed)
    assert len(links) == len(set(links)) >= layout.FEWEST
    assert all(shown.count(f'id="{link}"') == 1 for link in links)


def test_a_short_page_lists_nothing(store: Store) -> None:
    assert "sommaire" not in html(store, "/quartiers")


def test_a_list_stands_beside_two_figures_only_where_it_is_as_long_as_they_are(
    chambery: Store, example: Store
) -> None:
    def beside_two(store: Store) -> int:
        return html(store, "/").count("panneau-haut")

    assert (beside_two(chambery), beside_two(example)) == (1, 0)


def test_a_map_takes_the_room_that_a_taller_figure_beside_it_would_leave_white(
    chambery: Store, example: Store
) -> None:
    def first_row(store: Store, code: str) -> str:
        return html(store, f"/quartiers/{code}").split("carte-carte")[0].rpartition('"rangee')[2]

    assert first_row(example, "QP099001").startswith(' rangee-egale"')
    assert first_row(chambery, "QP073001").startswith('">')
