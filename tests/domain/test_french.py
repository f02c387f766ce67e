"""French as a reader expects it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import french


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (0, 0, "0"),
        (1234567, 0, "1\u202f234\u202f567"),
        (1234.5, 1, "1\u202f234,5"),
        (-3.25, 1, "\u22123,2"),
        (-0.04, 1, "0,0"),
    ],
)
def test_a_number_has_narrow_spaces_a_comma_and_a_true_minus(
    value: float, decimals: int, shown: str
) -> None:
    assert french.number(value, decimals) == shown


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_no_number_ever_holds_a_plain_space_a_point_or_a_hyphen(
    value: float, decimals: int
) -> None:
    assert re.fullmatch(r"\u2212?\d{1,3}(\u202f\d{3})*(,\d+)?", french.number(value, decimals))


def test_a_difference_of_rates_is_said_in_points() -> None:
    assert french.points(3.2) == "+3,2\u00a0pts"
    assert french.points(-1.5) == "\u22121,5\u00a0pt"
    assert french.points(0) == "0,0\u00a0pt"


def test_a_rate_keeps_its_percent_sign_on_the_line() -> None:
    assert french.percent(40) == "40,0\u00a0%"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (813, "813\u00a0€"),
        (7_900, "7,9\u00a0k€"),
        (8_826, "8,83\u00a0k€"),
        (54_500, "54,5\u00a0k€"),
        (10_000, "10\u00a0k€"),
        (99_960, "100\u00a0k€"),
        (447_268, "447\u00a0k€"),
        (999_700, "1\u00a0M€"),
        (1_250_000, "1,25\u00a0M€"),
        (12_345_678, "12,3\u00a0M€"),
    ],
)
def test_a_short_amount_keeps_the_precision_that_counts(value: float, shown: str) -> None:
    assert french.short_euros(value) == shown


@given(st.floats(min_value=0.5, max_value=999e6))
def test_a_short_amount_is_never_half_a_percent_away_from_the_whole_one(value: float) -> None:
    shown, unit = french.short_euros(value).split(french.NBSP)
    size = {"€": 1, "k€": 1e3, "M€": 1e6}[unit]
    said = float(shown.replace(",", ".")) * size
    assert abs(said - value) <= max(0.5, value * 0.005) + 1e-6


def test_a_part_too_small_to_round_is_not_nothing() -> None:
    assert french.share(0.01) == "moins de 0,1\u00a0%"
    assert french.share(0) == "0\u00a0%"
    assert french.share(64.5) == "64,5\u00a0%"


def test_all_of_it_is_a_hundred_per_cent_and_nearly_all_is_not() -> None:
    assert french.share(100.0) == "100\u00a0%"
    assert french.share(100 * 0.1 * 3 / 0.3) == "100\u00a0%"
    assert french.share(99.97) == "plus de 99,9\u00a0%"
    assert french.share(99.94) == "99,9\u00a0%"


@pytest.mark.parametrize("sum_of", [251_512.5, 251_512.499999999, 251_512.500000001])
def test_half_a_euro_is_one_in_whatever_order_its_parts_were_added(sum_of: float) -> None:
    assert french.euros(sum_of) == "251\u202f513\u00a0€"
    assert french.whole_euros(-sum_of) == -251_513


def test_an_amount_has_no_cents_above_a_hundred_euros() -> None:
    assert french.euros(447_268.4) == "447\u202f268\u00a0€"
    assert french.euros(12.5) == "12,50\u00a0€"


def test_the_first_of_the_month_is_an_ordinal() -> None:
    assert french.date(dt.date(2024, 1, 1)) == "1er\u00a0janvier\u00a02024"
    assert french.date(dt.date(2026, 8, 23)) == "23\u00a0août\u00a02026"


def test_french_counts_as_plural_from_two_on() -> None:
    assert french.counted(0, "action") == "0\u00a0action"
    assert french.counted(1, "action") == "1\u00a0action"
    assert french.counted(2, "action") == "2\u00a0actions"


def test_a_list_is_said_with_commas_and_et() -> None:
    assert french.listed(["a"]) == "a"
    assert french.listed(["a", "b", "c"]) == "a, b et c"


def test_de_is_elided_before_a_vowel_and_a_silent_h() -> None:
    assert french.elide("de", "emploi") == "d’emploi"
    assert french.elide("de", "habitants") == "d’habitants"
    assert french.elide("de", "subventions") == "de subventions"
    assert french.elide("que", "ils") == "qu’ils"
    assert french.elide("de", "hébergements") == "d’hébergements"


@pytest.mark.parametrize("word", ["Hauts-de-Chambéry", "HLM", "hausse", "huit lignes", "onze"])
def test_de_stands_whole_before_an_aspirated_h_and_a_number_said_so(word: str) -> None:
    assert french.elide("de", word) == f"de {word}"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "habitant vit"),
        (1.9, "habitant vit"),
        (2, "habitants vivent"),
        (-3, "habitants vivent"),
    ],
)
def test_words_agree_with_the_count_that_commands_them(count: float, said: str) -> None:
    assert french.agree("habitant[s] [vit|vivent]", count) == said


def test_words_fold_for_search_without_accents_nor_ligatures() -> None:
    assert french.fold("Cœur d’Été") == "coeur d'ete"
    assert french.slug("Les Hauts-de-Chambéry : 2016") == "les-hauts-de-chambery-2016"


def test_ordinals_and_small_counts_are_written_in_words() -> None:
    assert french.ordinal(1) == "1er"
    assert french.ordinal(3) == "3ᵉ"
    assert french.cardinal(16) == "seize"
    assert french.cardinal(1, feminine=True) == "une"
    assert french.cardinal(20) == "vingt"
    assert french.cardinal(21) == "21"


def test_a_label_inside_a_sentence_loses_its_first_capital_only() -> None:
    assert french.uncapital("Demandeurs d’emploi (A, B, C)") == "demandeurs d’emploi (A, B, C)"


def test_plain_punctuation_gets_its_french_spaces() -> None:
    assert french.typeset("Pourquoi ? « oui » : 5 %") == (
        "Pourquoi\u202f? «\u00a0oui\u00a0»\u00a0: 5\u00a0%"
    )


def test_quotes_and_thousands_of_a_source_are_mended_and_nothing_else() -> None:
    assert french.mended('Les "Quartiers d’été"') == "Les «\u00a0Quartiers d’été\u00a0»"
    assert french.mended("En 2020, 1 058 653 hab.") == "En 2020, 1\u202f058\u202f653 hab."
    for kept in ("de 2016 447 lignes", "le 04 79 60 20 20", 'un seul "'):
        assert french.mended(kept) == kept


def test_a_part_is_neither_all_nor_nothing_unless_it_is() -> None:
    said = [french.share(part, 0).replace(french.NBSP, " ") for part in (0, 0.2, 91.6, 99.7, 100)]
    assert said == ["0 %", "moins de 1 %", "92 %", "plus de 99 %", "100 %"]
