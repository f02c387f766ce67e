"""Logs: one line of JSON a fact, nothing of what readers look for."""

from __future__ import annotations

import json
import logging
import logging.config

import pytest
from flask import Flask

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


def test_the_configuration_is_one_that_python_takes(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    before = list(root.handlers), root.level
    try:
        logging.config.dictConfig(journal.configuration("WARNING"))
        logging.getLogger("gunicorn.error").warning("plein")
        assert json.loads(capsys.readouterr().err)["message"] == "plein"
    finally:
        root.handlers[:], root.level = before
