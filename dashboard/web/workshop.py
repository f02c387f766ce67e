"""The workshop of who draws: each kind of chart as plotly and as the server paint it, side by side,
on sample values. It serves one machine, never readers."""

from __future__ import annotations

from base64 import b64encode

import dash_bootstrap_components as dbc
from dash import Dash, Input, Output, dcc, html

from dashboard.charts import demo, kinds, plotly, svg
from dashboard.charts.height import height
from dashboard.exports.image import fonts
from dashboard.web import static_files

WIDTH = 560
CHOSEN, DRAWN = "choix", "dessins"
BESIDE = {"display": "flex", "flexWrap": "wrap", "gap": "3rem"}
AROUND = {"maxWidth": "1280px", "margin": "2rem auto", "padding": "0 1rem"}
"""Where things stand: the sheet of the site holds neither the grid of Bootstrap nor its spaces."""

STYLE = r"^(?!bootstrap\.min\.css$).*"
"""What Dash leaves out of the files of the site: all but that sheet."""


def workshop() -> Dash:
    """The app: a list of the kinds, and the two drawings of the one that is chosen."""
    app = Dash(
        "atelier",
        title="Atelier des graphiques",
        assets_folder=str(static_files.ROOT),
        assets_ignore=STYLE,
    )
    app.index_string = app.index_string.replace("{%css%}", f"{{%css%}}<style>{_face()}</style>")
    options = [{"label": name, "value": name} for name in demo.FIGURES]
    first = next(iter(demo.FIGURES))
    app.layout = dbc.Container(
        [
            html.H1("Atelier des graphiques"),
            dbc.Label("Sorte de graphique", html_for=CHOSEN),
            dbc.Select(id=CHOSEN, options=options, value=first),
            html.Div(id=DRAWN),
        ],
        style=AROUND,
    )

    @app.callback(Output(DRAWN, "children"), Input(CHOSEN, "value"))
    def show(name: str) -> list[object]:
        return drawings(name)

    return app


def drawings(name: str) -> list[object]:
    """What the values of that sample are, then its two drawings."""
    chart, said = demo.FIGURES[name]()
    tall = height(chart)
    still = svg.sized(kinds.draw(chart), WIDTH, tall, name)
    graph = dcc.Graph(
        figure=plotly.figure(chart),
        config={"displayModeBar": False, "showSendToCloud": False},
        style={"height": tall, "width": WIDTH},
    )
    return [
        html.P(said),
        dbc.Row(
            [
                dbc.Col([html.H2("plotly"), graph]),
                dbc.Col([html.H2("SVG"), html.Img(src=_file(still, tall), alt=said)]),
            ],
            style=BESIDE,
        ),
    ]


def _face() -> str:
    """The letters of every figure, which plotly's drawing names as the pages do."""
    letters = (fonts.FOLDER / "source-sans-3.woff2").read_bytes()
    source = f'url("data:font/woff2;base64,{b64encode(letters).decode("ascii")}")'
    return f'@font-face{{font-family:"Source Sans 3";font-weight:400 700;src:{source}}}'


def _file(drawn: str, tall: int) -> str:
    """A drawing as the address of an image."""
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{tall}" '
        f'font-family="{fonts.SANS}"><style>{fonts.embedded()}</style>{drawn}</svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(whole.encode()).decode('ascii')}"
