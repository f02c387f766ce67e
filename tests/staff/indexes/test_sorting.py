"""Cells are ordered by what they say, those that say nothing last."""

from __future__ import annotations

from dashboard.schema import CellKind
from dashboard.staff.indexes.sorting import sort_key


def test_a_number_goes_by_its_value_and_a_text_without_its_accents() -> None:
    numbers = sorted(("", "abc", "10", "9.5"), key=lambda cell: sort_key(CellKind.AMOUNT, cell))
    assert numbers == ["9.5", "10", "", "abc"]
    texts = sorted(("", "zoo", "Été", "eau"), key=lambda cell: sort_key(CellKind.TEXT, cell))
    assert texts == ["eau", "Été", "zoo", ""]
