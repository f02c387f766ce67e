"""What the cells of a column are ordered by."""

from __future__ import annotations

import math

from dashboard.domain import french
from dashboard.schema import CellKind

NUMBERS = (CellKind.INTEGER, CellKind.YEAR, CellKind.NUMBER, CellKind.AMOUNT)
SortKey = tuple[bool, float, str]
"""Whether nothing orders the cell by what it says, then its number, then its text."""


def sort_key(kind: CellKind, cell: str) -> SortKey:
    """A number by its value, a text without its accents; empty last."""
    if kind not in NUMBERS:
        return (not cell, 0.0, french.fold(cell))
    number = value_of(cell)
    return (True, 0.0, cell) if math.isnan(number) else (False, number, "")


def value_of(cell: str) -> float:
    """The number that a cell says; not a number where it says none."""
    try:
        return float(cell)
    except ValueError:
        return math.nan
