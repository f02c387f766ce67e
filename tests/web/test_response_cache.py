"""The same question to the same publication is answered from memory; any other is made anew."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask, Response, request
from flask.testing import FlaskClient

from dashboard.store import Store
from dashboard.web import response_cache
from dashboard.web.factory import create_app

RANDOM = re.compile(rb'"end_id":"[^"]*"')
"""What Dash draws anew for each page, and no browser of ours reads."""


class Counted:
    """A server that counts what it makes."""

    def __init__(self, size: int = 100_000) -> None:
        self.made = 0
        self.state = "publication"
        self.server = Flask("essai")
        response_cache.remember(self.server, lambda: self.state, size)
        self.server.get("/")(self._page)
        self.server.get("/absente")(lambda: Response("non", 404, mimetype="text/html"))
        self.server.get("/export/a.csv")(self._page)
        self.server.post(response_cache.UPDATE)(self._page)

    def _page(self) -> Response:
        self.made += 1
        body = f"{self.made} {request.args.get('a')} {request.get_data(as_text=True)}"
        made = Response(body, mimetype="text/html")
        made.headers["X-Essai"] = "oui"
        return made

    @property
    def client(self) -> FlaskClient:
        return self.server.test_client()


def test_the_same_page_is_made_once_with_its_headers() -> None:
    counted = Counted()
    first, second = counted.client.get("/?a=1"), counted.client.get("/?a=1")
    assert counted.made == 1
    assert second.data == first.data
    assert (second.headers["X-Essai"], second.mimetype) == ("oui", "text/html")


@pytest.mark.parametrize("other", ["/?a=2", "/export/a.csv"])
def test_another_page_is_another_answer(other: str) -> None:
    counted = Counted()
    counted.client.get("/?a=1")
    counted.client.get(other)
    assert counted.made == 2


def test_what_a_reader_looks_for_is_never_kept() -> None:
    counted = Counted()
    for _ in range(2):
        counted.client.get("/?lieu=rue+des+lilas")
        counted.client.post(response_cache.UPDATE, data='{"value": "?annee=2019&lieu=rue"}')
    assert counted.made == 4


def test_a_file_is_never_kept() -> None:
    counted = Counted()
    for _ in range(2):
        counted.client.get("/export/a.csv")
    assert counted.made == 2


def test_the_body_of_a_question_is_part_of_it() -> None:
    counted = Counted()
    for body in ("un", "deux", "un"):
        found = counted.client.post(response_cache.UPDATE, data=body)
        assert body in found.text
    assert counted.made == 2


def test_a_question_longer_than_ours_is_not_looked_up() -> None:
    counted = Counted()
    for _ in range(2):
        counted.client.post(response_cache.UPDATE, data="x" * (response_cache.LONGEST + 1))
    assert counted.made == 2


def test_a_new_publication_forgets_nothing_by_mistake_and_mixes_nothing() -> None:
    counted = Counted()
    first = counted.client.get("/")
    counted.state = "suivante"
    second = counted.client.get("/")
    counted.state = "publication"
    assert counted.client.get("/").data == first.data != second.data


def test_what_browsers_read_differs() -> None:
    counted = Counted()
    counted.client.get("/", headers={"Accept-Encoding": "br"})
    counted.client.get("/", headers={"Accept-Encoding": "gzip"})
    assert counted.made == 2


def test_an_error_is_not_kept_as_a_page() -> None:
    counted = Counted()
    assert [counted.client.get("/absente").status_code for _ in range(2)] == [404, 404]


def test_memory_is_bounded_and_may_be_none() -> None:
    for size in (0, 900):
        counted = Counted(size)
        for _ in range(2):
            counted.client.get("/")
        assert counted.made == 2


def test_the_answer_asked_longest_ago_makes_room() -> None:
    counted = Counted(2_500)
    for asked in ("/?a=1", "/?a=2", "/?a=1", "/?a=3", "/?a=1"):
        counted.client.get(asked)
    assert counted.made == 3
    counted.client.get("/?a=2")
    assert counted.made == 4


def test_many_readers_at_once_find_their_own_answer() -> None:
    counted = Counted(6_000)

    def ask(number: int) -> bool:
        return f" {number % 9} " in counted.client.get(f"/?a={number % 9}").text

    with ThreadPoolExecutor(8) as readers:
        assert all(readers.map(ask, range(400)))


@pytest.mark.parametrize(
    "said",
    [
        {"Host": "ailleurs.example"},
        {"Accept-Language": "en"},
        {"User-Agent": "Autre/1"},
        {"Cookie": "a=1"},
        {"Referer": "https://ailleurs.example/"},
    ],
    ids=lambda said: next(iter(said)),
)
def test_an_answer_depends_on_nothing_that_its_key_leaves_out(
    said: dict[str, str], chambery: Store
) -> None:
    server = create_app(chambery, kept=0).server
    for address in ("/", "/fiche/actions?annee=2016", "/figure/accueil/carte.svg"):
        client = server.test_client()
        plain, other = client.get(address), client.get(address, headers=said)
        assert plain.status_code == 200
        assert RANDOM.sub(b"", other.data) == RANDOM.sub(b"", plain.data), address
