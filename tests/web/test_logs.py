"""Logs: one line of JSON a fact, nothing of what readers look for."""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import Mock

import pytest
from flask import Flask
from gunicorn.config import Config
from gunicorn.glogging import Logger
from gunicorn.http.errors import InvalidRequestLine
from gunicorn.workers.gthread import ThreadWorker

from dashboard.system import journal
from dashboard.web import logs


def line(**said: object) -> dict[str, object]:
    record = logging.LogRecord("essai", logging.WARNING, "a.py", 1, "dit %s", ("« ceci »",), None)
    record.__dict__.update(said)
    return dict(json.loads(journal.JsonLine().format(record)))


def test_a_line_is_json_with_its_date_its_level_and_its_words() -> None:
    made = line()
    assert (made["niveau"], made["qui"], made["message"]) == ("warning", "essai", "dit « ceci »")
    assert str(made["quand"]).endswith("+00:00")


def test_an_error_comes_with_its_trace_on_the_same_line() -> None:
    try:
        raise ValueError("cassé")
    except ValueError as error:
        made = line(exc_info=(ValueError, error, error.__traceback__))
    assert "ValueError: cassé" in str(made["trace"])


def test_a_slow_answer_is_told_without_what_was_asked(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(logs, "SLOW", -1.0)
    server = Flask("essai")
    logs.watch(server)
    server.get("/actions")(lambda: "lent")
    with caplog.at_level(logging.WARNING):
        server.test_client().get("/actions?q=secret", headers={"X-Forwarded-For": "10.1.2.3"})
    assert "réponse lente : GET /actions" in caplog.text
    assert "secret" not in caplog.text
    assert "10.1.2.3" not in caplog.text


def test_a_route_is_told_without_the_secret_of_an_address(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(logs, "SLOW", -1.0)
    server = Flask("essai")
    logs.watch(server, logs.route)
    server.get("/lien/<token>")(lambda token: token)
    with caplog.at_level(logging.WARNING):
        server.test_client().get("/lien/secret")
        server.test_client().get("/secret")
    assert "GET /lien/<token>" in caplog.text
    assert "GET une adresse inconnue" in caplog.text
    assert "secret" not in caplog.text


def test_an_answer_in_time_is_not_told(caplog: pytest.LogCaptureFixture) -> None:
    server = Flask("essai")
    logs.watch(server)
    server.get("/")(lambda: "vite")
    server.test_client().get("/")
    assert not caplog.records


@contextmanager
def begun() -> Iterator[None]:
    """The journal written as a process of the service writes it; then as the tests want it."""
    root = logging.getLogger()
    before = list(root.handlers), root.level
    journal.begin()
    try:
        yield
    finally:
        root.handlers[:], root.level = before


def messages(captured: pytest.CaptureFixture[str]) -> list[str]:
    """What was written, line by line."""
    return [json.loads(line)["message"] for line in captured.readouterr().err.splitlines()]


def test_a_process_without_gunicorn_writes_the_same_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with begun():
        logging.getLogger("gunicorn.error").warning("plein")
        logging.getLogger("dashboard.staff").error("vide")
    assert messages(capsys) == ["plein", "vide"]


def test_what_gunicorn_says_of_a_request_quotes_nothing_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    worker, asked = ThreadWorker(0, 0, [], None, 1, Config(), Logger(Config())), Mock()
    asked.uri, asked.method = "/agents/lien/secret", "GET"
    with begun(), contextlib.closing(worker.tmp):
        for fault in (InvalidRequestLine("GET /?q=secret"), OSError("le disque")):
            with contextlib.suppress(AttributeError, TypeError):
                worker.handle_error(asked, Mock(), ("10.7.7.7", 1), fault)
    refused, failed = messages(capsys)
    assert refused == "demande refusée : elle ne peut pas être lue"
    assert failed == "demande sans réponse"
