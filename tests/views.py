"""An address as the pages see it: its view, the figures that it shows, its words."""

from __future__ import annotations

from dashboard.content import Exhibit
from dashboard.pages import PAGES, router
from dashboard.pages.page import Page, exhibits_of
from dashboard.store import Store
from dashboard.view import View


def visited(store: Store, path: str, query: str = "") -> tuple[Page, View]:
    """The page at that path, and the view that the query asks of it."""
    found = router.visit(PAGES, path, query, store)
    assert found is not None, path
    return found


def seen(store: Store, path: str, query: str = "") -> View:
    """The view of that address."""
    return visited(store, path, query)[1]


def figures(store: Store, path: str, query: str = "") -> dict[str, Exhibit]:
    """Its figures by their slug."""
    return {item.slug: item for item in exhibits_of(*visited(store, path, query))}
