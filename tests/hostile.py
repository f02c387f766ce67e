"""Requests that no reader makes: seeded, bounded, as raw as WSGI takes them."""

from __future__ import annotations

import copy
import io
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from flask import Flask

SECRET = "motcherche"
"""What a reader looks for: no journal may hold it."""

PLACES = (
    "/", "/quartiers", "/quartiers/QP073001", "/actions", "/evolutions", "/bilan", "/bilan/2016",
    "/fiche/accueil", "/fiche/bilan/2016", "/donnees", "/aide", "/sante", "/robots.txt",
    "/plan.xml", "/export/accueil/montants.csv", "/export/actions/actions.xlsx",
    "/telecharger/actions.csv", "/telecharger/indicateurs.zip", "/export/quartiers/carte.gpkg",
    "/telecharger/scdl-subventions-2018.csv", "/api/v1/territoire", "/api/v1/openapi.json",
    "/api/v1/indicateurs/taux-pauvrete/valeurs", "/api/v1/actions", "/api/v1/vues/carte",
    "/encart/actions/montants", "/statique/icone.svg", "/statique/x/style.css", "/_dash-layout",
    "/_dash-dependencies", "/_dash-update-component", "/_dash-component-suites/os/x",
    "/_dash-component-suites/dash/deps/x.js", "/_dash-component-suites/dash_html_components/x",
    "/_reload-hash", "/_favicon.ico", "/assets/x", "/bilan/\r\nX/x", "/absente",
)  # fmt: skip
ODD = (
    "\0", "\r\n", "..", "../..", "%00", "%2e%2e", "é", "\udcff", "\x7f", "\\", "a" * 300,
    "b" * 5_000, "[", "{0}", "<script>", "'", '"', ";", ":", "//", "*", "?", "#", "\u202e", "=1+1",
    "-1", "99999999999999999999", "2016", "٢٠١٦", "nan", "inf", SECRET,
)  # fmt: skip
HOSTS = (
    "localhost", "[x", "%00", "a b", "", "[::1]:8050", "x:y", "http://x", "é", "a" * 400, "@",
    "a,b", "localhost:99999999", "-", "..", "x/y", "x?y", "xn--a", "\\",
)  # fmt: skip
ADDRESSES = (
    "http://[x",
    "http://localhost/",
    "http://localhost/%00",
    "//",
    "x" * 5_000,
    "http://é/",
)
METHODS = ("GET",) * 8 + ("HEAD", "POST", "OPTIONS", "PUT", "DELETE", "TRACE", "PATCH", "ZUT")
ENCODINGS = ("br", "gzip", "br;q=0", "*;q=0", "br;q=zut", ",,,", "identity", "br;q=1e9", "*")
BODIES = (b"", b"{}", b"[", b"null", b"\xff", b"a=b", b"[" * 50_000, b'{"output":1}', b"9" * 9_000)
HEADERS: dict[str, tuple[str, ...]] = {
    "HTTP_HOST": HOSTS,
    "HTTP_REFERER": ADDRESSES,
    "HTTP_ACCEPT_ENCODING": ENCODINGS,
    "HTTP_COOKIE": (f"a={SECRET}", "=", ";;;", "a" * 4_000, "\xff"),
    "HTTP_RANGE": ("bytes=0-1", "bytes=9-1", "bytes=-", "zut", "bytes=0-,1-", "bytes=99999999999-"),
    "HTTP_IF_NONE_MATCH": ("*", '"x"', "W/", '"'),
    "HTTP_IF_MODIFIED_SINCE": ("zut", "Thu, 01 Jan 1970 00:00:00 GMT", "-1"),
    "HTTP_X_FORWARDED_FOR": ("10.1.2.3", "zut"),
    "HTTP_X_FORWARDED_HOST": ("[x",),
    "HTTP_ACCEPT": ("zut", "*/*;q=x", "\xff"),
    "HTTP_ACCEPT_LANGUAGE": ("zut", "fr;q=x"),
    "CONTENT_TYPE": ("application/json", "multipart/form-data; boundary=", "zut", "text/plain"),
    "CONTENT_LENGTH": ("0", "-1", "zut", "999999999", ""),
}


