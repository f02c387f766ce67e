"""Runs of text, links, tags: what every other component is written with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape

from dash.development.base_component import Component

from dashboard.components.context import Context
from dashboard.components.marks import aria, data
from dashboard.content import Span, Text
from dashboard.domain import french
from dashboard.html import tags as html
from dashboard.html.pieces import Piece

Child = Component | str
Children = list[Child]

_CLOSING = re.compile(r"[,.;:)»\u00a0\u202f]+")
"""What closes or follows a word without letting a line end before it."""


def link(label: Child | Children, href: str, at: Context, css: str = "") -> Component:
    """A link; one that stays on the page is marked, so that the live page follows it in place."""
    marks = data(vue=1) if at.stays(href) else {}
    return html.A(label, href=href, className=css or None, **marks)


def tag(label: str) -> Component:
    """A small dashed tag: « pilier proposé », « tracé indicatif »."""
    return html.Span(label, className="marque")


def hidden(label: str) -> Component:
    """Words for those who listen."""
    return html.Span(label, className="invisible")


def span(item: Span, at: Context) -> Child:
    """One run of text with its mark."""
    if item.tag:
        return tag(item.text)
    if item.anchor:
        return _term(item)
    words: Child = html.Strong(item.text) if item.strong else item.text
    return link(words, item.href, at) if item.href else words


def _term(item: Span) -> Component:
    """A word that a press explains, by mouse, finger or keyboard, with or without script."""
    named = aria(describedby=item.anchor)
    return html.Button(
        item.text, type="button", className="terme", popoverTarget=item.anchor, **named
    )


def definitions(terms: Iterable[Span]) -> list[Component]:
    """What the marked terms mean: each shows above the page when its word is pressed."""
    return [
        Piece("div", {"id": item.anchor, "popover": "auto", "className": "definition"}, _said(item))
        for item in terms
    ]


def _said(item: Span) -> str:
    name = escape(french.capital(item.text), quote=False)
    return f"<strong>{name}</strong> {escape(item.term, quote=False)}"


def runs(content: Text, at: Context) -> Children:
    """A text as children of a paragraph; no line starts with the comma that follows a word that a
    press explains: a browser may break around a button."""
    made: Children = []
    for place, item in enumerate(content):
        held = _CLOSING.match(item.text) if place and content[place - 1].anchor else None
        if held is None:
            made.append(span(item, at))
            continue
        made[-1] = html.Span([made[-1], held[0]], className="tenu")
        made.append(span(replace(item, text=item.text[held.end() :]), at))
    return made


def paragraph(content: Text, at: Context, css: str = "") -> Component:
    """A text as a paragraph."""
    return html.P(runs(content, at), className=css or None)


def tags(labels: Sequence[str]) -> Children:
    """Tags, each after a space so that they never stick to the words before."""
    return [part for label in labels for part in (" ", tag(label))]


def heading(level: int, label: str, css: str = "") -> Component:
    """A heading of that level, one to six; no line starts with the dash of a name."""
    make = (html.H1, html.H2, html.H3, html.H4, html.H5, html.H6)[level - 1]
    whole = label.replace(" - ", f"{french.NBSP}- ")
    return make(whole, className=css or None)
