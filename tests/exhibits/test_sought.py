"""Which indicators a gallery shows: those of the pillar, those that plain words ask for."""

from __future__ import annotations

from dashboard.exhibits import sought
from dashboard.store import Store
from tests.views import seen


def test_what_everyday_words_speak_of_comes_before_what_a_definition_holds(
    chambery: Store,
) -> None:
    found = [item.slug for item in sought.named_by(chambery, "chomage")]
    assert found[0] == "demandeurs-emploi-abc"
    assert len(found) == len(set(found)) > 3


def test_words_and_pillar_both_hold_and_the_order_is_that_of_the_catalogue(
    chambery: Store,
) -> None:
    every = [item.slug for item in chambery.values.indicators]
    found = sought.indicators(seen(chambery, "/evolutions", "mots=chomage&pilier=emploi"))
    assert found
    assert all("emploi" in item.pillars for item in found)
    assert {item.slug for item in found} <= {i.slug for i in sought.named_by(chambery, "chomage")}
    assert [item.slug for item in found] == sorted((i.slug for i in found), key=every.index)


def test_without_a_word_all_are_shown_and_unknown_words_find_none(store: Store) -> None:
    assert sought.indicators(seen(store, "/evolutions")) == tuple(store.values.indicators)
    assert sought.indicators(seen(store, "/evolutions", "mots=zzzz")) == ()
