"""The addresses beside the pages: files, exports, health, redirections, headers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import quote, urlencode

import brotli
from flask import Flask, Response, g, jsonify, redirect, request, send_file
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from dashboard import keys
from dashboard.components import assembly
from dashboard.content import Listing
from dashboard.domain.option import YEAR
from dashboard.domain.selection import unescaped
from dashboard.exhibits import action_list
from dashboard.exports import data_file, formats, geography, open_files
from dashboard.pages import imprint, projection, router
from dashboard.pages.page import Page, exhibit_of, renamed
from dashboard.pages.sheet import ROOT
from dashboard.store.store_provider import StoreProvider
from dashboard.view import View
from dashboard.web import api, failure, reception, refusal, response_cache, static_files
from dashboard.web.asked import FileRefused, answered, attached
from dashboard.web.framing import Framing
from dashboard.web.static_files import HOURLY, YEARLY, Asset, Kit, Packer
from dashboard.words.typography import typeset

REPORTS = ("/bilan/", f"{ROOT}/bilan/", f"{projection.ROOT}/bilan/")
LIBRARIES = "/_dash-component-suites/"
SAID = 200
"""Characters of an address that the journal holds."""

POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:{images}; connect-src 'self' data: blob:; font-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
COMPRESSED = ("text/html", "application/json", "text/javascript", "text/css")
"""What is compressed as it is answered: the rest is so already, or gains nothing."""
log = logging.getLogger("dashboard")


def query() -> str:
    """What the address asks after its « ? », as text."""
    return request.query_string.decode("utf-8", "replace")


def answer_with(status: int, images: str = "") -> None:
    """The HTTP status of the page being answered, and the other site whose images it shows."""
    g.status, g.images = status, images


def register(
    server: Flask,
    stores: StoreProvider,
    pages: Sequence[Page],
    style: str,
    site: str,
    cite: Callable[[], None],
) -> None:
    """Add every address that is no page, but for the files of assets/.

    ``style`` is the address of the sheet, for the page of a failure. Files bear ``site``, the
    public address; ``cite`` is told of each before it leaves.
    """
    server.config["MAX_CONTENT_LENGTH"] = reception.BODY

    _register_files(server, stores, pages, site, cite)
    _register_reports(server, stores)

    @server.get("/sante")
    def health() -> Response:
        return jsonify(health_of(stores))

    @server.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        return _failure(error, style)


def register_assets(server: Flask, kit: Kit, packer: Packer) -> None:
    """Serve the kit and every other file of assets/, compressed by ``packer``."""
    bundles = {item.name: item for item in kit.all}

    @server.get("/statique/<path:name>")
    def asset(name: str) -> Response:
        rest = name.partition("/")[2]
        found = bundles.get(rest) or static_files.file(rest) or static_files.file(name)
        if found is None:
            return Response("Fichier introuvable.", 404, mimetype="text/plain")
        return _sent(found, packer, YEARLY if found.href.endswith(f"/{name}") else HOURLY)


def _register_files(
    server: Flask,
    stores: StoreProvider,
    pages: Sequence[Page],
    site: str,
    cite: Callable[[], None],
) -> None:
    @server.get("/telecharger/<name>")
    def download(name: str) -> Response:
        store = stores.current()
        called = open_files.called(store, name)
        if found := store.file(name):
            return send_file(found.resolve(), as_attachment=True, download_name=called)
        if made := open_files.made(store, name):
            return attached(*made, called)
        return Response("Ce fichier n’existe pas.", 404, mimetype="text/plain")

    @server.get("/export/<path:where>")
    def export(where: str) -> AnyResponse:
        return answered(lambda: _export(stores, pages, where, site), cite)


def _register_reports(server: Flask, stores: StoreProvider) -> None:
    @server.get("/bilan")
    @server.get("/bilan/")
    def report() -> AnyResponse:
        return _to_report(stores, None)

    @server.before_request
    def mended() -> AnyResponse | None:
        whole, here = unescaped(query()), request.path.lstrip("/")
        return None if whole == query() else redirect(f"/{here}?{whole}")

    @server.before_request
    def year_in_path() -> AnyResponse | None:
        asked = request.args.get(YEAR, "") if request.path.startswith(REPORTS) else ""
        where, _, shown = request.path.rpartition("/")
        choices = stores.current().choices
        unknown = asked not in map(str, choices.years) and shown == str(choices.default_year)
        return _to_report(stores, asked, where) if asked and not unknown else None


def health_of(stores: StoreProvider) -> dict[str, object]:
    """What is served, and whether it is what should be."""
    store = stores.current()
    return {
        "statut": "dégradé" if stores.alert else "ok",
        **({"alerte": stores.alert} if stores.alert else {}),
        "territoire": store.settings.slug,
        "publication": store.digest,
        "publie_le": store.published_on.isoformat(),
        "comptes": store.counts,
        "version": store.format,
    }


def _to_report(stores: StoreProvider, year: str | None, where: str = "/bilan") -> AnyResponse:
    """To the report of that year; to the last one where it has none, which the page then says."""
    choices = stores.current().choices
    wanted = year or request.args.get(YEAR, "")
    known = wanted if wanted in map(str, choices.years) else str(choices.default_year)
    pairs = [(k, v) for k, v in request.args.items() if k != YEAR or v != known]
    query = f"?{urlencode(pairs)}" if pairs else ""
    return redirect(f"{quote(where)}/{known}{query}")


def _sent(found: Asset, packer: Packer, cache: str) -> Response:
    encoding = next((item for item in static_files.ENCODINGS if response_cache.reads(item)), "")
    packed = bool(encoding) and found.textual
    body = packer.packed(found, encoding) if packed else found.content
    response = Response(body, mimetype=found.kind)
    response.headers["Cache-Control"] = cache
    response.headers["Vary"] = "Accept-Encoding"
    if packed:
        response.headers["Content-Encoding"] = encoding
    return response


def _export(stores: StoreProvider, pages: Sequence[Page], where: str, site: str) -> Response:
    place, _, name = where.rpartition("/")
    slug, _, form = name.rpartition(".")
    path = "/" if place == "accueil" else f"/{place}"
    found = router.visit(pages, path, query(), stores.current())
    known = formats.every().get(form)
    file = data_file_of(*found, slug, site) if found and known else None
    if file is None or known is None or (known.mapped and not file.features()):
        raise FileRefused(404, "Ce fichier n’existe pas.")
    return attached(known.write(file), known.kind, f"{file.name}.{form}")


def data_file_of(page: Page, view: View, slug: str, site: str = "") -> data_file.DataFile | None:
    """What a panel's file holds: its exhibit, every row of its list, or None for neither."""
    view, slug = renamed(page, view, slug)
    where = f"{site}{assembly.address(page, view, slug)}"
    filed = partial(data_file.of_exhibit, address=where, said=typeset(imprint.of_page(page, view)))
    value = exhibit_of(page, view, slug)
    if value is not None:
        places = partial(geography.features, value, view.store)
        return replace(filed(value), features=places)
    panel = page.panel(slug)
    listed = [b for b in panel.blocks(view) if isinstance(b, Listing)] if panel else []
    return filed(typeset(action_list.whole(view))) if listed else None