@dataclass(frozen=True)
class Request:
    """One request, as WSGI spells it: text whose characters are bytes."""

    method: str = "GET"
    path: str = "/"
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(server: Flask, request: Request) -> Answer:
    """The answer of that application, without a client that would mend the request."""
    told: list[Any] = []
    environ = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": _bytes(request.path),
        "QUERY_STRING": _bytes(request.query),
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "10.9.8.7",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(request.body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.input_terminated": True,
        "CONTENT_LENGTH": str(len(request.body)),
        **{name: _bytes(value) for name, value in request.headers.items()},
    }
    made = server.wsgi_app(environ, lambda *said: told.extend(said))  # type: ignore[arg-type]
    try:
        body = b"".join(made)
    finally:
        getattr(made, "close", lambda: None)()
    return Answer(int(told[0].split()[0]), dict(told[1]), body)


def _bytes(text: str) -> str:
    return text.encode("utf-8", "surrogateescape").decode("latin-1")


def requests(seed: int, count: int) -> Iterator[Request]:
    """That many requests; the same ones for a seed."""
    chance = random.Random(seed)
    for _ in range(count):
        names = chance.sample(tuple(HEADERS), chance.randint(0, 4))
        yield Request(
            method=chance.choice(METHODS),
            path=_path(chance),
            query=_query(chance),
            headers={name: chance.choice(HEADERS[name]) for name in names},
            body=chance.choice(BODIES),
        )


def _path(chance: random.Random) -> str:
    path = chance.choice(PLACES)
    for _ in range(chance.choice((0, 0, 1, 1, 2))):
        place = chance.randint(1, len(path))
        path = path[:place] + chance.choice(("", "/")) + chance.choice(ODD) + path[place:]
    return path


KEYS = ("annee", "pilier", "quartier", "q", "theme", "porteur", "page", "tri", "figure", "lignes",
        "indicateur", "zut", "", "annee[]", "par_page", "adresse", "territoire")  # fmt: skip


def _query(chance: random.Random) -> str:
    pairs = ((chance.choice(KEYS), chance.choice(ODD)) for _ in range(chance.randint(0, 4)))
    return "&".join(f"{key}={value}" for key, value in pairs)


def question(page: str, search: str = "?annee=2016") -> dict[str, Any]:
    """What the browser asks of that page when its address changes, written from the page."""
    wiring = json.loads(held(page, "_dash-dependencies"))[0]
    shown = json.loads(held(page, "_dash-layout"))["props"]

    def slot(name: str) -> dict[str, str]:
        return {"id": "page", "property": name}

    return {
        "output": wiring["output"],
        "outputs": [slot(name) for name in ("answer", "marks")],
        "inputs": [slot("search") | {"value": search}],
        "changedPropIds": ["page.search"],
        "state": [
            slot("path") | {"value": shown["path"]},
            slot("marks"),
            slot("publication") | {"value": shown["publication"]},
        ],
    }


def held(page: str, name: str) -> str:
    """A JSON text that the page carries."""
    found = re.search(rf'id="{name}">(.*?)</script>', page, re.S)
    assert found, name
    return found[1]


WRONG: tuple[Any, ...] = (
    None, 0, -1, 1.5, True, "", "x", SECRET, "\0", "é" * 6_000, [], [[]], {}, {"id": {}}, [None],
    {"slug": ["x"]}, 10**30, "\ud800",
)  # fmt: skip


def questions(seed: int, count: int, true: dict[str, Any]) -> Iterator[bytes]:
    """That many questions, each with one to three things that the page would not send."""
    chance = random.Random(seed)
    for _ in range(count):
        body = copy.deepcopy(true)
        for _ in range(chance.randint(1, 3)):
            _spoil(chance, body)
        yield json.dumps(body).encode()


def _spoil(chance: random.Random, body: dict[str, Any]) -> None:
    """Change, remove, repeat or add one thing, anywhere."""
    place: Any = body
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            return
        key = chance.choice(keys)
        if not isinstance(place[key], dict | list) or not place[key] or chance.random() < 0.3:
            break
        place = place[key]
    act = chance.choice(("change", "change", "remove", "repeat"))
    if act == "remove":
        del place[key]
    elif act == "repeat" and isinstance(place, list):
        place.append(copy.deepcopy(place[key]))
    else:
        place[key] = copy.deepcopy(chance.choice(WRONG))
