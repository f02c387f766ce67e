"""From an address to a page and a view. Never raises: an unknown address gives None."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from dashboard.domain import selection as selections
from dashboard.pages import unheard
from dashboard.pages.page import Page
from dashboard.store import Store
from dashboard.view import View

MAX_PATH = 200


def find(pages: Sequence[Page], path: str, store: Store) -> tuple[Page, str] | None:
    """The page that stands at that path, and the variable part of the path; None where none
    does."""
    if len(path) > MAX_PATH:
        return None
    clean = "/" + unquote(path).strip("/")
    for page in pages:
        param = _param(page, clean)
        if param is not None and page.exists(store, param):
            return page, param
    return None


def _param(page: Page, path: str) -> str | None:
    if not page.path.endswith("/*"):
        return "" if path == page.path else None
    head = page.path[:-1]
    rest = path.removeprefix(head)
    return rest if path.startswith(head) and rest and "/" not in rest else None


def visit(pages: Sequence[Page], path: str, query: str, store: Store) -> tuple[Page, View] | None:
    """The page that stands at that path, and the view that the query asks of it; None where none
    does."""
    found = find(pages, path, store)
    return (found[0], view_of(*found, query, store)) if found else None


def view_of(page: Page, param: str, query: str, store: Store) -> View:
    """The view that an address asks of a page."""
    parsed = selections.parse(query, page.choices(store))
    path = page.path.replace("*", param)
    view = View(store, parsed.selection, path, param, parsed.remarks, parsed.selection)
    settled = page.settle(view) if page.settle else view
    return unheard.told(page, settled, dict(parsed.pairs))
