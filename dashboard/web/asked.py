"""What a file is made of: the page and the view that its address names; refused in French."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from flask import Response, request, send_file
from werkzeug.wrappers import Response as AnyResponse

from dashboard.documents.offers import KINDS
from dashboard.pages import router
from dashboard.pages.page import Page
from dashboard.store.store_provider import StoreProvider
from dashboard.view import View
from dashboard.web.refusal import LATER, PATIENCE
from dashboard.words.typography import typeset


class FileRefused(Exception):
    """A file that will not be made: its status, and why in French."""

    def __init__(self, code: int, why: str) -> None:
        """Keep the status and the sentence."""
        super().__init__(why)
        self.code = code


def answered(
    make: Callable[[], AnyResponse], cite: Callable[[], None] | None = None
) -> AnyResponse:
    """What is made, else the sentence that refuses it; ``cite`` keeps from being forgotten the
    publication that it names, before it leaves."""
    try:
        made = make()
        if cite:
            cite()
        return made
    except FileRefused as why:
        refused = Response(typeset(str(why)), why.code, mimetype="text/plain")
        if why.code in LATER:
            refused.headers["Retry-After"] = str(PATIENCE)
        return refused


def attached(content: bytes | str, kind: str, name: str) -> Response:
    """A file of that media type, kept under that name."""
    response = Response(content, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def kept(path: Path, name: str) -> Response:
    """A file that lies on the disk, sent little by little."""
    kind = KINDS[name.rpartition(".")[2]]
    return send_file(path, kind, as_attachment=True, download_name=name, conditional=False)


def visit(stores: StoreProvider, pages: Sequence[Page], place: str) -> tuple[Page, View]:
    """The page at that place, « accueil » for the first, and the view that the query asks;
    FileRefused where no page is there."""
    path = "/" if place == "accueil" else f"/{place}"
    query = request.query_string.decode("utf-8", "replace")
    found = router.visit(pages, path, query, stores.current())
    if found is None:
        raise FileRefused(404, "Cette adresse ne mène à aucune page.")
    return found
