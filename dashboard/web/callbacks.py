"""All the wiring. Each body calls a pure function; nothing is registered outside ``register``."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Sequence
from threading import Lock
from typing import Any, NamedTuple

from cachetools import LRUCache, cached
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, no_update
from dash._utils import to_json
from flask import abort

from dashboard import keys
from dashboard.components import assembly, filters, ids
from dashboard.pages import bar, router
from dashboard.pages.page import Page
from dashboard.store import Store
from dashboard.store.store_provider import StoreProvider
from dashboard.view import View
from dashboard.words import lexicon

CLIENT = "observatoire"
STATE = "data-etat"
"""The mark of what a panel shows: a panel that would not change is neither sent nor drawn."""

GONE = 410
"""What is answered to a page whose publication is no longer held; page/boot.js knows it."""

SHARE = 8
"""Panels of a view, by and large."""


class Answer(NamedTuple):
    """The children of a panel, their mark, and the words of the trade that they hold."""

    children: Any
    mark: Any
    terms: tuple[str, ...] = ()


UNCHANGED = Answer(no_update, no_update)


def register(app: Dash, stores: StoreProvider, pages: Sequence[Page], kept: int) -> None:
    """Wire one app: the address changes by the controls, the panels follow the address.

    ``kept`` is how many panels it remembers.
    """
    answers = Answers(pages, kept)

    @app.callback(
        Output(ids.panel(ALL), "children"),
        Output(ids.panel(ALL), STATE),
        Output(ids.ACTIVE, "children"),
        Output(ids.ASIDE, "children"),
        Output(ids.SUMMARY, "children"),
        Output(ids.PRINT_VIEW, "children"),
        Output(ids.ANNOUNCE, "children"),
        Output(ids.TITLE, "data"),
        Input(ids.ADDRESS, "search"),
        State(ids.ADDRESS, "pathname"),
        State(ids.panel(ALL), "id"),
        State(ids.panel(ALL), STATE),
        State(ids.PUBLICATION, "data"),
        prevent_initial_call=True,
    )
    def show(
        query: str, path: str, which: list[dict[str, str]], held: list[str | None], digest: str
    ) -> Any:
        store = of_page(stores, digest)
        slugs = [item["slug"] for item in which]
        found = answers.panels(store, path, query, slugs)
        return (*changed(found, held), *told(store, pages, path, query))

    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction(CLIENT, "adresse"),
        Output(ids.ADDRESS, "search"),
        Input(ids.control(ALL, ALL), "value"),
        State(ids.control(ALL, ALL), "id"),
        State(ids.ADDRESS, "search"),
        prevent_initial_call=True,
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]  # Dash leaves it untyped
        ClientsideFunction(CLIENT, "titre"),
        Output(ids.TITLE, "modified_timestamp"),
        Input(ids.TITLE, "data"),
        prevent_initial_call=True,
    )


class Answers:
    """The panels of the last views asked, each with the mark of what it shows."""

    def __init__(self, pages: Sequence[Page], kept: int) -> None:
        self._pages = pages
        self._panel = cached(LRUCache(kept), _asked, Lock())(panel)

    def panels(self, store: Store, path: str, query: str, slugs: Sequence[str]) -> list[Answer]:
        """The new children of those panels, the list of the words that they hold included.

        An unknown address or panel changes nothing.
        """
        found = router.visit(self._pages, path or "/", query or "", store)
        if found is None:
            return [UNCHANGED] * len(slugs)
        page, view = found
        draw = panel if keys.is_private(query or "") else self._panel
        answers = {slug: draw(page, view, slug) for slug in slugs if slug != ids.WORDS}
        terms = {term for answer in answers.values() for term in answer.terms}
        return [
            answers[slug] if slug in answers else lexicon_of(page, view, terms) for slug in slugs
        ]


def _asked(page: Page, view: View, slug: str) -> Hashable:
    """All that a panel depends on: the publication, the page and its path, what was asked."""
    asked = (view.asked, view.remarks, view.unheard)
    return view.store.digest, page.slug, view.path, asked, slug


def panel(page: Page, view: View, slug: str) -> Answer:
    """The children of one panel of a page for a view, and their mark."""
    one = page.panel(slug)
    if one is None:
        return UNCHANGED
    blocks = one.blocks(view)
    return marked(assembly.drawn(page, blocks, view, one), lexicon.met(blocks))


def lexicon_of(page: Page, view: View, terms: set[str]) -> Answer:
    """The list of the words of the trade that the other panels hold."""
    return marked(assembly.drawn(page, assembly.lexicon_blocks(terms), view))


def marked(children: Any, terms: tuple[str, ...] = ()) -> Answer:
    """Children with the mark that tells whether the page already shows them."""
    return Answer(children, mark(children), terms)


def mark(children: Any) -> str:
    """A short mark that two equal trees share."""
    text = to_json(children)  # type: ignore[no-untyped-call]  # Dash leaves it untyped
    return hashlib.blake2b(str(text).encode(), digest_size=8).hexdigest()


def changed(found: Sequence[Answer], held: Sequence[str | None]) -> tuple[list[Any], list[Any]]:
    """Children and marks of the panels that differ from what the page holds."""
    pairs = zip(found, held, strict=True)
    kept = [UNCHANGED if new.mark == old else new for new, old in pairs]
    return [answer.children for answer in kept], [answer.mark for answer in kept]


def of_page(stores: StoreProvider, digest: str) -> Store:
    """The publication that the page was made from; 410 where it is no longer held: page/boot.js
    then loads the page anew, which never shows two publications at once."""
    return stores.named(str(digest)) or abort(GONE)


def told(store: Store, pages: Sequence[Page], path: str, query: str) -> tuple[Any, ...]:
    """What the bar, the paper, the status region and the window say of the view."""
    found = router.visit(pages, path or "/", query or "", store)
    if found is None:
        return (no_update,) * 6
    page, view = found
    said = bar.sentence(page, view)
    return (
        filters.active(bar.chips(view), assembly.context(page, view)),
        filters.said_aside(view.remarks),
        filters.summary(said),
        filters.on_paper(said, view.remarks),
        bar.announcement(view),
        bar.title(page, view),
    )
