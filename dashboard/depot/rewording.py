"""Rows that go and rows that come, where they are the same thing written again."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from dashboard.schema import Record, TableSchema

MOST = 250_000
"""Pairs of rows that are compared; beyond, each row that goes or comes is told as such."""


def reworded(table: TableSchema, gone: Sequence[Record], come: Sequence[Record]) -> dict[int, int]:
    """The rows of that table that are there again under other words: the rank of each that goes,
    and that of the one that comes in its place, which keeps part of its key, and most of what
    either says. None of a table whose keys never change their words, and of more rows than are
    compared. Each row is paired once, the most alike first.
    """
    if not table.reworded or len(gone) * len(come) > MOST:
        return {}
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, old, new in sorted(_pairs(table, gone, come), reverse=True):
        if -old not in found and -new not in taken:
            found[-old] = -new
            taken.add(-new)
    return found


def _pairs(
    table: TableSchema, gone: Sequence[Record], come: Sequence[Record]
) -> Iterator[tuple[float, int, int]]:
    """How alike each row that goes is to one that comes, where they may be one; their ranks."""
    for (rank, old), (other, new) in itertools.product(enumerate(gone), enumerate(come)):
        alike = _alike(table, old, new)
        if alike > 1 / 2 and any(old.get(name) == new.get(name) for name in table.key):
            yield alike, -rank, -other


def _alike(table: TableSchema, old: Record, new: Record) -> float:
    """The part of the columns, among those that either fills, of which they say the same."""
    filled = [name for name in table.header if old.get(name) or new.get(name)]
    same = sum(old.get(name) == new.get(name) for name in filled)
    return same / len(filled) if filled else 0.0
