"""« Fiche de séance » as it stands on paper: one A4, the address and the date on it."""

from __future__ import annotations

from dashboard.components import controls, labels, paper
from dashboard.components.context import Context
from dashboard.components.exhibit import head, source
from dashboard.components.marks import aria, data
from dashboard.components.prose import Children, link, runs
from dashboard.content import Sheet
from dashboard.html import tags as html
from dashboard.html.element import Element
from dashboard.pages.paper import LONG_TITLE

LINES = 30


def sheet(value: Sheet, at: Context, level: int = 2) -> Element:
    """The tools of the screen, then the sheet."""
    item = value.shown.exhibit
    parts = [
        _head(value, at),
        html.H1(value.title, className="fiche-long" if len(value.title) > LONG_TITLE else None),
        html.Ul([html.Li(runs(said, at)) for said in value.sentences], className="fiche-phrases"),
        html.Figure(
            [head(item), *paper.drawing(value.shown)],
            role="figure",
            **aria(label=item.title),
        ),
        *paper.rows(value.shown, at),
        source(item.source),
        html.Section([html.H2(labels.NOTES), _lines()], className="fiche-notes"),
        _foot(value, at),
    ]
    body = html.Article(parts, className=f"fiche fiche-{item.slug}")
    return html.Div([_tools(value, at), body], className="fiche-ecran")


def _tools(value: Sheet, at: Context) -> Element:
    """What the screen offers and paper does not show."""
    back = link(labels.BACK, value.href, at, "btn btn-secondary")
    button = html.Button(
        labels.PRINT, type="button", className="btn btn-primary avec-script", **data(imprimer=1)
    )
    settings = controls.form(value.controls, at, "reglages", labels.SHEET)
    form = [settings] if value.controls else []
    file = link(labels.SHEET_FILE, value.document, at, "btn btn-secondary")
    buttons = html.P([button, file, back], className="boutons")
    return html.Div([*form, buttons], className="fiche-outils")


def _head(value: Sheet, at: Context) -> Element:
    filters = [html.P([labels.FILTERS, " ", value.filters])] if value.filters else []
    lines = [html.P([labels.SHEET, *_day(at)]), *filters]
    return html.Header(paper.head(lines, at), className="fiche-tete")


def _day(at: Context) -> Children:
    return [", ", html.Span(at.day, **data(jour=1))] if at.day else []


def _lines() -> Element:
    """Lines to write on; those that do not hold are not seen."""
    return html.Div([html.Div() for _ in range(LINES)], className="fiche-lignes")


def _foot(value: Sheet, at: Context) -> Element:
    address = html.P([labels.VIEW, " ", at.located(value.href)], className="fiche-adresse")
    return html.Footer([address, html.P(at.imprint.publication)], className="fiche-pied")
