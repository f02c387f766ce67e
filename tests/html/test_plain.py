"""What a page is made of is real HTML: escaped, complete, no id twice."""

from html.parser import HTMLParser

import pytest

from dashboard.components import ids
from dashboard.html import tags as html
from dashboard.html.attributes import VOID
from dashboard.html.element import Element
from dashboard.html.plain import to_html
from tests.components import gallery

Attributes = list[tuple[str, str | None]]


class _Balance(HTMLParser):
    """Fails on a tag that is never closed, or closed out of turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str | None] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.ids.extend(value for name, value in attrs if name == "id")
        if tag not in VOID and tag not in ("path", "rect"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.ids.extend(value for name, value in attrs if name == "id")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _read(markup: str) -> _Balance:
    reader = _Balance()
    reader.feed(markup)
    assert reader.open == []
    return reader


def test_text_and_attributes_are_escaped() -> None:
    made = to_html(html.P("R&D <script>", title='"clos" <b>'))
    assert made == '<p title="&quot;clos&quot; &lt;b&gt;">R&amp;D &lt;script&gt;</p>'


def test_python_names_become_html_names() -> None:
    made = to_html(html.Label("Année", htmlFor="annee", className="nom", tabIndex=-1))
    assert made == '<label for="annee" class="nom" tabindex="-1">Année</label>'


def test_a_style_becomes_css_and_a_custom_property_keeps_its_name() -> None:
    made = to_html(html.Div(style={"backgroundColor": "red", "--pas": "2px", "color": None}))
    assert made == '<div style="background-color:red;--pas:2px"></div>'


@pytest.mark.parametrize(
    ("component", "expected"),
    [
        (html.Details(open=True), "<details open></details>"),
        (html.Details(open=False), "<details></details>"),
        (html.Button("ok", disabled=True), "<button disabled>ok</button>"),
        (html.Button("ok", disabled=False), "<button>ok</button>"),
        (html.A("f", download=True), "<a download>f</a>"),
        (html.A("f", download="a.csv"), '<a download="a.csv">f</a>'),
        (html.Span(**{"aria-hidden": True}), '<span aria-hidden="true"></span>'),
        (html.Span(**{"aria-expanded": False}), '<span aria-expanded="false"></span>'),
        (html.Span(**{"data-rang": 0}), '<span data-rang="0"></span>'),
        (html.Div(hidden=True), "<div hidden></div>"),
    ],
)
def test_boolean_and_stated_attributes_are_right(component: Element, expected: str) -> None:
    assert to_html(component) == expected


def test_elements_without_content_are_not_closed() -> None:
    assert to_html(html.P(["a", Element("br", {}, ""), "b"])) == "<p>a<br>b</p>"


def test_what_a_view_fills_is_known_by_its_id() -> None:
    assert to_html(html.Div(id=ids.panel("carte"))) == '<div id="panneau-carte"></div>'


def test_numbers_lists_and_nothing_are_children_too() -> None:
    assert to_html([html.P(3), None, "et", [html.P("5")]]) == "<p>3</p>et<p>5</p>"


def test_a_whole_page_is_well_formed_and_repeats_no_id() -> None:
    reader = _read(to_html(gallery.whole()))
    assert len(reader.ids) == len(set(reader.ids))
    assert "L’essentiel de 2016" in reader.texts
