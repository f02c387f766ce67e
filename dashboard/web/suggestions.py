"""/propositions?lieu=…: the names that begin as what is being typed."""

from __future__ import annotations

from flask import Flask, Response, jsonify, request

from dashboard import keys
from dashboard.domain.option import MAX_TEXT
from dashboard.pages import finding
from dashboard.store.store_provider import StoreProvider

OFFERED = 8
"""Names that a list shows without scrolling."""


def register(server: Flask, provider: StoreProvider) -> None:
    """Answer what the field of a search asks: a list of names, each with what it stands for."""

    @server.get(finding.SUGGESTIONS)
    def suggestions() -> Response:
        asked = request.args.get(keys.PLACE.name, "")[:MAX_TEXT]
        found = provider.current().named(asked, OFFERED).names if asked.strip() else ()
        told = [{"nom": item.label, "genre": finding.NOUNS[item.kind][0]} for item in found]
        return jsonify(told)
