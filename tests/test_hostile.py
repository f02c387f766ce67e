"""Whatever is asked, the answer is a status that says why, with its headers; no journal tells."""

from __future__ import annotations

import json
import logging

import pytest
from flask import Flask

from dashboard.store import Store
from dashboard.web import refusal
from dashboard.web.factory import create_app
from tests.hostile import SECRET, Answer, Request, ask, question, questions, requests
from tests.walked import some

UPDATE = "/_dash-update-component"
MOST_SAID = 400
"""Characters of a line of the journal."""


@pytest.fixture(scope="module")
def server(example: Store) -> Flask:
    return create_app(example).server


def check(answer: Answer, request: Request) -> None:
    said = (answer.status, request.method, request.path[:90], request.query[:90], request.headers)
    assert answer.status < 500 or answer.status in (501, 503), said
    missing = {*refusal.SECURITY, "Content-Security-Policy"} - answer.headers.keys()
    assert not missing, (said, missing)
    refused = request.headers.get("HTTP_ACCEPT_ENCODING", "") in ("br;q=0", "*;q=0", "")
    assert not (refused and "Content-Encoding" in answer.headers), said
    assert b"Traceback" not in answer.body, said


def clean(caplog: pytest.LogCaptureFixture) -> None:
    for record in caplog.records:
        assert SECRET not in record.getMessage()
        assert "10.9.8.7" not in record.getMessage()
        assert len(record.getMessage()) < MOST_SAID
        assert not record.exc_info, record.exc_info


def attack(server: Flask, seed: int, count: int, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        for request in some(requests(seed, count)):
            check(ask(server, request), request)
    clean(caplog)


def attack_questions(
    server: Flask, seed: int, count: int, caplog: pytest.LogCaptureFixture
) -> None:
    page = ask(server, Request()).body.decode()
    with caplog.at_level(logging.WARNING):
        for body in some(questions(seed, count, question(page))):
            asked = _question(body)
            answer = ask(server, asked)
            check(answer, asked)
            assert answer.status in (200, 204, 400, 410, 413), body[:200]
    clean(caplog)


def _question(body: bytes) -> Request:
    return Request("POST", UPDATE, "", {"CONTENT_TYPE": "application/json"}, body)


def test_hostile_requests_are_answered_in_order(
    server: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    attack(server, 13, 400, caplog)


def test_questions_that_no_page_asks_are_refused(
    server: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    attack_questions(server, 13, 300, caplog)


@pytest.mark.attaque
@pytest.mark.timeout(3_000)
def test_ten_thousand_hostile_requests_are_answered_in_order(
    server: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    attack(server, 2026, 10_000, caplog)


@pytest.mark.attaque
@pytest.mark.timeout(3_000)
def test_three_thousand_questions_that_no_page_asks_are_refused(
    server: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    attack_questions(server, 2026, 3_000, caplog)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (Request(headers={"HTTP_HOST": "[x"}), 400),
        (Request(headers={"HTTP_HOST": "%00"}), 400),
        (Request(path="/_dash-component-suites/os/x"), 404),
        (Request(path="/_dash-component-suites/dash/x"), 404),
        (Request(path="/statique/" + "a" * 300), 404),
        (Request(path="/statique/a\0b"), 404),
        (Request(path="/bilan/\r\nX/x", query="annee=2016"), 404),
        (Request(path="/_dash-layout", headers={"HTTP_REFERER": "http://[x"}), 200),
        (Request("POST", UPDATE, "", {"CONTENT_TYPE": "application/json"}, b"[" * 50_000), 400),
        (Request("POST", UPDATE, "", {}, b"{}"), 400),
    ],
    ids=lambda value: f"{value.path[:30]}" if isinstance(value, Request) else str(value),
)
def test_a_malformed_request_is_told_so_in_french(
    server: Flask, asked: Request, status: int
) -> None:
    answer = ask(server, asked)
    check(answer, asked)
    assert answer.status == status
    if status >= 400:
        assert 'lang="fr"' in answer.body.decode() or "introuvable" in answer.body.decode()


def test_the_question_of_a_page_is_answered(server: Flask) -> None:
    page = ask(server, Request()).body.decode()
    answer = ask(server, _question(json.dumps(question(page)).encode()))
    assert answer.status == 200
    assert "response" in json.loads(answer.body)


@pytest.mark.parametrize("encoding", ["br;q=0", "gzip, br;q=0.0", "*;q=0", "identity"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_browser_that_refuses_an_encoding_is_not_given_it(
    server: Flask, encoding: str, method: str
) -> None:
    wanted = {"HTTP_ACCEPT_ENCODING": "br"}
    assert ask(server, Request(method, headers=wanted)).headers["Content-Encoding"] == "br"
    refusing = {"HTTP_ACCEPT_ENCODING": encoding}
    for path in ("/", "/statique/icone.svg"):
        answer = ask(server, Request(method, path, headers=refusing))
        assert answer.headers.get("Content-Encoding") != "br"


def test_what_is_kept_of_padded_questions_weighs_no_more_than_what_is_answered(
    example: Store,
) -> None:
    import tracemalloc

    server = create_app(example).server
    page = ask(server, Request()).body.decode()
    text = json.dumps(question(page))
    tracemalloc.start()
    try:
        ask(server, _question(text.encode()))
        before = tracemalloc.get_traced_memory()[0]
        for rank in range(300):
            asked = text.encode() + b" " * (50_000 + rank)
            assert ask(server, _question(asked)).status == 200
        assert tracemalloc.get_traced_memory()[0] - before < 8_000_000
    finally:
        tracemalloc.stop()
