"""A page as one A4, in place of its panels, seen on paper only."""

from __future__ import annotations

from dashboard.components import paper
from dashboard.components.context import Context
from dashboard.components.exhibit import head, legend, reading, source, verdict
from dashboard.components.prose import heading, runs
from dashboard.content import KeyFigures, Printed, Prose, Recto, Terms, Text
from dashboard.domain import french
from dashboard.html import tags as html
from dashboard.html.element import Element


def recto(value: Recto, at: Context, level: int = 2) -> Element:
    """Head, key figures, map, tables, words; nothing of it on the screen."""
    hero = value.hero
    parts = [
        html.P([hero.kicker, ". ", *runs(hero.lead, at)], className="surtitre"),
        html.P(hero.title, className="recto-titre"),
        *_figures(hero.key_figures),
        html.Div([_place(value.place), _beside(value, at)], className="recto-deux"),
        *[_table(item, at) for item in value.tables],
        html.Div([_words(item, at) for item in value.words], className="recto-deux recto-mots"),
        source(value.source),
        html.P(value.rest, className="recto-reste"),
    ]
    return html.Div(parts, className="recto")


def _figures(value: KeyFigures | None) -> list[Element]:
    if value is None:
        return []
    items = [
        html.Li([html.P(item.label), html.P(item.value, className="nom"), html.P(item.detail)])
        for item in value.items
    ]
    return [html.Ul(items, className="recto-chiffres")]


def _place(value: Printed) -> Element:
    return html.Div([head(value.exhibit), *paper.drawing(value, False)], className="recto-carte")


def _beside(value: Recto, at: Context) -> Element:
    said = [_said(item, at) for item in value.beside]
    return html.Div([*said, *legend(value.place.exhibit)], className="recto-dit")


def _said(value: Printed | Prose, at: Context) -> Element:
    if isinstance(value, Prose):
        parts = [html.P(runs(part, at)) for part in value.paragraphs]
        return html.Div([heading(2, value.title), *parts], className="recto-bloc")
    item = value.exhibit
    shown = paper.drawing(value) if value.scale else paper.bare(value, at)
    said = [*verdict(item, at), *reading(item, at)]
    return html.Div([head(item, more=value.left_out), *shown, *said], className="recto-bloc")


def _table(value: Printed, at: Context) -> Element:
    said = value.exhibit.table.empty.partition(". ")[0].rstrip(".")
    empty = [] if value.exhibit.table.rows else [html.P(f"{said}.")]
    title = head(value.exhibit, more=value.left_out)
    return html.Div([title, *paper.bare(value, at), *empty], className="recto-bloc")


def _words(value: Prose | Terms, at: Context) -> Element:
    title = heading(2, value.title)
    if isinstance(value, Terms):
        items = [_term(term, said, at) for term, said in value.items]
    else:
        items = [html.Li(runs(said, at)) for said in value.paragraphs]
    return html.Div([title, html.Ul(items)])


def _term(term: str, said: Text, at: Context) -> Element:
    return html.Li([html.Strong(f"{term}{french.NBSP}:"), " ", *runs(said, at)])
