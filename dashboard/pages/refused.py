"""« On ne peut pas dire »: the questions that have no answer, where one would ask them."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.content import Block, Fold, Span, Terms, Text, text
from dashboard.domain import french
from dashboard.pages.page import Panel
from dashboard.view import View
from dashboard.words import refusals
from dashboard.words.refusals import Refusal

SLUG = "on-ne-peut-pas-dire"
TITLE = "Ce que l’on ne peut pas dire ici"


def panel(page: str) -> Panel:
    """The questions of that page in a fold; nothing where the territory answers them all."""
    return Panel(SLUG, lambda view: _folded(view, page))


def _folded(view: View, page: str) -> tuple[Block, ...]:
    found = terms(view, refusals.of_page(page))
    return (Fold(TITLE, (found,)),) if found.items else ()


def terms(view: View, found: Iterable[Refusal], title: str = "", anchored: bool = False) -> Terms:
    """Each question with why it has no answer, but those that the territory does answer."""
    kept = (item for item in found if not (item.unless and answered(view, item)))
    asked = ((view.worded(item.question), said(view, item)) for item in kept)
    return Terms(tuple(asked), title, anchored)


def said(view: View, item: Refusal) -> Text:
    """« On ne peut pas dire », the reason, and what may be read instead."""
    label, address = item.instead
    path, _, fragment = address.partition("#")
    path, _, query = path.partition("?")
    keys = dict(pair.split("=", 1) for pair in query.split("&") if pair)
    href = view.link(path, **keys) + (f"#{fragment}" if fragment else "")
    start = Span("On ne peut pas dire. ", strong=True)
    return text(
        start, f"{view.worded(item.reason)} À{french.NBSP}lire : ", Span(label, href=href), "."
    )


def answered(view: View, item: Refusal) -> bool:
    """Whether a table of the territory answers it after all: several funders, people counted."""
    return view.store.counts.get(item.unless, 0) > 1
