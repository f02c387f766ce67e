"""What search engines read: which addresses to leave alone, and the list of the others."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from flask import Flask, Response

from dashboard.pages.page import Page
from dashboard.store.store_provider import StoreProvider
from dashboard.view import DOCUMENTS, EMBEDS, FIGURES, FROZEN, WAITING, is_public
from dashboard.web import response_cache
from dashboard.web.mounting import mount

PLAN = "/plan.xml"
MADE = (response_cache.IMAGES, DOCUMENTS, FIGURES, WAITING)
HIDDEN = ("/api/", "/export/", *MADE, EMBEDS, FROZEN)
NO_PLAN = "Le plan du site n’est donné que là où son adresse publique est réglée."


def register(server: Flask, stores: StoreProvider, pages: Sequence[Page], site: str) -> None:
    """Answer /robots.txt and /plan.xml. ``site`` is the public address: a plan holds whole
    addresses, so that without one there is none."""

    @server.get("/robots.txt")
    def robots() -> Response:
        return robots_of([(mount(), site)])

    @server.get(PLAN)
    def plan() -> Response:
        if not is_public(site):
            return Response(NO_PLAN, 404, mimetype="text/plain")
        return Response(_plan(stores, pages, site), mimetype="application/xml")


def robots_of(sites: Sequence[tuple[str, str]]) -> Response:
    """What they may read of those sites, each by its path and its public address."""
    hidden = [f"Disallow: {before}{path}" for before, _ in sites for path in HIDDEN]
    plans = [f"Sitemap: {site}{PLAN}" for _, site in sites if is_public(site)]
    return Response("\n".join(["User-agent: *", *hidden, *plans, ""]), mimetype="text/plain")


def _plan(stores: StoreProvider, pages: Sequence[Page], site: str) -> str:
    choices = stores.current().choices
    fixed = [page.path for page in pages if not page.path.endswith("/*")]
    reports = [f"/bilan/{year}" for year in choices.years]
    quarters = [f"/quartiers/{code}" for code in choices.quarters]
    paths = (*fixed, *reports, *quarters)
    lines = [f"<url><loc>{escape(f'{site}{path}')}</loc></url>" for path in paths]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{''.join(lines)}</urlset>"
    )
