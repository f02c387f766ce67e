"""/document/<page>.<form>, /figures/<page>.zip: files of a page for the view that is asked, given
at once or made beside while their reader waits."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dashboard import keys
from dashboard.documents import offers
from dashboard.documents.batch import untold
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.offers import KINDS, Offer, PageView
from dashboard.pages.page import Page
from dashboard.press import desk as desks
from dashboard.press.desk import Desk
from dashboard.press.order import FIGURES as ALL
from dashboard.press.order import Order, salted
from dashboard.store.store_provider import StoreProvider
from dashboard.view import DOCUMENTS, FIGURES, WAITING, View
from dashboard.web import frozen
from dashboard.web.asked import FileRefused, answered, attached, kept, visit
from dashboard.web.reception import READER
from dashboard.words.typography import typeset


@dataclass(frozen=True)
class Printing:
    """What answers the addresses of documents: they bear the ``day``, and ``site``, the public
    address. Those that take a while are asked at the ``desk``; without one all are made at once.
    ``cite`` is told of each before it leaves."""

    stores: StoreProvider
    pages: Sequence[Page]
    day: Callable[[], dt.date]
    site: str
    cite: Callable[[], None]
    desk: Desk | None = None

    def register(self, server: Flask) -> None:
        """Answer these addresses."""

        @server.get(f"{DOCUMENTS}<path:where>")
        def printed(where: str) -> AnyResponse:
            return answered(lambda: self._document(where), self.cite)

        @server.get(f"{FIGURES}<path:place>.zip")
        def figures(place: str) -> AnyResponse:
            return answered(lambda: self._figures(place), self.cite)

    def _document(self, where: str) -> AnyResponse:
        place, _, form = where.rpartition(".")
        if form not in KINDS:
            forms = ", ".join(known.upper() for known in KINDS)
            raise FileRefused(404, f"Ce document n’existe pas. Formes connues : {forms}.")
        page, view = visit(self.stores, self.pages, place)
        offer = offers.of(page, view, form)
        if offer is None:
            raise FileRefused(404, "Cette page n’a pas de document de cette forme.")
        return self._sent(offer, self._asked(page, view), form)

    def _figures(self, place: str) -> AnyResponse:
        page, view = visit(self.stores, self.pages, place)
        offer = offers.figures_of(page, view)
        if offer is None:
            raise FileRefused(404, "Cette page n’a pas de figure.")
        return self._sent(offer, self._asked(page, view), ALL)

    def _asked(self, page: Page, view: View) -> PageView:
        return PageView(self.pages, page, view, DocumentStamp(self.site, self.day()))

    def _sent(self, offer: Offer, asked: PageView, form: str) -> AnyResponse:
        if self.desk is not None and offer.long(asked):
            return self._waited(self.desk, asked, form)
        target = io.BytesIO()
        name = offer.write(asked, target, untold)
        return attached(target.getvalue(), KINDS.get(form, KINDS["zip"]), name)

    def _waited(self, desk: Desk, asked: PageView, form: str) -> AnyResponse:
        """The file where it was made for somebody else, a ticket for it otherwise; who only looks
        at the address (HEAD) has nothing made."""
        order = self._order(asked, form)
        ready = desk.ready(order)
        if ready is not None:
            return kept(*ready)
        if request.method == "HEAD":
            return Response(iter(()), mimetype=KINDS.get(form, KINDS["zip"]))
        try:
            ticket = desk.ask(order, request.environ.get(READER, request.remote_addr or ""))
        except desks.NotTakenOn as why:
            raise FileRefused(503 if why.crowded else 429, str(why)) from None
        return redirect(f"{WAITING}{ticket}", 303)

    def _order(self, asked: PageView, form: str) -> Order:
        view, query = asked.view, request.query_string.decode("utf-8", "replace")
        asking = f"?{query}" if query else ""
        shown = "toutes les figures" if form == ALL else form.upper()
        return Order(
            territory=view.store.settings.slug,
            publication=view.store.digest,
            path=view.path,
            query=query,
            form=form,
            site=self.site,
            day=asked.at.day.isoformat(),
            title=typeset(f"{asked.page.title(view)} : {shown}"),
            back=f"{frozen.root()}{request.path}{asking}",
            page=f"{frozen.root()}{view.path}{asking}",
            salt=salted() if keys.is_private(f"?{query}") else "",
        )
