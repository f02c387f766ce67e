"""What the browser asks for beside a page: plotly's figure of a view, the outlines of the maps, the
logo.

All stand on one publication, which their address names. A browser keeps them for an hour alone:
the address does not say by which code they were drawn.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Flask, Response, abort, request

from dashboard.charts import plotly
from dashboard.components.context import LOGO, PUBLICATION
from dashboard.domain.track import Joined, Track
from dashboard.pages import router
from dashboard.pages.page import Page, exhibit_of
from dashboard.store import Store
from dashboard.store.store_provider import StoreProvider
from dashboard.web.response_cache import IMAGES

GONE = 410
HELD = "private, max-age=3600"
"""Held by a browser, never by what stands before several: a publication may be withdrawn."""
OUTLINES = f"{IMAGES}contours.json"


def register(server: Flask, stores: StoreProvider, pages: Sequence[Page]) -> None:
    """Answer the addresses of figures and of outlines."""

    @server.get(f"{IMAGES}<path:where>.json")
    def figure(where: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        found = drawn(pages, where, query, _publication(stores))
        return _kept(json.dumps(found, default=list, separators=(",", ":")))

    @server.get(OUTLINES)
    def outlines() -> Response:
        return _kept(_publication(stores).places.outlines)

    @server.get(LOGO)
    def logo() -> Response:
        found = _publication(stores).logo or abort(404)
        response = _kept(found.content, "image/png")
        response.headers["Content-Disposition"] = 'inline; filename="logo.png"'
        return response


def outlines_of(store: Store) -> str:
    """The address of the outlines of that publication."""
    return f"{OUTLINES}?{PUBLICATION}={store.digest}"


def _publication(stores: StoreProvider) -> Store:
    """The publication that the address names; 410 where it is no longer held."""
    return stores.named(request.args.get(PUBLICATION, "")) or abort(GONE)


def _kept(content: str | bytes, kind: str = "application/json") -> Response:
    response = Response(content, mimetype=kind)
    response.headers["Cache-Control"] = HELD
    return response


def drawn(pages: Sequence[Page], where: str, query: str, store: Store) -> dict[str, Any]:
    """Plotly's figure of « page/figure » for that view; 404 where it draws none."""
    place, _, slug = where.rpartition("/")
    visited = router.visit(pages, "/" if place == "accueil" else f"/{place}", query, store)
    item = exhibit_of(*visited, slug) if visited else None
    if item is None or item.chart is None or item.table_first:
        abort(404)
    return lean(plotly.figure(item.chart))


def lean(figure: Mapping[str, Any]) -> dict[str, Any]:
    """A figure whose outlines are named by their ranks in the list of the publication."""
    traces = [{key: _ranks(value) for key, value in trace.items()} for trace in figure["data"]]
    return {**figure, "data": traces}


def _ranks(value: Any) -> Any:
    named = isinstance(value, (Track, Joined)) and value.parts
    return {"contours": value.parts} if named else value
