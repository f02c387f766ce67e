"""The cells of figures: the same number on the screen and in the file."""

from __future__ import annotations

import pytest

from dashboard import catalogue
from dashboard.domain.indicator import Observation, Status
from dashboard.exhibits.common import value_cell


@pytest.mark.parametrize(
    ("step", "shown", "decimals"), [(0.1, "1\u202f234", 0), (10, "1\u202f234", 0)]
)
def test_a_workbook_has_no_digit_that_the_screen_has_not(
    step: float, shown: str, decimals: int
) -> None:
    people = catalogue.indicator("population")
    found = Observation("QP1", people.slug, 2020, 1234.0, Status.FINAL, step=step)
    cell = value_cell(people, found)
    assert (cell.text, cell.decimals) == (shown, decimals)
