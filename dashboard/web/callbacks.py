"""All the wiring. Each body calls a pure function; nothing is registered outside ``register``."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Mapping, Sequence
from functools import partial
from threading import Lock
from typing import Any, NamedTuple

from cachetools import LRUCache, cached
from dash import Dash, Input, Output, State, no_update
from flask import abort

from dashboard import keys
from dashboard.components import assembly, filters, ids
from dashboard.components.assembly import PageStamp
from dashboard.html.plain import to_html
from dashboard.pages import bar, router
from dashboard.pages.page import Page, Panel
from dashboard.store import Store
from dashboard.store.store_provider import StoreProvider
from dashboard.view import View
from dashboard.words import lexicon

GONE = 410
"""What is answered to a page whose publication is no longer held; page/boot.js knows it."""

SHARE = 8
"""Panels of a view, by and large."""


class PlaceContent(NamedTuple):
    """The HTML of a place, its mark, and the words of the trade that it holds."""

    html: str
    mark: str
    terms: tuple[str, ...] = ()


def register(
    app: Dash, stores: StoreProvider, pages: Sequence[Page], kept: int, stamp: PageStamp
) -> None:
    """Wire one app: what the page shows follows its address.

    ``kept`` is how many panels it remembers, ``stamp`` what they all bear.
    """
    answers = Answers(kept, stamp)

    @app.callback(
        Output(ids.PAGE, "answer"),
        Output(ids.PAGE, "marks"),
        Input(ids.PAGE, "search"),
        State(ids.PAGE, "path"),
        State(ids.PAGE, "marks"),
        State(ids.PAGE, "publication"),
        prevent_initial_call=True,
    )
    def show(query: str, path: str, marks: Mapping[str, str] | None, digest: str) -> Any:
        found = router.visit(pages, path or "/", query or "", of_page(stores, digest))
        if found is None:
            return no_update, no_update
        places = answers.panels(*found, keys.is_private(query or "")) | told(*found)
        return {"title": bar.title(*found), "places": changed(places, marks or {})}, marked(places)


class Answers:
    """The panels of the last views asked, each with the mark of what it shows."""

    def __init__(self, kept: int, stamp: PageStamp) -> None:
        self._made = partial(panel, stamp)
        self._panel = cached(LRUCache(kept), _asked, Lock())(self._made)

    def panels(self, page: Page, view: View, private: bool = False) -> dict[str, PlaceContent]:
        """What the panels of that page hold, by their ids, the list of the words that they hold
        included; what is ``private`` is made and forgotten."""
        draw = self._made if private else self._panel
        found = {ids.panel(one.slug): draw(page, view, one) for one in page.panels}
        terms = {term for content in found.values() for term in content.terms}
        return {**found, ids.panel(ids.WORDS): lexicon_of(page, view, terms)}


def _asked(page: Page, view: View, one: Panel) -> Hashable:
    """All that a panel depends on: the publication, what is told of it, the page and its path, what
    was asked."""
    asked = (view.asked, view.remarks, view.unheard)
    return view.store.digest, view.store.ledger.state, page.slug, view.path, asked, one.slug


def panel(stamp: PageStamp, page: Page, view: View, one: Panel) -> PlaceContent:
    """What a panel of a page holds for a view."""
    blocks, own = one.blocks(view), view.store.settings.words
    return content(assembly.drawn(page, blocks, view, stamp, one), lexicon.met(blocks, own))


def lexicon_of(page: Page, view: View, terms: set[str]) -> PlaceContent:
    """The list of the words of the trade that the other panels hold."""
    blocks = assembly.lexicon_blocks(terms, view.store.settings.words)
    return content(assembly.drawn(page, blocks, view, PageStamp()))


def content(children: Any, terms: tuple[str, ...] = ()) -> PlaceContent:
    """Elements and texts with the mark that tells whether the page already shows them."""
    html = to_html(children)
    return PlaceContent(html, hashlib.blake2b(html.encode(), digest_size=8).hexdigest(), terms)


def changed(places: Mapping[str, PlaceContent], marks: Mapping[str, str]) -> dict[str, str]:
    """The HTML of the places that differ from what the page holds, by their ids."""
    return {name: it.html for name, it in places.items() if it.mark != marks.get(name)}


def marked(places: Mapping[str, PlaceContent]) -> dict[str, str]:
    """The mark of what each place holds, by its id."""
    return {name: it.mark for name, it in places.items()}


def of_page(stores: StoreProvider, digest: str) -> Store:
    """The publication that the page was made from; 410 where it is no longer held: page/boot.js
    then loads the page anew, which never shows two publications at once."""
    return stores.named(str(digest)) or abort(GONE)


def told(page: Page, view: View) -> dict[str, PlaceContent]:
    """What the bar, the paper and the status region say of the view, by their ids."""
    said = bar.sentence(page, view)
    return {
        ids.ACTIVE: content(filters.active(bar.chips(view), assembly.context(page, view))),
        ids.ASIDE: content(filters.said_aside(view.remarks)),
        ids.SUMMARY: content(filters.summary(said)),
        ids.PRINT_VIEW: content(filters.on_paper(said, view.remarks)),
        ids.ANNOUNCE: content(bar.announcement(view)),
    }
