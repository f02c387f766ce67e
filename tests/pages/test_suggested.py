"""The names offered while one types: few, of several kinds, each once."""

from __future__ import annotations

from collections import Counter

from dashboard.pages import suggested
from dashboard.store import Store


def test_a_list_holds_without_scrolling_and_one_kind_does_not_fill_it(chambery: Store) -> None:
    found = suggested.everything(chambery, "biollay")
    kinds = Counter(kind for _, kind in found)
    assert {"quartier", "lieu", "voie", "porteur"} <= set(kinds)
    assert len(found) == len(set(found)) <= suggested.OFFERED
    assert len(suggested.places(chambery, "rue")) == suggested.OFFERED
    streets = Counter(kind for _, kind in suggested.everything(chambery, "rue"))
    assert streets["voie"] == 3


def test_a_question_without_answer_is_offered_before_the_indicators(store: Store) -> None:
    first, second, *_ = suggested.everything(store, "chomage")
    assert first == ("Quel est le taux de chômage du quartier ?", "question")
    assert second[1] == "indicateur"


def test_the_quarter_comes_before_the_streets_of_its_name(chambery: Store) -> None:
    assert suggested.places(chambery, "biollay")[0] == ("Biollay - Bellevue", "quartier")
    assert suggested.indicators(chambery, "biollay") == ()


def test_what_nothing_bears_offers_nothing(store: Store) -> None:
    assert suggested.everything(store, "zzzzzz") == ()
