"""/document/<page>.<form>, /figures/<page>.zip: files of a page for the view that is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from flask import Flask, Response

from dashboard.documents import offers, turn
from dashboard.documents.batch import TooMany
from dashboard.documents.imprint import Stamp
from dashboard.documents.offers import KINDS, Asked, Offer
from dashboard.pages.page import Page, exhibits_of
from dashboard.store.store_provider import StoreProvider
from dashboard.view import DOCUMENTS, FIGURES
from dashboard.web.asked import Refused, answered, attached, visit

BUSY = "Trop de documents sont demandés en ce moment. Réessayez dans quelques secondes."


def register(
    server: Flask,
    stores: StoreProvider,
    pages: Sequence[Page],
    day: Callable[[], dt.date],
    site: str,
    cite: Callable[[], None],
) -> None:
    """Answer the addresses of documents; they bear that day, and ``site``, the public address.
    ``cite`` is told of each before it leaves."""

    @server.get(f"{DOCUMENTS}<path:where>")
    def printed(where: str) -> Response:
        return answered(lambda: _document(stores, pages, where, Stamp(site, day())), cite)

    @server.get(f"{FIGURES}<path:place>.zip")
    def figures(place: str) -> Response:
        return answered(lambda: _figures(stores, pages, place, Stamp(site, day())), cite)


def _document(stores: StoreProvider, pages: Sequence[Page], where: str, at: Stamp) -> Response:
    place, _, form = where.rpartition(".")
    if form not in KINDS:
        forms = ", ".join(known.upper() for known in KINDS)
        raise Refused(404, f"Ce document n’existe pas. Formes connues : {forms}.")
    page, view = visit(stores, pages, place)
    offer = offers.of(page, view, form)
    if offer is None:
        raise Refused(404, "Cette page n’a pas de document de cette forme.")
    return _sent(offer, Asked(pages, page, view, at), form)


def _figures(stores: StoreProvider, pages: Sequence[Page], place: str, at: Stamp) -> Response:
    page, view = visit(stores, pages, place)
    if page.still or not exhibits_of(page, view):
        raise Refused(404, "Cette page n’a pas de figure.")
    return _sent(offers.figures, Asked(pages, page, view, at), "zip")


def _sent(offer: Offer, asked: Asked, form: str) -> Response:
    try:
        with turn.taken():
            file = offer(asked)
    except turn.Busy:
        raise Refused(503, BUSY) from None
    except TooMany as why:
        raise Refused(404, str(why)) from None
    return attached(file.content, KINDS[form], file.name)
