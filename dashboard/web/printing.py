"""/document/<page>.pdf: the document of a page, for the view that the query asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Flask, Response

from dashboard.documents import fiche, pdf
from dashboard.documents.imprint import Stamp
from dashboard.documents.value import Document
from dashboard.pages.page import Page
from dashboard.store.store_provider import StoreProvider
from dashboard.view import DOCUMENTS, View
from dashboard.web.asked import Refused, answered, visit


@dataclass(frozen=True, slots=True)
class Offer:
    """How the document of a page is made, and the template that sets it."""

    make: Callable[[Page, View, Stamp], Document]
    template: str


OFFERS = {"portrait": Offer(fiche.of, "fiche")}
"""The document of each page that has one."""


def register(
    server: Flask,
    stores: StoreProvider,
    pages: Sequence[Page],
    day: Callable[[], dt.date],
    site: str,
) -> None:
    """Answer the addresses of documents; they bear that day, and ``site``, the public address."""

    @server.get(f"{DOCUMENTS}<path:where>")
    def printed(where: str) -> Response:
        return answered(lambda: _answer(stores, pages, where, Stamp(site, day())))


def _answer(stores: StoreProvider, pages: Sequence[Page], where: str, at: Stamp) -> Response:
    place, _, form = where.rpartition(".")
    if form != "pdf":
        raise Refused(404, "Ce document n’existe pas : le format est PDF.")
    page, view = visit(stores, pages, place)
    offer = OFFERS.get(page.slug)
    if offer is None:
        raise Refused(404, "Cette page n’a pas de document.")
    made = offer.make(page, view, at)
    return _sent(_written(made, offer.template), f"{made.file_name}.pdf")


def _written(document: Document, template: str) -> bytes:
    try:
        return pdf.one(document, template)
    except pdf.Busy:
        said = "Trop de documents sont demandés en ce moment. Réessayez dans quelques secondes."
        raise Refused(503, said) from None


def _sent(content: bytes, file_name: str) -> Response:
    response = Response(content, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response
