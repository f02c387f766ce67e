"""/v/<publication>/…: the same pages and files on one publication, for as long as it is kept.

What stands under that path is still: its links and its files stay on that publication, and it says
where the same view stands today.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from posixpath import dirname
from typing import Any

from flask import Flask, Response, has_request_context, request
from werkzeug.exceptions import Gone

from dashboard.domain import french
from dashboard.html import tags as html
from dashboard.html.plain import to_html
from dashboard.store import Store
from dashboard.store.store_provider import StoreProvider
from dashboard.view import FROZEN, frozen
from dashboard.web.failure import Withdrawn
from dashboard.web.load_shedding import Application
from dashboard.web.mounting import MOUNT
from dashboard.words.typography import typeset

NAMED = re.compile(rf"{FROZEN}([0-9a-f]{{6,64}})(/.*)?")
PINNED, ROOT = "dashboard.publication", "dashboard.racine"
"""The keys of a WSGI environment: the publication asked, the path after which all addresses stand,
within that of a territory among others, empty where they stand alone."""

LOCAL = re.compile(rf'\b(href|action|formaction|src)="(/(?!/|statique/|{FROZEN[1:]})[^"]*)"')
"""An address of ours in a page, but for the files that no publication changes."""


class FrozenAddresses:
    """An application that is asked an address under ``/v/`` as it is asked the same elsewhere."""

    def __init__(self, app: Application) -> None:
        self._app = app

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer, from the publication that the path names, if any."""
        found = NAMED.fullmatch(environ.get("PATH_INFO", ""))
        if found is None:
            return self._app(environ, start_response)
        whole = f"{environ.get('SCRIPT_NAME', '')}{FROZEN}{found[1]}"
        within = {**environ, "SCRIPT_NAME": whole, "PATH_INFO": found[2] or "/"}
        root = whole.removeprefix(environ.get(MOUNT, ""))
        return self._app({**within, PINNED: found[1], ROOT: root}, start_response)


class PinnedStore:
    """Gives the publication that the address names, else the one that is served."""

    def __init__(self, served: StoreProvider) -> None:
        self._served = served

    @property
    def alert(self) -> str:
        """Why the publication served is not the one named; empty when it is."""
        return self._served.alert

    def current(self) -> Store:
        """The publication to answer from. Gone (410) where the one asked is not kept, or by another
        format; Withdrawn (410 too, with its reason) where it was."""
        digest = pinned()
        store = self.named(digest) if digest else self._served.current()
        if store is None:
            raise Gone
        self._check(store.digest)
        return store.telling(store.ledger.at(store.version)) if digest else store

    def named(self, digest: str) -> Store | None:
        """A publication that is still kept; None where it is gone. Withdrawn where it was."""
        self._check(digest)
        return self._served.named(digest)

    def _check(self, digest: str) -> None:
        reason = self._served.withdrawn(digest)
        if reason is not None:
            raise Withdrawn(reason)

    def withdrawn(self, digest: str) -> str | None:
        """Why that publication was withdrawn; None where it was not."""
        return self._served.withdrawn(digest)

    def withdrawals(self) -> int:
        """A number that changes whenever a publication is withdrawn."""
        return self._served.withdrawals()


def pinned() -> str:
    """The publication that the address of this request names; empty elsewhere."""
    return str(request.environ.get(PINNED, "")) if has_request_context() else ""


def root() -> str:
    """The path that stands before every other: « /v/<publication> », that of a draft that staff
    look at; empty elsewhere."""
    return str(request.environ.get(ROOT, "")) if has_request_context() else ""


def guard(server: Flask) -> None:
    """Keep under such an address who is sent elsewhere from one."""

    @server.after_request
    def stay(response: Response) -> Response:
        where = response.headers.get("Location", "")
        there = ("//", f"{root()}/", f"{request.script_root or root()}/")
        if root() and where.startswith("/") and not where.startswith(there):
            response.headers["Location"] = f"{_before(where)}{where}"
        return response


def _before(where: str) -> str:
    """What an address of ours stands after: one that names a publication, after a draft alone."""
    return root().removesuffix(f"{FROZEN}{pinned()}") if where.startswith(FROZEN) else root()


def within(page: str, before: str) -> str:
    """The HTML of a page whose addresses of ours all stand after that path."""
    return LOCAL.sub(lambda found: f'{found[1]}="{before}{found[2]}"', page)


def still(page: str, store: Store, href: str) -> str:
    """The HTML of a page of such an address. A frozen one says so first, and where the same view
    stands today, at ``href``; that of a draft leads back to it, and has no address that never
    changes."""
    if pinned():
        return _of_today(store, href) + within(page, root())
    live = page.replace(f'href="{frozen(store.digest, "")}', 'href="')
    return _of_draft() + within(live, root())


def _of_today(store: Store, href: str) -> str:
    day = french.date(store.published_on)
    said = f"Vue figée : publication du {day}, {store.digest[:6]}. Ces chiffres ne changent plus. "
    return _band(said, "La vue d’aujourd’hui", href)


def _of_draft() -> str:
    """The way back from the pages of a draft, which stand under it."""
    return _band("Vous voyez ce que le public verra. ", "Revenir au brouillon", dirname(root()))


def _band(said: str, words: str, href: str) -> str:
    inside = html.P([typeset(said), html.A(words, href=href)], className="page")
    return to_html(html.Div(inside, className="bandeau"))
