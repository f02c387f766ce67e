"""Money is shared out to the cent, and counted once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.funding import Funding, Lines, Stage, equal_parts


@given(
    st.integers(0, 10**9).map(lambda cents: cents / 100),
    st.integers(1, 9),
)
def test_the_parts_of_an_amount_make_the_amount(amount: float, many: int) -> None:
    first, other = equal_parts(amount, many)
    assert round(first + other * (many - 1), 2) == round(amount, 2)
    assert abs(first - other) < 0.01 * many


def test_one_place_counts_the_whole() -> None:
    assert equal_parts(500.0, 1) == (500.0, 500.0)


def test_an_amount_without_a_funded_line_cannot_be_said() -> None:
    with pytest.raises(ValueError, match="ligne financée"):
        Lines(500.0, 0, 3)


def test_an_amount_is_never_negative() -> None:
    with pytest.raises(ValueError, match="négatif"):
        Funding("a", "etat", Stage.GRANTED, -1)
