"""The page that follows its address: which one it is, and what makes it live."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import SplitResult, urlsplit

from flask import has_request_context, request

from dashboard.components import ids
from dashboard.components.live import LivePage
from dashboard.pages import missing, router
from dashboard.pages.page import Page
from dashboard.store import Store
from dashboard.store.store_provider import StoreProvider
from dashboard.view import View


def visit(store: Store, pages: Sequence[Page], path: str, query: str) -> tuple[Page, View, int]:
    """The page, the view and the HTTP status of an address; an unknown one has its page too."""
    found = router.visit(pages, path, query, store)
    if found is None:
        return missing.PAGE, router.view_of(missing.PAGE, "", "", store), 404
    return *found, 200


def layout(stores: StoreProvider, pages: Sequence[Page]) -> LivePage | list[LivePage]:
    """The live page for the address that asked for it: its Referer, when it comes from here.

    Without one the layout is empty, and the page stays the plain HTML, which does all by links
    and forms.
    """
    address = _referrer() if has_request_context() else urlsplit("")
    if not address.netloc or address.netloc != request.host:
        return []
    path = address.path.removeprefix(request.script_root) or "/"
    _, view, _ = visit(stores.current(), pages, path, address.query)
    return live(view, path, address.query)


def _referrer() -> SplitResult:
    """The address of the page that asks; empty where it is none."""
    try:
        return urlsplit(request.referrer or "")
    except ValueError:
        return urlsplit("")


def live(view: View, path: str, query: str) -> LivePage:
    """What makes a page follow its address."""
    return LivePage(ids.PAGE, path, f"?{query}" if query else "", view.store.digest)
