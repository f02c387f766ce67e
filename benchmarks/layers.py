"""The server's layers, caches off: ask the store, draw a panel, make a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from benchmarks import measure
from dashboard.components.assembly import PageStamp
from dashboard.domain.selection import Selection
from dashboard.pages import PAGES, router
from dashboard.pages.page import Page
from dashboard.store import Store
from dashboard.web import callbacks
from dashboard.web.factory import create_app

COUNT = 40


def run(store: Store, label: str) -> None:
    """Print one line a question, a panel of the home page and of the actions, a page."""
    asked = measure.queries(store, COUNT)
    _ask(store, asked, label)
    _draw(store, PAGES[0], asked, f"{label}, accueil")
    actions = next(page for page in PAGES if page.slug == "actions")
    _draw(store, actions, asked, f"{label}, actions")
    _draw(store, actions, measure.filtered(store, COUNT), f"{label}, actions filtrées")
    _page(store, asked, label)


def _ask(store: Store, asked: list[str], label: str) -> None:
    chosen = [router.view_of(PAGES[0], "", query, store).selection for query in asked]
    questions: dict[str, Callable[[Selection], object]] = {
        "total": store.money.total,
        "par pilier": store.money.by_pillar,
        "par année et pilier": store.money.grid,
        "liste, une page": store.actions.page,
    }
    for name, question in questions.items():
        measure.say(label, f"question : {name}", measure.each(partial(question, s) for s in chosen))


def _draw(store: Store, page: Page, asked: list[str], label: str) -> None:
    total = [0.0] * len(asked)
    for panel in page.panels:
        views = [router.view_of(page, "", query, store) for query in asked]
        acts = (partial(callbacks.panel, PageStamp(), page, view, panel) for view in views)
        found = measure.each(acts)
        total = [a + b for a, b in zip(total, found, strict=True)]
        measure.say(label, f"panneau : {panel.slug}", found)
    measure.say(label, "tous les panneaux", total)


def _page(store: Store, asked: list[str], label: str) -> None:
    client = create_app(store=store, kept=0).server.test_client()
    found = measure.each(partial(client.get, f"/?{query}") for query in asked)
    measure.say(label, "page entière, HTML", found)
