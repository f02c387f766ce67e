"""Each block of a page as a component: one function a type, chosen by the type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.components import controls, pager
from dashboard.components.context import Context
from dashboard.components.exhibit import exhibit, source
from dashboard.components.marks import aria
from dashboard.components.projection import projection
from dashboard.components.prose import heading, link, paragraph, runs
from dashboard.components.recto import recto
from dashboard.components.search import search
from dashboard.components.sheet import sheet
from dashboard.components.tables import table
from dashboard.components.thumbnails import legend, thumbnails
from dashboard.components.writing import authored
from dashboard.content import (
    Authored,
    Block,
    Exhibit,
    Fold,
    Hero,
    KeyFigure,
    KeyFigures,
    Listing,
    Notice,
    Projection,
    Prose,
    Recto,
    Search,
    Sheet,
    Terms,
)
from dashboard.content.thumbnails import Legend, Thumbnails
from dashboard.domain import french
from dashboard.html import tags as html
from dashboard.html.element import Element

LONG_FIGURE = 9
"""A key figure of more signs than that is set a size smaller, to hold on one line."""


def render(block: Block, at: Context, level: int = 2) -> Element:
    """The component of a block; ``level`` is the level of its heading."""
    return _RENDERERS[type(block)](block, at, level)


def render_all(blocks: Sequence[Block], at: Context, level: int = 2) -> list[Element]:
    """The components of blocks, in order."""
    return [render(block, at, level) for block in blocks]


def _hero(value: Hero, at: Context, level: int) -> Element:
    kicker = [html.P(value.kicker, className="surtitre")] if value.kicker else []
    buttons = [
        link(label, href, at, "btn btn-primary" if rank == 0 else "btn btn-secondary")
        for rank, (label, href) in enumerate(value.buttons)
    ]
    row = [html.Ul([html.Li(item) for item in buttons], className="boutons")] if buttons else []
    lead = [paragraph(value.lead, at, "chapeau")] if value.lead else []
    said = html.Div([*kicker, heading(1, value.title), *lead, *row], className="ouverture-texte")
    figures = value.key_figures
    beside = [_key_figures(figures, at, level)] if figures else []
    return html.Div([said, *beside], className="ouverture")


def _key_figures(value: KeyFigures, at: Context, level: int) -> Element:
    title = [heading(level, value.title)] if value.title else []
    items = html.Ul([_key_figure(item, at) for item in value.items], className="chiffres")
    return html.Div([*title, items], className="chiffres-cles")


def _key_figure(item: KeyFigure, at: Context) -> Element:
    label: Any = link(item.label, item.href, at) if item.href else item.label
    return html.Li(
        [
            html.P(label, className="chiffre-nom"),
            html.P(item.value, className=f"chiffre-valeur{_long(item.value)}"),
            html.P(item.detail, className="chiffre-detail"),
        ]
    )


def _long(value: str) -> str:
    return " chiffre-long" if len(value) > LONG_FIGURE else ""


def _prose(value: Prose, at: Context, level: int) -> Element:
    title = [heading(value.level or level, value.title)] if value.title else []
    if value.bullets:
        items = [html.Li(runs(part, at)) for part in value.paragraphs]
        return html.Div([*title, html.Ul(items)], className="texte")
    parts = [paragraph(part, at) for part in value.paragraphs]
    css = "texte-corps en-colonnes" if value.columns else "texte-corps"
    return html.Div([*title, html.Div(parts, className=css)], className="texte")


def _notice(value: Notice, at: Context, level: int) -> Element:
    role = "alert" if value.kind == "erreur" else "note"
    parts = [paragraph(part, at) for part in value.paragraphs]
    return html.Div(parts, className=f"avis avis-{value.kind}", role=role)


def _listing(value: Listing, at: Context, level: int) -> Element:
    settings = [controls.form(value.controls, at, "reglages", value.title)]
    name = value.title or value.table.caption
    parts = [
        *([heading(level, value.title)] if value.title else []),
        *([html.P(value.summary, className="sous-titre decompte")] if value.summary else []),
        *(settings if value.controls else []),
        table(value.table, at, stacked=True, caption=False),
        *([html.P(value.span, className="source")] if value.span else []),
        *pager.nav(name, value.page, value.pages, at),
        *_foot(value),
    ]
    return html.Section(parts, className="carte liste", **aria(label=name))


def _foot(value: Listing) -> list[Element]:
    said = [source(value.source)] if value.source else []
    links = [html.Li(html.A(label, href=href)) for label, href in value.downloads]
    files = [html.Ul(links, className="fichiers en-ligne")] if links else []
    return [*said, *files]


def _terms(value: Terms, at: Context, level: int) -> Element:
    title = [heading(level, value.title)] if value.title else []
    pairs: list[Element] = []
    for term, meaning in value.items:
        pairs.append(html.Dt(term, id=french.slug(term)) if value.anchored else html.Dt(term))
        pairs.append(html.Dd(runs(meaning, at)))
    return html.Div([*title, html.Dl(pairs, className="termes")], className="texte")


def _fold(value: Fold, at: Context, level: int) -> Element:
    body = html.Div(render_all(value.blocks, at, level + 1), className="pli-corps")
    head = html.Summary(html.Span(value.summary, className="pli-titre"))
    return html.Details([head, body], className="pli", open=value.open or None)


def _search(value: Search, at: Context, level: int) -> Element:
    return search(value, at, level, render_all)


_RENDERERS: dict[type, Callable[[Any, Context, int], Element]] = {
    Exhibit: exhibit,
    Hero: _hero,
    KeyFigures: _key_figures,
    Prose: _prose,
    Authored: authored,
    Notice: _notice,
    Listing: _listing,
    Terms: _terms,
    Fold: _fold,
    Search: _search,
    Legend: legend,
    Thumbnails: thumbnails,
    Sheet: sheet,
    Projection: projection,
    Recto: recto,
}
