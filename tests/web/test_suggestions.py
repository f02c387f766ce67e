"""The names offered while one types: a few, never kept, never told to anyone."""

from __future__ import annotations

import logging

import pytest
from flask.testing import FlaskClient

from dashboard.store import Store
from dashboard.web.factory import create_app


@pytest.fixture(scope="module")
def client(chambery: Store) -> FlaskClient:
    return create_app(chambery).server.test_client()


def test_a_few_names_are_offered_with_what_they_are(client: FlaskClient) -> None:
    found = client.get("/propositions?lieu=av+bern").get_json()
    assert found[0] == {"nom": "Avenue des Bernardines", "genre": "voie"}
    assert len(client.get("/propositions?lieu=rue").get_json()) == 8


@pytest.mark.parametrize("asked", ["", "?lieu=", "?lieu=+", "?autre=rue", "?lieu=%00"])
def test_nothing_asked_offers_nothing(client: FlaskClient, asked: str) -> None:
    assert client.get(f"/propositions{asked}").get_json() == []


def test_no_answer_is_kept_by_anyone(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = client.get("/propositions?lieu=rue+secrete")
        page = client.get("/quartiers?annee=2019&lieu=rue+secrete")
    assert answer.headers["Cache-Control"] == page.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "secrete" not in caplog.text
