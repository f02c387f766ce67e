"""/propositions?lieu=…, ?mots=…: the names that begin as what is being typed."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, jsonify, request

from dashboard import keys
from dashboard.domain.option import MAX_TEXT
from dashboard.keys import Key
from dashboard.pages import finding, gallery, suggested
from dashboard.pages.suggested import Suggestion
from dashboard.store import Store
from dashboard.store.store_provider import StoreProvider

Find = Callable[[Store, str], tuple[Suggestion, ...]]


def register(server: Flask, provider: StoreProvider) -> None:
    """Answer what the field of a search asks: a list of names, each with what it stands for."""

    @server.get(finding.SUGGESTIONS)
    def suggestions() -> Response:
        asked_of: tuple[tuple[Key, Find], ...] = (
            (keys.PLACE, suggested.places),
            (keys.QUESTION, suggested.everything),
        )
        found = (told for key, find in asked_of for told in _found(provider, key, find))
        return _answer(tuple(found))

    @server.get(gallery.SUGGESTIONS)
    def indicators() -> Response:
        return _answer(_found(provider, keys.QUESTION, suggested.indicators))


def _found(provider: StoreProvider, key: Key, find: Find) -> tuple[Suggestion, ...]:
    asked = request.args.get(key.name, "")[:MAX_TEXT]
    return find(provider.current(), asked) if asked.strip() else ()


def _answer(found: tuple[Suggestion, ...]) -> Response:
    return jsonify([{"nom": name, "genre": kind} for name, kind in found])
