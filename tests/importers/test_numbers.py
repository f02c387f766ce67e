"""Numbers of cells: one strict French grammar, exact to the last digit."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importers.numbers import cents, number, shown, why_not


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3\u202f631", "3631"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234", "1234"),
        ("53,8", "53.8"),
        ("0,260", "0.260"),
        ("-10,4", "-10.4"),
        ("\u2212 4,1", "-4.1"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("4 999 999,99", "4999999.99"),
        ("1.234.567,8", "1234567.8"),
        ("123483,780", "123483.780"),
        ("12000.50 €", "12000.50"),
        ("12 000 euros", "12000"),
        ('"7"', "7"),
        ("23597.2", "23597.2"),
    ],
)
def test_french_and_plain_numbers_are_read_to_their_last_digit(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "manque"),
        ("12,345", "deux façons"),
        ("1.500", "deux façons"),
        ("1.234.567", "deux façons"),
        ("12 50", "trois chiffres"),
        ("1 2 3", "trois chiffres"),
        ("1 234 56", "trois chiffres"),
        ("12,34.5", "plusieurs marques"),
        ("1,2,3", "plusieurs marques"),
        ("1,2,3,4.5", "plusieurs marques"),
        ("1e5", "abrégé"),
        ("7,76459042E+13", "abrégé"),
        ("douze", "n’est pas un nombre"),
        ("20٢٠", "n’est pas un nombre"),
        ("1²", "n’est pas un nombre"),
        ("12 000 kg", "n’est pas un nombre"),
        ("formule jamais calculée", "n’est qu’une formule, jamais calculée"),
        ("NaN", "n’est pas un nombre"),
    ],
)
def test_what_is_no_sure_number_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert number(text) is None
    assert reason in why_not(text)


def test_an_amount_is_taken_to_the_cent() -> None:
    assert shown(cents(Decimal("123483.785"))) == "123483.79"
    assert shown(cents(Decimal("4999999.99"))) == "4999999.99"


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
@settings(max_examples=80)
def test_a_number_shown_is_itself_and_never_abridged(value: Decimal) -> None:
    assert Decimal(shown(value)) == value


@given(st.text(max_size=30))
@settings(max_examples=80)
def test_any_text_is_a_number_or_has_a_reason(text: str) -> None:
    assert (number(text) is None) <= bool(why_not(text))
