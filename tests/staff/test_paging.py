"""The pages of a list of the staff site."""

from __future__ import annotations

import pytest

from dashboard.staff import paging


@pytest.mark.parametrize("asked", ["", "0", "-3", "x", "²", "1234567"])
def test_a_page_that_is_none_is_the_first(asked: str) -> None:
    assert paging.page_of({"page": asked}) == paging.page_of({}) == 1


def test_a_page_after_the_last_is_the_last() -> None:
    rows = range(paging.EACH + 2)
    assert paging.cut(rows, 9) == ((paging.EACH, paging.EACH + 1), 2)
    assert paging.cut((), 9) == ((), 1)


def test_a_list_that_fills_its_pages_has_no_empty_one() -> None:
    assert [paging.pages_of(n * paging.EACH) for n in (0, 1, 2)] == [1, 1, 2]
