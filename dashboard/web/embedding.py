"""/encart/<page>/<figure>: one figure of a view, alone, for the frame of another site."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Flask, Response
from werkzeug.wrappers import Response as AnyResponse

from dashboard.components import assembly
from dashboard.components.assembly import PageStamp
from dashboard.components.embed import embed
from dashboard.html.plain import to_html
from dashboard.pages.page import Page, exhibit_of, renamed
from dashboard.store.store_provider import StoreProvider
from dashboard.view import EMBEDS
from dashboard.web import frozen
from dashboard.web.asked import FileRefused, answered, visit
from dashboard.web.document import WebDocument
from dashboard.web.static_files import Kit

NOBODY = "Ce site ne permet pas d’encart : ses figures se lisent sur ses pages."
NO_FIGURE = "Cette vue n’a pas de figure de ce nom."


def register(
    server: Flask,
    stores: StoreProvider,
    pages: Sequence[Page],
    stamp: Callable[[], PageStamp],
    kit: Kit,
    cite: Callable[[], None],
) -> None:
    """Answer the addresses of frames, where the operator lets other sites show them. ``cite`` is
    told of a frozen one: the page that holds it must not lose it."""

    @server.get(f"{EMBEDS}<path:where>")
    def framed(where: str) -> AnyResponse:
        known = cite if frozen.pinned() else None
        return answered(lambda: _answer(stores, pages, where, stamp(), kit), known)


def _answer(
    stores: StoreProvider, pages: Sequence[Page], where: str, stamp: PageStamp, kit: Kit
) -> Response:
    if not stamp.embeds:
        raise FileRefused(403, NOBODY)
    place, _, slug = where.rpartition("/")
    page, view = visit(stores, pages, place)
    view, slug = renamed(page, view, slug)
    item = exhibit_of(page, view, slug)
    if item is None:
        raise FileRefused(404, NO_FIGURE)
    at = assembly.context(page, view, stamp)
    made = WebDocument(
        title=f"{item.title} – {at.imprint.name}",
        description=item.alt,
        style=kit.style.href,
        first=to_html(embed(item, at, view.remarks)),
        config="",
        held=(),
        fonts=tuple(font.href for font in kit.fonts),
        scripts=(),
        canonical=f"{at.site}{at.path}",
        indexed=False,
    )
    return Response(made.html(), mimetype="text/html")
