"""The plain page is real HTML: escaped, complete, without an id made for callbacks."""

from html.parser import HTMLParser

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html

from dashboard.components import ids
from dashboard.html.attributes import VOID
from dashboard.html.plain import to_html
from tests.components import gallery


class _Balance(HTMLParser):
    """Fails on a tag that is never closed, or closed out of turn."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.texts = [], [], []

    def handle_starttag(self, tag, attrs):
        self.ids.extend(value for name, value in attrs if name == "id")
        if tag not in VOID and tag not in ("path", "rect"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.ids.extend(value for name, value in attrs if name == "id")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def _read(markup):
    reader = _Balance()
    reader.feed(markup)
    assert reader.open == []
    return reader


def test_text_and_attributes_are_escaped():
    made = to_html(html.P("R&D <script>", title='"clos" <b>'))
    assert made == '<p title="&quot;clos&quot; &lt;b&gt;">R&amp;D &lt;script&gt;</p>'


def test_python_names_become_html_names():
    made = to_html(html.Label("Année", htmlFor="annee", className="nom", tabIndex=-1))
    assert made == '<label class="nom" for="annee" tabindex="-1">Année</label>'


def test_a_style_becomes_css_and_a_custom_property_keeps_its_name():
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
def test_boolean_and_stated_attributes_are_right(component, expected):
    assert to_html(component) == expected


def test_elements_without_content_are_not_closed():
    assert to_html(html.P(["a", html.Br(), "b"])) == "<p>a<br>b</p>"


def test_an_id_made_for_callbacks_is_left_out_and_a_plain_one_stays():
    assert to_html(html.Div(id=ids.panel("carte"))) == "<div></div>"
    assert to_html(html.Main(id=ids.MAIN)) == '<main id="contenu"></main>'


def test_numbers_lists_and_nothing_are_children_too():
    assert to_html([html.P(3), None, "et", [html.P("5")]]) == "<p>3</p>et<p>5</p>"


def test_what_only_serves_the_live_page_gives_nothing():
    assert to_html([dcc.Location(id="adresse"), dcc.Store(id="publication")]) == ""


def test_a_select_marks_what_is_chosen_and_what_cannot_be():
    options = [{"label": "Tous", "value": ""}, {"label": "R&D", "value": "r", "disabled": True}]
    made = to_html(dbc.Select(id=ids.control("pilier", "barre"), options=options, value=""))
    assert '<select class="form-select" name="pilier">' in made
    assert '<option value="" selected>Tous</option>' in made
    assert '<option value="r" disabled>R&amp;D</option>' in made


def test_radio_buttons_share_the_name_of_their_key_and_one_is_checked():
    options = [{"label": "Montant", "value": "m"}, {"label": "Nombre", "value": "n"}]
    made = to_html(dbc.RadioItems(name="mesure", options=options, value="n"))
    assert made.count('name="mesure"') == 2
    assert 'value="n" checked' in made
    assert 'value="m" checked' not in made


def test_boxes_are_ticked_by_their_values():
    options = [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]
    made = to_html(dbc.Checklist(name="q", options=options, value=["b"]))
    assert made.count('type="checkbox"') == 2
    assert 'value="b" checked' in made
    assert 'value="a" checked' not in made


def test_a_hidden_value_is_carried_and_escaped():
    made = to_html(dbc.Input(type="hidden", name="recherche", value='"x"'))
    assert made == '<input type="hidden" name="recherche" value="&quot;x&quot;">'


def test_a_whole_page_is_well_formed_and_repeats_no_id():
    reader = _read(to_html(gallery.whole()))
    assert len(reader.ids) == len(set(reader.ids))
    assert "L’essentiel de 2016" in reader.texts
