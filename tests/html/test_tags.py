"""What holds nothing live is HTML at once; what a callback names stays a component."""

from __future__ import annotations

import pytest
from dash import dcc
from dash import html as dash_html

from dashboard.html import tags as html
from dashboard.html.static_html import StaticHtml
from dashboard.html.tags import still


def test_what_nothing_moves_is_one_piece_with_its_texts_escaped():
    made = html.Div([html.P("un < deux", className="a"), None, 3, ["et", True]], **{"data-x": "1"})
    assert isinstance(made, StaticHtml)
    assert (made.tag, made.attrs) == ("div", {"data-x": "1"})
    assert made.html == '<p class="a">un &lt; deux</p>3et'


def test_what_a_callback_names_is_a_component():
    made = html.Span("dit", id="dit")
    assert isinstance(made, dash_html.Span)


def test_what_holds_a_live_one_is_a_component_whose_other_children_are_pieces():
    made = html.Div([html.P("avant"), html.Section(dcc.Graph(id="g"))])
    assert isinstance(made, dash_html.Div)
    first, second = made.children
    assert isinstance(first, StaticHtml)
    assert isinstance(second, dash_html.Section)


def test_nothing_live_can_be_said_to_stand_still():
    assert still([html.P("a"), [dcc.Graph(id="g")]]) is None
    assert still(["a", [html.P("b")]]) == "a<p>b</p>"


@pytest.mark.parametrize("words", ["<script>", "&amp;", "a < b"])
def test_no_text_passes_for_html(words: str) -> None:
    made = html.P(words, title=f'{words}"')
    assert isinstance(made, StaticHtml)
    assert "<" not in made.html
    assert '"' not in made.whole()[len('<p title="') :].split('">')[0]


def test_a_field_that_no_callback_reads_is_a_piece():
    assert html.Input(type="hidden", name="a", value="b").whole() == (
        '<input type="hidden" name="a" value="b">'
    )
    options = [html.Option("un", value="1", selected=True), html.Option("deux", value="2")]
    assert html.Select(options).whole() == (
        '<select><option value="1" selected>un</option><option value="2">deux</option></select>'
    )
