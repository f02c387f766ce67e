"""The page of a failure stands without any data, in the frame of every page."""

from __future__ import annotations

import pytest

from dashboard.store import Store
from dashboard.web import failure
from dashboard.web.factory import create_app
from tests.e2e.checks.markup import faults_of


def test_a_failure_says_what_it_is_its_number_a_sentence_and_the_ways_out() -> None:
    made = failure.page(413, failure.SENTENCES[413], "/statique/a.css")
    assert "<title>Demande trop volumineuse – Contrat de ville</title>" in made
    assert "Erreur 413" in made
    assert failure.SENTENCES[413] in made
    assert 'href="/accessibilite"' in made
    assert faults_of(made) == []


def test_an_unknown_failure_is_told_without_its_cause(
    chambery: Store, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("inconnu")

    monkeypatch.setattr("dashboard.web.routes.health_of", broken)
    answer = create_app(chambery).server.test_client().get("/sante")
    assert answer.status_code == 500
    assert failure.SENTENCES[500] in answer.get_data(as_text=True)
    assert "inconnu" not in answer.get_data(as_text=True)
