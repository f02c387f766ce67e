"""A page on a wall: one figure a screen, its sentence beside it, its notes when they are asked.

Without script each screen is a part of the page, and links lead from one to the next; a script adds
the keys of a remote control (assets/page/projection.js).
"""

from __future__ import annotations

from dataclasses import replace

from dashboard.components import ids, labels
from dashboard.components.context import Context
from dashboard.components.drawing import still
from dashboard.components.embed import unlinked
from dashboard.components.exhibit import legend, reading, source
from dashboard.components.marks import aria, data
from dashboard.components.prose import Children, heading, hidden, runs, tags
from dashboard.components.tables import table
from dashboard.content import Exhibit, Projected, Projection
from dashboard.domain import french
from dashboard.html import tags as html
from dashboard.html.element import Element

SLIDE = "diapo-"
"""How the id of a screen starts."""


def projection(value: Projection, at: Context, level: int = 2) -> Element:
    """Every screen, in the order of the page."""
    count = len(value.slides)
    screens = [_screen(value, rank, count, at) for rank in range(1, count + 1)]
    said = html.H1(value.title, className="projection-titre")
    none = [] if screens else [html.P([labels.NO_FIGURE, " ", _leave(value, "", at)])]
    return html.Div([said, *screens, *none], className="projection")


def _screen(value: Projection, rank: int, count: int, at: Context) -> Element:
    shown = value.slides[rank - 1]
    item = shown.exhibit
    head = [
        html.P([f"{rank} / {count}", hidden(f", {value.title}")], className="rang"),
        heading(2, item.title),
        html.P([item.subtitle, *tags(item.tags)], className="sous-titre"),
        *([html.P(item.frame.whole, className="portee")] if item.frame.whole else []),
    ]
    words = [
        *_sentence(item, at),
        *legend(item),
        source(item.source),
        *([html.P(at.imprint.warning, className="papier-avis")] if at.imprint.warning else []),
        _notes(item, value.href, at),
        _ways(value, rank, count, at),
    ]
    columns = {"--colonnes": str(len(item.table.columns))}
    parts = [
        html.Div(head, className="diapo-tete"),
        html.Div(_drawn(shown, at), className="diapo-figure", style=columns),
        html.Div(words, className="diapo-mots"),
    ]
    name = aria(label=f"{rank} sur {count}{french.NBSP}: {item.title}")
    css = "diapo" if item.chart is not None else "diapo diapo-table"
    return html.Section(parts, id=f"{SLIDE}{rank}", className=css, tabIndex=-1, **name)


def _drawn(shown: Projected, at: Context) -> list[Element]:
    item = shown.exhibit
    if item.chart is not None:
        box = still(item, item.chart, 1)
        style = {key: held for key, held in box.attrs["style"].items() if key != "zoom"}
        attrs = {**box.attrs, "style": {**style, "--agrandi": shown.scale}}
        return [replace(box, attrs=attrs)]
    rest = [html.P(f"{shown.left_out}.", className="papier-reste")] if shown.left_out else []
    return [table(unlinked(item.table), at, caption=False), *rest]


def _sentence(item: Exhibit, at: Context) -> list[Element]:
    """What the figure says: its verdict where it has one, else how it is read."""
    if item.verdict:
        return [html.P(runs(item.verdict, at), className="diapo-phrase")]
    return [html.Div(reading(item, at), className="diapo-phrase")] if item.reading else []


def _notes(item: Exhibit, href: str, at: Context) -> Element:
    """What the speaker may be asked: how it is read, where it is from, what it does not say."""
    said = reading(item, at) if item.verdict else []
    limits = [html.Ul([html.Li(note) for note in item.notes], className="notes")]
    where = html.P([labels.VIEW, " ", at.located(href)], className="source")
    inside = [*said, *(limits if item.notes else []), where]
    summary: Children = [labels.SPOKEN, hidden(f", {item.title}")]
    return html.Details([html.Summary(summary), *inside], className="diapo-notes")


def _ways(value: Projection, rank: int, count: int, at: Context) -> Element:
    """The screens before and after, then the page, where its reader was."""
    before = [_way(labels.BEFORE, rank - 1, "precedente")] if rank > 1 else []
    after = [_way(labels.AFTER, rank + 1, "suivante")] if rank < count else []
    leave = _leave(value, f"#{ids.panel(value.slides[rank - 1].panel)}", at)
    name = aria(label=f"Écrans, {rank} sur {count}")
    ways = html.Ul([html.Li(way) for way in (*before, *after, leave)])
    return html.Nav(ways, className="diapo-suite", **name)


def _way(label: str, rank: int, to: str) -> Element:
    return html.A(label, href=f"#{SLIDE}{rank}", className="btn btn-secondary", **data(vers=to))


def _leave(value: Projection, part: str, at: Context) -> Element:
    href = f"{value.href}{part}"
    return html.A(labels.LEAVE, href=href, className="btn btn-secondary", **data(vers="page"))
