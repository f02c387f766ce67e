"""create_app: the composition root. Everything is put together here and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dash import Dash, dcc, html
from dash.development.base_component import Component
from flask import Flask, has_request_context, request

from dashboard import assets, callbacks, index, routes
from dashboard.components import assembly, ids
from dashboard.html.plain import to_html
from dashboard.pages import PAGES, bar, missing, router
from dashboard.pages.page import Page
from dashboard.store import Store
from dashboard.store.shelf import Shelf, Single
from dashboard.view import View

VAR = Path("var")
DEFAULT = "grand-chambery"


class Observatory(Dash):
    """A Dash app whose index is the whole page, readable before any script."""

    shelf: Shelf | Single
    pages: Sequence[Page]

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]  # by name only
        """The document for the address that is asked."""
        page, view, status = visit(self.shelf, self.pages, request.path, _query())
        routes.answer_with(status)
        first = to_html(assembly.whole(page, view))
        script = assets.script().href
        plotly = assets.file(assets.PLOTLY)
        own = f'<script src="{plotly.href}"></script>' if plotly else ""
        return index.Document(
            title=bar.title(page, view),
            description=f"{page.description} {view.store.settings.name}.",
            canonical=request.base_url,
            style=assets.sheet().href,
            first=first,
            entry=str(parts["app_entry"]),
            scripts="\n".join(
                [
                    str(parts["config"]),
                    own,
                    f'<script src="{script}"></script>',
                    str(parts["scripts"]),
                    str(parts["renderer"]),
                ]
            ),
            indexed=status == 200 and not view.store.settings.fictional,
        ).html()


def visit(
    shelf: Shelf | Single, pages: Sequence[Page], path: str, query: str
) -> tuple[Page, View, int]:
    """The page, the view and the HTTP status of an address; an unknown one has its page too."""
    store = shelf.current()
    found = router.find(pages, path, store)
    if found is None:
        view = router.view_of(missing.PAGE, "", "", store)
        return missing.PAGE, view, 404
    return found[0], router.view_of(*found, query, store), 200


def _query() -> str:
    return request.query_string.decode("utf-8", "replace")


def create_app(
    store: Store | None = None,
    pages: Sequence[Page] = PAGES,
    var: Path | None = None,
    territory: str | None = None,
) -> Observatory:
    """An app on that Store, else on the publication served for the territory of the environment.

    Any number of apps may live in one process. NotPublished where there is nothing to serve.
    """
    shelf: Shelf | Single
    if store is not None:
        shelf = Single(store)
    else:
        slug = territory or os.environ.get("TERRITOIRE", DEFAULT)
        shelf = Shelf(var or Path(os.environ.get("VAR", VAR)), slug)
    app = Observatory(
        "dashboard",
        server=Flask("dashboard", static_folder=None),  # type: ignore[arg-type]  # Dash takes one
        assets_folder=str(assets.ROOT),
        assets_ignore=".*",
        update_title=None,  # type: ignore[arg-type]  # None keeps the title, Dash types it str
        include_assets_files=False,
    )
    app.shelf, app.pages = shelf, pages
    app.layout = lambda: layout(shelf, pages)
    callbacks.register(app, shelf, pages)
    routes.register(app.server, shelf, pages)
    routes.secure(app.server, app.csp_hashes)
    app.server.test_client().get("/")
    return app


def layout(shelf: Shelf | Single, pages: Sequence[Page]) -> Component:
    """The live page for the address that asked for it: its Referer, when it comes from here.

    Without one the layout is empty, and the page stays the plain HTML, which does all by links
    and forms.
    """
    address = urlsplit(request.referrer or "") if has_request_context() else urlsplit("")
    if not address.netloc or address.netloc != request.host:
        return html.Div(id="sans-adresse")
    page, view, _ = visit(shelf, pages, address.path or "/", address.query)
    search = f"?{address.query}" if address.query else ""
    return html.Div(
        [
            dcc.Location(id=ids.ADDRESS, pathname=address.path, search=search, refresh=False),
            dcc.Store(id=ids.PUBLICATION, data=view.store.digest),
            dcc.Store(id=ids.TITLE),
            assembly.whole(page, view),
        ]
    )
