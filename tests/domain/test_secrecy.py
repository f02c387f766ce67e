"""No published cell lets a hidden one be computed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain import secrecy

cells = st.lists(st.integers(0, 4) | st.integers(5, 60), min_size=1, max_size=6)
"""Rows of which about half the cells are few enough to be secret: large ones alone hide nothing."""


@given(cells)
def test_every_count_from_one_to_four_is_hidden(row: list[int]) -> None:
    hidden = secrecy.masked(row)
    assert all(flag for cell, flag in zip(row, hidden, strict=True) if 0 < cell < 5)


@given(cells)
def test_a_hidden_cell_is_never_alone_in_a_row_whose_total_is_known(row: list[int]) -> None:
    hidden = secrecy.masked(row)
    assert len(row) == 1 or sum(hidden) != 1


@given(cells)
def test_hidden_cells_are_never_all_ones(row: list[int]) -> None:
    """If n hidden cells sum to n, each of them is one: another must go."""
    hidden = secrecy.masked(row)
    secret = [cell for cell, flag in zip(row, hidden, strict=True) if flag]
    assert not secret or len(secret) == len(row) or sum(secret) != len(secret)


def test_the_smallest_other_cell_goes_with_a_hidden_one() -> None:
    assert secrecy.masked([3, 40, 12]) == (True, False, True)


def test_nothing_more_goes_where_the_total_is_not_published() -> None:
    assert secrecy.masked([3, 40, 12], total_known=False) == (True, False, False)


def test_zero_is_not_a_secret() -> None:
    assert secrecy.masked([0, 7, 9]) == (False, False, False)
