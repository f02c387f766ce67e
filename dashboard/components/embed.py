"""One figure alone, for the frame of another site: it needs no script."""

from __future__ import annotations

from dataclasses import replace

from dashboard.components import labels
from dashboard.components.context import Context
from dashboard.components.drawing import still
from dashboard.components.exhibit import legend, reading, source, verdict
from dashboard.components.marks import aria
from dashboard.components.prose import heading, tags
from dashboard.components.tables import table
from dashboard.content import Column, Exhibit, Row, Span, Table, Text
from dashboard.domain import french
from dashboard.domain.lazy_sequence import each
from dashboard.html import tags as html
from dashboard.html.element import Element


def embed(whole: Exhibit, at: Context, remarks: tuple[str, ...] = ()) -> Element:
    """The figure with its words and its table, all that the frame holds. ``remarks`` say what its
    address asks in vain."""
    value = replace(whole, reading=_bare(whole.reading), verdict=_bare(whole.verdict))
    parts = [
        _head(value, remarks),
        *_drawing(value, at),
        *verdict(value, at),
        html.Figcaption([*legend(value), *reading(value, at), _foot(value, at)]),
    ]
    figure = html.Figure(parts, className="carte", role="figure", **aria(label=value.title))
    return html.Main([figure, _origin(at)], className="encart")


def _head(value: Exhibit, remarks: tuple[str, ...]) -> Element:
    subtitle = html.P([value.subtitle, *tags(value.tags)], className="sous-titre")
    said = [line for line in (value.frame.whole, *map(french.typeset, remarks)) if line]
    scope = [html.P(line, className="portee") for line in said]
    return html.Div([heading(1, value.title), subtitle, *scope], className="carte-tete")


def _drawing(value: Exhibit, at: Context) -> list[Element]:
    if value.table_first:
        return [table(unlinked(value.table), at, stacked=True, caption=False)]
    if value.chart is None:
        return [html.P(value.empty or value.table.empty, className="vide")]
    return [still(value, value.chart, 1)]


def _foot(value: Exhibit, at: Context) -> Element:
    """The source, the table behind the drawing, the limits; each where there is one."""
    rows = value.table.rows if not value.table_first else ()
    held = [table(unlinked(value.table), at, stacked=True)] if rows else []
    notes = [html.Ul([html.Li(note) for note in value.notes], className="notes")]
    folds = [
        *([_fold(labels.TABLE, held)] if held else []),
        *([_fold(labels.LIMITS, notes)] if value.notes else []),
    ]
    return html.Div([source(value.source), *folds], className="carte-pied")


def _fold(label: str, content: list[Element]) -> Element:
    body = html.Div(content, className="outil-corps")
    return html.Details([html.Summary(label), body], className="outil")


def _origin(at: Context) -> Element:
    """Whose figure it is, of which publication, what the territory says of itself everywhere, and
    the page that it comes from."""
    state = labels.FROZEN if at.root else labels.LIVE
    told = at.imprint.warning
    notice = [html.P(told, className="papier-avis")] if told else []
    page = html.A(labels.OPEN_PAGE, href=at.located(at.href()), target="_blank", rel="noopener")
    said = f"{at.imprint.name}. {at.imprint.publication}{french.NBSP}: {state}. "
    return html.Footer([*notice, html.P([said, page])], className="encart-origine")


def _bare(content: Text) -> Text:
    """The words, without what a press opens."""
    return tuple(Span(item.text, item.strong, tag=item.tag) for item in content)


def unlinked(value: Table) -> Table:
    """The table whose rows lead nowhere: in a frame nothing but its page is opened."""
    columns = tuple(Column(item.label, item.numeric) for item in value.columns)
    return replace(value, columns=columns, rows=each(value.rows, _unlinked), paged=False)


def _unlinked(row: Row) -> Row:
    return replace(row, cells=tuple(replace(cell, href="", act=None) for cell in row.cells))
