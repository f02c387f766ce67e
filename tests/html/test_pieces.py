"""A tree in pieces shows the same page, in far fewer components."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components import assembly
from dashboard.html.pieces import Piece, pieced
from dashboard.html.plain import to_html
from dashboard.pages import PAGES, router
from dashboard.store import Store

STILL = html.Div([html.P("un < deux", className="a"), html.Hr()], **{"data-x": "1"})


def components(node: object) -> Iterator[Component]:
    if isinstance(node, Component):
        yield node
        yield from components(getattr(node, "children", None))
    if isinstance(node, (list, tuple)):
        for item in node:
            yield from components(item)


def test_what_nothing_moves_is_one_piece_with_its_texts_escaped() -> None:
    piece = pieced(STILL)
    assert isinstance(piece, Piece)
    assert piece.tag == "div"
    assert piece.attrs == {"data-x": "1"}
    assert piece.html == '<p class="a">un &lt; deux</p><hr>'


def test_what_has_an_id_and_what_holds_it_stays_a_component() -> None:
    tree = html.Div([STILL, html.Div(dcc.Graph(id="g")), html.Span(id="s")])
    kinds = [item._type for item in components(pieced(tree))]
    assert kinds == ["Div", "Piece", "Div", "Graph", "Span"]


def test_the_tree_that_was_given_is_left_as_it_was() -> None:
    tree = html.Div([STILL, html.Span(id="s")])
    pieced(tree)
    assert tree.children[0] is STILL


@pytest.mark.parametrize("page", [p for p in PAGES if "*" not in p.path], ids=lambda p: p.slug)
def test_a_page_in_pieces_is_the_same_html(page: object, store: Store) -> None:
    tree = assembly.whole(page, router.view_of(page, "", "", store))  # type: ignore[arg-type]
    assert to_html(pieced(tree)) == to_html(tree)


def test_the_home_page_is_a_fraction_of_its_components(store: Store) -> None:
    tree = assembly.whole(PAGES[0], router.view_of(PAGES[0], "", "", store))
    assert 5 * len(list(components(pieced(tree)))) < len(list(components(tree)))
