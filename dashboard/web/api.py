"""/api/v1/…: what the publication holds, as JSON, for programs of any site."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, request

from dashboard.api import openapi
from dashboard.api.resource import ROOT, Answered, Arguments, ListPart, Resource, Unanswerable
from dashboard.domain.option import COMMA
from dashboard.exports import about
from dashboard.pages import api_guide, imprint
from dashboard.pages.page import Page
from dashboard.store import Store
from dashboard.store.store_provider import StoreProvider
from dashboard.view import frozen as at_publication
from dashboard.web import api_views, frozen
from dashboard.web.mounting import mount, under
from dashboard.words.typography import typeset

OPEN = (f"{ROOT}/", "/telecharger/", "/export/")
"""The addresses that a script of any site may read: public, without account or cookie."""

DOCUMENT = f"{ROOT}/openapi.json"
GUIDE = api_guide.PATH
NOTHING = f"Aucune donnée à cette adresse : {DOCUMENT} les décrit toutes."
REVALIDATED = "no-cache"


def register(server: Flask, stores: StoreProvider, pages: Sequence[Page]) -> None:
    """Answer every declared address, and the document that describes them."""
    for item in api_views.answered(pages):
        rule = ROOT + item.path.replace("{", "<").replace("}", ">")
        server.add_url_rule(rule, f"api_{openapi.operation(item)}", _viewing(item, stores))

    @server.get(DOCUMENT)
    def described() -> Response:
        return _json(openapi.document(stores.current(), request.script_root))

    @server.get("/api/<path:rest>")
    def nothing(rest: str) -> Response:
        return problem(404, NOTHING)

    @server.after_request
    def shared(response: Response) -> Response:
        return _shared(response)


def _shared(response: Response) -> Response:
    """What any site may read says so; what the reader holds already is not sent again."""
    if request.path.startswith(OPEN):
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Content-Disposition, Link"
        response.headers["X-Robots-Tag"] = "noindex"
    if request.path.startswith(f"{ROOT}/") and response.status_code == 200:
        guide, document = f"{mount()}{GUIDE}", f"{mount()}{DOCUMENT}"
        response.headers["Link"] = f'<{guide}>; rel="service-doc", <{document}>; rel="service-desc"'
        response.make_conditional(request)
    return response


def is_asked() -> bool:
    """Whether the request is for a program, which reads no page."""
    return request.path.startswith("/api/")


def problem(status: int, why: str) -> Response:
    """What does not go, as RFC 9457 has it."""
    said = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": typeset(why),
    }
    return Response(json.dumps(said, ensure_ascii=False), status, mimetype=openapi.PROBLEMS)


def _viewing(item: Resource, stores: StoreProvider) -> Callable[..., Response]:
    def view(**path: str) -> Response:
        try:
            store = stores.current()
            asked = _asked(item, store, path)
            return _json(_whole(item, store, item.answer(store, asked)))
        except Unanswerable as why:
            return problem(why.status, str(why))

    return view


def _asked(item: Resource, store: Store, path: Mapping[str, str]) -> Arguments:
    """What the request asks of that address; Unanswerable for a parameter that it does not know."""
    known = {one.name: one for one in item.parameters(store)}
    held = dict(path)
    for name, values in request.args.lists():
        if name not in known or known[name].path:
            raise Unanswerable(400, f"« {name[:40]} » n’est pas un paramètre de cette adresse.")
        several = known[name].shape["type"] == "array"
        if len(values) > 1 and not several:
            raise Unanswerable(400, f"« {name} » est demandé plusieurs fois.")
        held[name] = COMMA.join(values)
    lacking = [name for name, one in known.items() if one.required and not held.get(name)]
    if lacking:
        raise Unanswerable(400, f"Il manque « {lacking[0]} ».")
    return Arguments(held)


def _json(document: Mapping[str, Any]) -> Response:
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    response = Response(text, mimetype="application/json")
    response.add_etag(weak=True)
    response.headers["Cache-Control"] = REVALIDATED
    return response


def _whole(item: Resource, store: Store, found: Answered) -> dict[str, Any]:
    """The answer with what must travel with its data."""
    said, asked = imprint.of(store), request.full_path.rstrip("?")
    address = under(mount(), at_publication(store.digest, asked))
    sources = [_source(store.source(code)) for code in found.sources]
    producers = ", ".join(dict.fromkeys(one["producteur"] for one in sources if one["producteur"]))
    title, source = found.title or item.name, found.source or producers
    return {
        "territoire": store.settings.slug,
        "fictif": store.settings.fictional,
        "mention": said.notice or None,
        "publication": {
            "empreinte": store.digest,
            "publie_le": store.published_on.isoformat(),
            "figee": bool(frozen.root()),
            "adresse_figee": address,
        },
        "sources": sources,
        "citer": typeset(about.citation(title, source, said, address, found.filters)),
        **({"page": _page(found.page)} if found.page else {}),
        "donnees": found.data,
    }


def _source(row: Mapping[str, str]) -> dict[str, str | None]:
    address = row.get("adresse", "")
    kept: dict[str, str | None] = {k: row[k] for k in ("id", "titre", "producteur", "licence")}
    return kept | {"adresse": address or None}


def _page(page: ListPart) -> dict[str, int]:
    return {
        "numero": page.number,
        "taille": page.size,
        "pages": page.pages,
        "total": page.total,
    }
