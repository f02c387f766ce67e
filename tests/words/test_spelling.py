"""What a person types is understood: abbreviations, accents, a house number, a typing fault."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.words.spelling import NameQuery, allowed, cuts, faults, in_full, readings, words_of

WORDS = st.text("abcdefghij", min_size=4, max_size=10)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("av. des Bernardines", "Avenue des Bernardines"),
        ("bd de la colonne", "Boulevard de la Colonne"),
        ("all albert camus", "Allée Albert-Camus"),
        ("che. du pre de l'ane", "Chemin du Pré de l’Âne"),
        ("pl st leger", "Place Saint-Léger"),
        ("RPT DU DR GAILLARD", "Rond-point du Docteur Gaillard"),
    ],
)
def test_two_ways_to_write_a_name_have_the_same_words(typed: str, name: str) -> None:
    assert words_of(typed) == words_of(name)


@pytest.mark.parametrize("typed", ["Qu’a-t-on promis", "qu'a-t-on promis"])
def test_what_is_elided_before_a_word_is_no_word_and_no_quay(typed: str) -> None:
    assert words_of(typed) == ("t", "on", "promis")
    assert words_of("qu sadi") == ("quai", "sadi")
    assert words_of("aujourd’hui") == ("aujourd", "hui")


def test_a_name_of_articles_alone_keeps_them() -> None:
    assert words_of("La") == ("la",)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("12 rue des lilas", NameQuery(("rue", "lilas"), 12)),
        ("12bis, rue des lilas", NameQuery(("rue", "lilas"), 12, "bis")),
        ("12 B rue des lilas", NameQuery(("rue", "lilas"), 12, "b")),
        ("8 mai 1945", NameQuery(("8", "mai", "1945"))),
        ("rue du 8 mai 1945", NameQuery(("rue", "8", "mai", "1945"))),
    ],
)
def test_a_number_before_a_street_is_told_from_a_date(typed: str, first: NameQuery) -> None:
    assert readings(typed)[0] == first


def test_an_abbreviated_way_is_shown_in_full() -> None:
    assert in_full("All Albert Camus") == "Allée Albert Camus"
    assert in_full("Place") == "Place"


@given(WORDS, st.integers(0, 9), st.sampled_from("abcdefghij"))
def test_a_word_with_one_fault_shares_a_cut_with_the_right_one(
    word: str, at: int, letter: str
) -> None:
    place = at % len(word)
    for wrong in (
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
    ):
        assert faults(wrong, word) <= 1
        if len(wrong) >= 4:
            assert cuts(wrong) & cuts(word)


@given(WORDS, WORDS, WORDS)
def test_faults_are_a_distance(one: str, other: str, third: str) -> None:
    assert (faults(one, other) == 0) == (one == other)
    assert faults(one, other) == faults(other, one)
    assert abs(len(one) - len(other)) <= faults(one, other) <= max(len(one), len(other))


def test_a_number_is_never_mended() -> None:
    assert not cuts("1945")
    assert allowed("1945") == 0