def _failure(error: Exception, style: str) -> Response:
    code = _code(error)
    if code >= 500:
        log.exception("erreur sur %s", request.path[:SAID])
    said = failure.said_of(error, code)
    asked = api.is_asked()
    answer = api.problem(code, said) if asked else Response(failure.page(code, said, style), code)
    answer.headers.update(refusal.owed(error))
    return answer


def _code(error: Exception) -> int:
    """The status of a failure. Dash fails where a file of its libraries is not there."""
    if isinstance(error, HTTPException):
        return error.code or 500
    return 404 if request.path.startswith(LIBRARIES) else 500


def secure(server: Flask, hashes: Callable[[], Sequence[str]], framing: Framing) -> None:
    """Put the security headers on every answer; no cookie is ever set for readers. What stands at
    the address of a frame, and nothing else, may be shown by the sites of ``framing``."""
    policy = _policy(hashes)

    @server.after_request
    def headers(response: Response) -> Response:
        status = g.pop("status", None)
        if status is not None and response.status_code == 200:
            response.status_code = status
        said = framing.headers if framing.reaches(request.path) else refusal.SECURITY
        for name, value in (*said.items(), ("Content-Security-Policy", policy())):
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-cache")
        if keys.is_private(f"?{query()}"):
            response.headers["Cache-Control"] = "no-store"
        return _compressed(response)


def _policy(hashes: Callable[[], Sequence[str]]) -> Callable[[], str]:
    """What gives the policy of the answer being made: the scripts of the site, and the other site
    of which its maps show images, if any."""
    known: list[str] = []

    def policy() -> str:
        if not known:
            known.append(" ".join(hashes()))
        images = g.pop("images", "")
        return POLICY.format(hashes=known[0], images=images and f" {images}")

    return policy


def _compressed(response: Response) -> Response:
    """That answer, compressed for a browser that reads it so. One that may be says that it varies,
    to whomever it is given."""
    if response.mimetype not in COMPRESSED:
        return response
    response.vary.add("Accept-Encoding")
    packed = "Content-Encoding" in response.headers or response.direct_passthrough
    return response if packed or not response_cache.reads("br") else _brotli(response)


def _brotli(response: Response) -> Response:
    body = response.get_data()
    if len(body) < 1_000:
        return response
    response.set_data(brotli.compress(body, quality=5))
    response.headers["Content-Encoding"] = "br"
    return response
