"""An element is text at once, and no text passes for HTML."""

from __future__ import annotations

import pytest

from dashboard.html import tags as html
from dashboard.html.element import Element


def test_an_element_holds_texts_numbers_and_lists_and_escapes_the_texts() -> None:
    made = html.Div([html.P("un < deux", className="a"), None, 3, ["et", True]], **{"data-x": "1"})
    assert isinstance(made, Element)
    assert (made.tag, made.attrs) == ("div", {"data-x": "1"})
    assert made.html == '<p class="a">un &lt; deux</p>3et'


@pytest.mark.parametrize("words", ["<script>", "&amp;", "a < b"])
def test_no_text_passes_for_html(words: str) -> None:
    made = html.P(words, title=f'{words}"')
    assert "<" not in made.html
    assert '"' not in made.whole()[len('<p title="') :].split('">')[0]


def test_a_field_has_its_attributes_and_a_list_its_choices() -> None:
    assert html.Input(type="hidden", name="a", value="b").whole() == (
        '<input type="hidden" name="a" value="b">'
    )
    options = [html.Option("un", value="1", selected=True), html.Option("deux", value="2")]
    assert html.Select(options).whole() == (
        '<select><option value="1" selected>un</option><option value="2">deux</option></select>'
    )
