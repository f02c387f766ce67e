"""A question in words: a real form that loads a page, and the answer under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard.components import labels
from dashboard.components.context import Context
from dashboard.components.marks import aria, data
from dashboard.components.prose import heading
from dashboard.content import Block, Search
from dashboard.domain.option import MAX_TEXT
from dashboard.html import tags as html
from dashboard.html.element import Element

Render = Callable[[Sequence[Block], Context, int], list[Element]]


def search(value: Search, at: Context, level: int, render: Render) -> Element:
    """The question and its answer; the browser suggests names where it has a script."""
    answer = render(value.blocks, at, level + 1)
    told = [html.Div(answer, className="recherche-reponse")] if answer else []
    parts = [heading(level, value.title), form(value, at), *told]
    return html.Section(parts, className="carte recherche", **aria(label=value.title))


def form(value: Search, at: Context, css: str = "recherche-form") -> Element:
    """The field and its button. What the page shows beside it is carried along."""
    control = value.control
    carried = [
        html.Input(type="hidden", name=key, value=held) for key, held in at.carried({control.key})
    ]
    hint = [html.Small(control.hint, className="indice")] if control.hint else []
    label = html.Span(control.label, className="etiquette")
    box = html.Input(
        type="search",
        name=control.key,
        value=control.value,
        className="form-control",
        autoComplete="off",
        spellCheck="false",
        maxLength=MAX_TEXT,
    )
    field = html.Label([label, *hint, box], className="champ")
    button = html.Button(labels.SEARCH, type="submit", className="btn btn-primary")
    row = html.Div([field, button], className="controle controle-recherche")
    asks = data(propositions=value.suggests) if value.suggests else {}
    return html.Form(
        [*carried, row],
        method="get",
        action=value.action or at.path,
        className=css,
        role="search",
        **aria(label=value.title),
        **data(page=1),
        **asks,
    )
