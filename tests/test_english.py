"""No English word is left: every page that a reader can reach, every error, every kind of text."""

from __future__ import annotations

import re
from collections import deque
from urllib.parse import urldefrag

import pytest
from flask import abort, request
from flask.testing import FlaskClient

from dashboard.store import Store
from dashboard.web.factory import create_app
from dashboard.words.typography import typeset
from tests.english import SILENT, SPOKEN, english
from tests.heard import Heard, heard

MOST = 45
"""Pages read a territory: every kind, and the views that they link to."""
A_KIND = 4
FILES = ("/export", "/telecharger", "/statique", "/document", "/figures")
"""What links lead to that is no page."""
ERRORS = (400, 403, 404, 405, 408, 413, 414, 429, 500, 502, 503)


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    app = create_app(store)
    app.server.view_functions["health"] = lambda: abort(int(request.args["code"]))
    return app.server.test_client()


def read(document: str) -> Heard:
    found = heard(document, SPOKEN, SILENT)
    found.texts = [text.strip() for text in found.texts]
    return found


def kind(address: str) -> str:
    path, _, query = address.partition("?")
    keys = sorted(set(re.findall(r"(?:^|&)(\w+)=", query)))
    return re.sub(r"/[^/]*\d[^/]*", "/*", path) + "?" + ",".join(keys)


def crawl(client: FlaskClient) -> dict[str, list[str]]:
    """The texts of the pages that links lead to from the home page, some of each kind."""
    waiting, met = deque(["/"]), {"/"}
    found: dict[str, list[str]] = {}
    kinds: dict[str, int] = {}
    while waiting and len(found) < MOST:
        address = waiting.popleft()
        kinds[kind(address)] = kinds.get(kind(address), 0) + 1
        if kinds[kind(address)] > A_KIND:
            continue
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code == 200, address
        if answer.mimetype != "text/html":
            continue
        said = read(answer.get_data(as_text=True))
        found[address] = said.texts
        for link in said.links:
            clean = urldefrag(link).url
            if clean not in met and not clean.startswith(FILES):
                met.add(clean)
                waiting.append(clean)
    return found


def written(store: Store) -> frozenset[str]:
    """What sources wrote: titles and names are kept as they are."""
    rows = store.archive.query("select intitule, porteur, porteur_slug from actions")
    return frozenset(typeset(str(text)) for row in rows for text in row.values() if text)


def ours(text: str, names: frozenset[str]) -> str:
    """The words of a text that the product wrote."""
    if text in names:
        return ""
    for name in names:
        text = text.replace(name, "")
    return text


def test_no_page_that_a_reader_reaches_holds_an_english_word(
    client: FlaskClient, store: Store
) -> None:
    names, pages = written(store), crawl(client)
    met = {text: address for address, texts in pages.items() for text in texts}
    doubtful = {text: address for text, address in met.items() if english(text)}
    found = {
        text[:100]: (address, english(ours(text, names)))
        for text, address in doubtful.items()
        if english(ours(text, names))
    }
    assert found == {}
    paths = {address.partition("?")[0] for address in pages}
    assert {"/", "/quartiers", "/actions", "/evolutions", "/aide", "/donnees"} <= paths


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_is_told_in_french_with_a_way_out(client: FlaskClient, code: int) -> None:
    answer = client.get(f"/sante?code={code}")
    said = read(answer.get_data(as_text=True))
    assert answer.status_code == code
    assert [english(text) for text in said.texts if english(text)] == []
    assert f"Erreur {code}" in said.texts
    assert "/" in said.links
    assert '<html lang="fr">' in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "address",
    [
        "/nulle-part",
        "/bilan/1900",
        "/quartiers/inconnu",
        "/telecharger/inconnu.csv",
        "/export/accueil/inconnu.csv",
        "/statique/inconnu.css",
        f"/?recherche={'x' * 3_000}",
    ],
)
def test_what_is_not_there_is_said_in_french(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert [t for t in read(answer.get_data(as_text=True)).texts if english(t)] == []


def test_a_request_that_cannot_be_read_is_answered_in_french(client: FlaskClient) -> None:
    for body in ("", "{", "x" * 300_000):
        answer = client.post("/_dash-update-component", data=body, content_type="application/json")
        assert answer.status_code >= 400
        assert [t for t in read(answer.get_data(as_text=True)).texts if english(t)] == []


@pytest.mark.parametrize(
    "text",
    ["Loading...", "No data", "Reset axes", "Page not found", "Internal Server Error", "and more"],
)
def test_the_check_finds_english(text: str) -> None:
    assert english(text)


@pytest.mark.parametrize(
    "text",
    ["Page introuvable", "Sources et licences", "The Posse 33", "une table, un total", "Zoom"],
)
def test_the_check_leaves_french_alone(text: str) -> None:
    assert not english(text)
