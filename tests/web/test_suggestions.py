"""The names offered while one types: a few, never kept, never told to anyone."""

from __future__ import annotations

import logging

import pytest
from flask.testing import FlaskClient

from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.walked import some


@pytest.fixture(scope="module")
def client(chambery: Store) -> FlaskClient:
    return create_app(chambery).server.test_client()


def test_a_few_names_are_offered_with_what_they_are(client: FlaskClient) -> None:
    found = client.get("/propositions?lieu=av+bern").get_json()
    assert found[0] == {"nom": "Avenue des Bernardines", "genre": "voie"}
    assert len(client.get("/propositions?lieu=rue").get_json()) == 8


def test_the_search_of_the_site_offers_names_of_every_kind(client: FlaskClient) -> None:
    asked = ("ch%C3%B4mage", "biollay", "mission", "m%C3%A9diane", "taux de chomage")
    found = [client.get(f"/propositions?mots={words}").get_json() for words in asked]
    kinds = {item["genre"] for names in found for item in names}
    assert kinds >= {"question", "indicateur", "quartier", "porteur", "mot"}
    assert all(0 < len(names) <= 8 for names in found)
    assert found[0][0] == {"nom": "Quel est le taux de chômage du quartier ?", "genre": "question"}


def test_a_name_that_is_offered_is_found_when_it_is_asked(client: FlaskClient) -> None:
    for typed in ("ch%C3%B4mage", "biollay", "mission", "loyer"):
        for item in some(client.get(f"/propositions?mots={typed}").get_json()):
            page = client.get("/recherche", query_string={"mots": item["nom"]}).text
            assert "Rien ne répond" not in page, item


def test_the_gallery_offers_indicators_alone(client: FlaskClient) -> None:
    found = client.get("/propositions/indicateurs?mots=loyer").get_json()
    assert found
    assert {item["genre"] for item in found} == {"indicateur"}


NOTHING = ["", "?lieu=", "?lieu=+", "?autre=rue", "?lieu=%00", "?mots=", "?mots=+"]


@pytest.mark.parametrize("asked", NOTHING)
def test_nothing_asked_offers_nothing(client: FlaskClient, asked: str) -> None:
    assert client.get(f"/propositions{asked}").get_json() == []
    assert client.get(f"/propositions/indicateurs{asked}").get_json() == []


def test_no_answer_is_kept_by_anyone(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = client.get("/propositions?lieu=rue+secrete")
        page = client.get("/quartiers?annee=2019&lieu=rue+secrete")
        everywhere = client.get("/propositions?mots=secrete")
        gallery = client.get("/evolutions?mots=secrete")
    for one in (answer, page, everywhere, gallery):
        assert one.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "secrete" not in caplog.text
