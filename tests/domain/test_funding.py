"""Money is shared out to the cent, and counted once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.funding import NO_QUARTER, Funding, Stage, share_out


@given(
    st.integers(0, 10**9).map(lambda cents: cents / 100),
    st.lists(st.sampled_from("ABCDEFG"), max_size=7),
)
def test_the_parts_of_an_amount_make_the_amount(amount: float, places: list[str]) -> None:
    shares = share_out(amount, places)
    assert round(sum(shares.values()), 2) == round(amount, 2)
    assert set(shares) == (set(places) or {NO_QUARTER})


def test_an_action_without_a_quarter_stands_under_non_ventile() -> None:
    assert share_out(500.0, []) == {NO_QUARTER: 500.0}


def test_an_amount_is_never_negative() -> None:
    with pytest.raises(ValueError, match="négatif"):
        Funding("a", "etat", Stage.GRANTED, -1)
