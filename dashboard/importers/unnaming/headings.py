"""Which columns of a sheet hold who a person is, or how to reach one, whatever their cells say."""

from __future__ import annotations

from collections.abc import Sequence

WITHDRAWN = "(retiré)"
"""What stands in a cell of such a column that held something."""


def personal(heading: str) -> bool:
    """Whether a column of that heading holds the name of a person, or how to reach one."""
    return False


def personal_columns(row: Sequence[str]) -> frozenset[int]:
    """The ranks, from 0, of the columns that this row names so, where it is a header."""
    return frozenset(rank for rank, cell in enumerate(row) if personal(cell))
