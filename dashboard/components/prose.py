"""Runs of text, links, tags: what every other component is written with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape

from dashboard.components.context import Context
from dashboard.components.marks import aria, data
from dashboard.content import Span, Text
from dashboard.domain import french
from dashboard.html import tags as html
from dashboard.html.attributes import attributes
from dashboard.html.element import Element

Child = Element | str
Children = list[Child]

_STAYS = data(vue=1)
_STAYING = attributes(_STAYS)
"""The mark of a link that stays on the page, as names and as text."""

_EDGES = re.compile(r"([,.;:)»\u00a0\u202f]*)(.*?)([(«\u00a0\u202f]*)", re.DOTALL)
"""What follows a word without letting a line end before it, what is said, what leads to a word."""


def link(label: Child | Children, href: str, at: Context, css: str = "") -> Element:
    """A link; one that stays on the page is marked, so that the live page follows it in place."""
    return html.A(label, className=css or None, href=href, **(_STAYS if at.stays(href) else {}))


def opening(href: str, at: Context) -> str:
    """The tag that opens the same link, for rows written at once."""
    return f'<a href="{escape(href)}"{_STAYING if at.stays(href) else ""}>'


def tag(label: str) -> Element:
    """A small dashed tag: « pilier proposé », « tracé indicatif »."""
    return html.Span(label, className="marque")


def hidden(label: str) -> Element:
    """Words for those who listen."""
    return html.Span(label, className="invisible")


def span(item: Span, at: Context) -> Child:
    """One run of text with its mark."""
    if item.tag:
        return tag(item.text)
    if item.anchor:
        return _term(item)
    words: Child = html.Em(item.text) if item.emphasis else item.text
    words = html.Strong(words) if item.strong else words
    return link(words, item.href, at) if item.href else words


def _term(item: Span) -> Element:
    """A word that a press explains, by mouse, finger or keyboard, with or without script."""
    named = aria(describedby=item.anchor)
    return html.Button(
        item.text, type="button", className="terme", popoverTarget=item.anchor, **named
    )


def definitions(terms: Iterable[Span]) -> list[Element]:
    """What the marked terms mean: each shows above the page when its word is pressed."""
    return [
        Element(
            "div", {"id": item.anchor, "popover": "auto", "className": "definition"}, _said(item)
        )
        for item in terms
    ]


def _said(item: Span) -> str:
    name = escape(french.capital(item.text), quote=False)
    return f"<strong>{name}</strong> {escape(item.term, quote=False)}"


def runs(content: Text, at: Context) -> Children:
    """A text as children of a paragraph; a word that a press explains stays with its brackets and
    its comma: a browser may break around a button."""
    around = zip(content, (None, *content), (*content[1:], None), strict=False)
    parts = [("", "", ""), *(_parted(*beside) for beside in around), ("", "", "")]
    made: Children = []
    for place, item in enumerate(content, 1):
        if item.anchor:
            made.append(_together(parts[place - 1][2], _term(item), parts[place + 1][0]))
        else:
            made.append(span(replace(item, text=parts[place][1]), at))
    return made


def _parted(item: Span, before: Span | None, after: Span | None) -> tuple[str, str, str]:
    """The text of a run, without the signs that stay with the explained words beside it: what goes
    to the one before, what is left, what goes to the one after."""
    marked = item.strong or item.emphasis or item.href or item.term or item.tag
    found = None if marked else _EDGES.fullmatch(item.text)
    first = found[1] if found and before and before.anchor else ""
    last = found[3] if found and after and after.anchor else ""
    return first, item.text[len(first) : len(item.text) - len(last)], last


def _together(lead: str, word: Element, tail: str) -> Element:
    """A word with the signs around it, on one line."""
    return html.Span([lead, word, tail], className="tenu") if lead or tail else word


def paragraph(content: Text, at: Context, css: str = "") -> Element:
    """A text as a paragraph."""
    return html.P(runs(content, at), className=css or None)


def tags(labels: Sequence[str]) -> Children:
    """Tags, each after a space so that they never stick to the words before."""
    return [part for label in labels for part in (" ", tag(label))]


def heading(level: int, label: str, css: str = "") -> Element:
    """A heading of that level, one to six; no line starts with the dash of a name."""
    make = (html.H1, html.H2, html.H3, html.H4, html.H5, html.H6)[level - 1]
    whole = label.replace(" - ", f"{french.NBSP}- ")
    return make(whole, className=css or None)
