"""What a question names: its quarters, its years, and what it leaves out."""

from __future__ import annotations

import pytest

from dashboard.pages import asking
from dashboard.store import Store
from tests.views import seen


def of(store: Store, words: str) -> asking.SpokenQuestion:
    return asking.SpokenQuestion(seen(store, "/recherche"), words)


@pytest.mark.parametrize("asked", ["rue de la république", "chantiers éducatifs", "loyer", "mjc"])
def test_other_words_ask_no_question(chambery: Store, asked: str) -> None:
    assert of(chambery, asked).met == ()


def test_the_quarter_and_the_year_are_told_from_what_is_asked_about(chambery: Store) -> None:
    found = of(chambery, "combien au Biolay en 2016")
    assert [place.name for place in found.quarters] == ["Biollay - Bellevue"]
    assert found.years == ["2016"]
    assert found.codes == [["QP073001"]]
    assert found.about == "combien"


def test_a_commune_names_its_quarters(chambery: Store) -> None:
    found = of(chambery, "argent à Cognin")
    assert [place.name for place in found.quarters] == ["La Forgerie", "La Poterie"]


def test_a_year_that_nothing_publishes_is_named_and_not_answered(chambery: Store) -> None:
    found = of(chambery, "subventions 1998")
    assert (found.dates, found.years) == (["1998"], [])


def test_a_word_that_names_nothing_here_is_known_as_such(store: Store) -> None:
    assert of(store, "argent zorglub").unknown == ["zorglub"]
    assert of(store, "argent par quartier").unknown == []


def test_what_the_answer_does_not_speak_of_is_left_out(chambery: Store) -> None:
    found = of(chambery, "combien par quartier 2016")
    (question, *_) = found.met
    assert found.unused(question, "En 2025, le montant") == ["2016"]
    assert found.unused(question, "En 2016, le montant") == []
