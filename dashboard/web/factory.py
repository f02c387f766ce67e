"""create_app: the composition root. Everything is put together here and nowhere else."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dash import Dash
from dash._utils import to_json
from flask import Flask, request

from dashboard.components import assembly, libraries
from dashboard.components.assembly import PageStamp
from dashboard.domain.chart import PlaceMap
from dashboard.html.plain import to_html
from dashboard.pages import PAGES, bar, projection, sheet
from dashboard.pages.page import Page, exhibits_of
from dashboard.press import limits, rack
from dashboard.press.desk import Desk
from dashboard.press.starting import Starter
from dashboard.store import Store, citations
from dashboard.store.store_provider import FixedStore, FollowedStore, StoreProvider
from dashboard.system import mounts
from dashboard.system.clock import today
from dashboard.view import View, is_public
from dashboard.web import (
    api,
    basemaps,
    callbacks,
    crawlers,
    embedding,
    figures,
    frozen,
    living,
    logs,
    mounting,
    pictures,
    question,
    response_cache,
    routes,
    static_files,
    suggestions,
    waiting,
)
from dashboard.web.document import WebDocument
from dashboard.web.framing import Framing, of_operator
from dashboard.web.gate import Gate
from dashboard.web.printing import Printing
from dashboard.web.static_files import Kit, Packer
from dashboard.words.typography import typeset

VAR = Path("var")
PACKED = "paquets"
KEPT = 32
"""Views that a worker remembers, panel by panel and as the answers that were sent."""
WEIGHT = 200_000
"""Bytes of a whole answer, at most by and large."""


class Observatory(Dash):
    """A Dash app whose index is the whole page, readable before any script.

    The layout and the wiring of the live page come with it: they cost no request, and both pages
    stand on one publication.
    """

    server: Flask
    stores: StoreProvider
    pages: Sequence[Page]
    kit: Kit
    packer: Packer
    cite: Callable[[], None]
    """What keeps from being forgotten the publication that a file or a document names."""
    desk: Desk | None
    """Where documents that take a while are asked; None where all are made at once."""
    site: str
    """The public address of the site as the operator says it, never as a request does; empty where
    nobody said it: what is printed is then relative."""

    framing: Framing
    """Which other sites may show its figures."""

    @property
    def undated(self) -> PageStamp:
        """Where all pages are made."""
        return PageStamp(self.site, embeds=bool(self.framing.sites))

    def stamp(self) -> PageStamp:
        """Where and when the page being answered is made."""
        return replace(self.undated, day=today(), root=frozen.root())

    def _scripts(self, still: bool) -> Sequence[static_files.Asset]:
        if self.stores.current().settings.draft:
            return ()
        return self.kit.still if still else self.kit.scripts

    def index(self, *_: Any, **__: Any) -> str:
        """The document for the address that is asked."""
        page, view, status = living.visit(
            self.stores.current(), self.pages, request.path, routes.query()
        )
        root, stamp, draft = frozen.root(), self.stamp(), view.store.settings.draft
        still = page.still or bool(root)
        first = to_html(assembly.whole(page, view, stamp))
        if root:
            first = frozen.still(first, view.store, view.here())
        whole = WebDocument(
            title=bar.title(page, view),
            description=typeset(f"{view.worded(page.description)} {view.store.settings.name}."),
            canonical=f"{self.site}{quote(view.path)}" if status == 200 and not draft else "",
            style=self.kit.style.href,
            first=first,
            config=str(self._generate_config_html()),
            held=() if still else self._held(view),
            fonts=tuple(font.href for font in self.kit.fonts),
            scripts=tuple(script.href for script in self._scripts(still)),
            plotly=self.kit.later.href,
            outlines=figures.outlines_of(view.store),
            image=preview(page, view, self.site),
            margins=assembly.margins(page, view, stamp),
            indexed=status == 200 and not view.store.settings.fictional and not still,
        )
        routes.answer_with(status, seen_from(page, view, stamp))
        return whole.html()

    def _config(self) -> dict[str, Any]:
        """What Dash's script reads of the server, without what only its development tools read:
        no version of a program is told to whoever asks. No component of ours holds others."""
        held: dict[str, Any] = super()._config()  # type: ignore[no-untyped-call]  # Dash types none
        told = {key: said for key, said in held.items() if key not in UNTOLD}
        return told | {"children_props": {}, "requests_pathname_prefix": f"{mounting.mount()}/"}

    def _held(self, view: View) -> tuple[tuple[str, str], ...]:
        """What Dash asks first, as the document carries it."""
        layout = living.live(view, request.path, routes.query())
        return (
            ("_dash-layout", json_of(layout)),
            ("_dash-dependencies", json_of(self._callback_list)),
        )


UNTOLD = frozenset(
    {"dash_version", "dash_version_url", "ddk_version", "plotly_version", "python_version"}
)


def preview(page: Page, view: View, site: str) -> str:
    """The whole address of the image of the first figure of a page; empty where it draws none, or
    where nobody said at which address the site is public."""
    shown = exhibits_of(page, view) if is_public(site) else ()
    drawn = [item for item in shown if item.chart and not item.table_first]
    if not drawn or page.still:
        return ""
    return f"{site}{assembly.context(page, view).picture(drawn[0].slug)}"


def seen_from(page: Page, view: View, stamp: PageStamp) -> str:
    """The other site whose images the maps of a page show; empty where it has none."""
    under = assembly.context(page, view, stamp).basemap
    shown = exhibits_of(page, view) if under else ()
    return under.origin if under and any(isinstance(x.chart, PlaceMap) for x in shown) else ""


def _furnish(app: Observatory, home: Path | None, territory: str) -> None:
    """Give the app what it writes of its own in ``home``: an app on one Store writes nothing."""
    app.cite = (lambda: _cite(home, app.stores)) if home else (lambda: None)
    app.desk = _desk(home, territory) if home else None
    app.packer = Packer(home / PACKED if home else None)


def _cite(home: Path, stores: StoreProvider) -> None:
    """Note that what leaves cites its publication; what a frozen address gives does not make it
    last longer: who asks all of them again would keep them all for ever."""
    citations.cite(home, stores.current().digest, anew=not frozen.pinned())


def _desk(home: Path, territory: str) -> Desk:
    home = home.absolute()  # the press and Flask start from other folders
    folder = rack.of(home, territory).folder
    return Desk(folder, limits.from_environment(), Starter(home, territory, folder))


def standing(stores: StoreProvider) -> tuple[str, int, int, dt.date]:
    """What every answer stands on: the publication served, what is told of it and of those before
    it, those withdrawn, the day."""
    store = stores.current()
    return store.digest, store.ledger.state, stores.withdrawals(), today()


def json_of(value: object) -> str:
    """A component tree or plain values as Dash writes them."""
    return str(to_json(value))  # type: ignore[no-untyped-call]  # Dash leaves it untyped


def create_app(
    store: Store | None = None,
    pages: Sequence[Page] = PAGES,
    var: Path | None = None,
    territory: str | None = None,
    kept: int = KEPT,
    site: str | None = None,
) -> Observatory:
    """An app on that Store, else on the publication served for the territory of the environment.

    Any number of apps may live in one process. ``kept`` is how many views it remembers, ``site``
    its public address where it is not that of the environment. NotPublished where there is nothing
    to serve.
    """
    home = var or Path(os.environ.get("VAR", VAR))
    slug = territory or mounts.alone()
    served = FixedStore(store) if store else FollowedStore(home, slug, basemaps.of_operator())
    app = Observatory(
        "dashboard",
        server=Flask("dashboard", static_folder=None),  # type: ignore[arg-type]  # Dash takes one
        assets_folder=str(static_files.ROOT),
        assets_ignore=".*",
        update_title=None,  # type: ignore[arg-type]  # None keeps the title, Dash types it str
        include_assets_files=False,
    )
    stores = frozen.PinnedStore(served)
    app.stores = stores
    app.site, app.framing = mounts.public() if site is None else site, of_operator()
    app.pages = (*pages, *sheet.of_each(pages), *projection.of_each(pages))
    app.kit = static_files.kit(libraries.script())
    app.layout = lambda: living.layout(stores, pages)
    callbacks.register(app, stores, pages, kept * callbacks.SHARE, app.undated)
    _furnish(app, None if store is not None else home, slug)
    logs.watch(app.server)
    question.guard(app.server, lambda: app._callback_list)
    response_cache.remember(app.server, partial(standing, stores), kept * WEIGHT)
    _register_addresses(app, stores, pages)
    routes.secure(app.server, app.csp_hashes, app.framing)
    mounting.guard(app.server)
    frozen.guard(app.server)
    inside = frozen.FrozenAddresses(app.server.wsgi_app)
    app.server.wsgi_app = Gate(inside)  # type: ignore[method-assign]
    app.server.test_client().get("/")
    return app


def _register_addresses(app: Observatory, stores: StoreProvider, pages: Sequence[Page]) -> None:
    """Add every address that is no page."""
    routes.register_assets(app.server, app.kit, app.packer)
    routes.register(app.server, stores, pages, app.kit.style.href, app.site, app.cite)
    _register_files(app, pages)
    suggestions.register(app.server, stores)
    api.register(app.server, stores, pages)


def _register_files(app: Observatory, pages: Sequence[Page]) -> None:
    """Answer the addresses of what is made of a page, but for its HTML."""
    figures.register(app.server, app.stores, app.pages)
    pictures.register(app.server, app.stores, pages, today, app.site, app.cite)
    Printing(app.stores, app.pages, today, app.site, app.cite, app.desk).register(app.server)
    if app.desk is not None:
        waiting.register(app.server, app.desk, app.stores, app.kit)
    embedding.register(app.server, app.stores, pages, app.stamp, app.kit, app.cite)
    crawlers.register(app.server, app.stores, pages, app.site)
