"""The rows of a table as a draft has them, found where they lie: no more of them is read than what
is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

import numpy as np

from dashboard.depot.edits import Edit, RowDiff, RowKey, key_of, mark_of
from dashboard.schema import TableSchema
from dashboard.staff.indexes.row_index import RowIndex
from dashboard.staff.indexes.text_pack import Mask


class TableLines:
    """Each row of the files by its rank, as edits leave it, then those that are added. ``moved``
    holds, by rank, those that edits change, remove or add."""

    def __init__(self, table: TableSchema, index: RowIndex, edits: Iterable[Edit]) -> None:
        self.table, self.index = table, index
        self._edits = tuple(edit for edit in edits if edit.table == table.name)

    @cached_property
    def moved(self) -> Mapping[int, RowDiff]:
        """See the class."""
        told = {edit.key: edit for edit in self._edits if edit.key}
        found = {rank: _line(self.index[rank], told[key]) for rank, key in self._ranks(told)}
        blank = dict.fromkeys(self.table.header, "")
        added = (edit for edit in self._edits if not edit.key)
        more = (RowDiff(None, {**blank, **(edit.cells or {})}) for edit in added)
        return {**found, **dict(enumerate(more, len(self.index)))}

    def _ranks(self, keys: Iterable[RowKey]) -> Iterator[tuple[int, RowKey]]:
        for key in keys:
            yield from ((rank, key) for rank in self.index.ranks(mark_of(self.table.name, key)))

    def __len__(self) -> int:
        """How many there are, those that go among them."""
        return len(self.index) + sum(line.before is None for line in self.moved.values())

    def __getitem__(self, rank: int) -> RowDiff:
        """The row of that rank, before and after."""
        line = self.moved.get(rank)
        if line is None:
            row = self.index[rank]
            return RowDiff(row, row)
        return line

    @property
    def left(self) -> int:
        """How many the draft leaves."""
        return len(self) - sum(line.after is None for line in self.moved.values())

    @property
    def changed(self) -> Mask:
        """Which rows of the files the draft changes or removes."""
        found = np.zeros(len(self.index), np.bool_)
        found[[rank for rank in self.moved if rank < len(found)]] = True
        return found

    def judged(self, found: Mask, judge: Callable[[RowDiff], object]) -> Mask:
        """Those rows of the files, but each that the draft changes, removes or adds as ``judge``
        says of it."""
        whole = np.zeros(len(self), np.bool_)
        whole[: len(self.index)] = found
        for rank, line in self.moved.items():
            whole[rank] = bool(judge(line))
        return whole

    def marked(self, mark: str) -> Iterator[RowDiff]:
        """The rows that now have that mark, in their order."""
        here = {rank for rank in self.index.ranks(mark) if rank not in self.moved}
        name = self.table.name
        there = {
            rank
            for rank, line in self.moved.items()
            if mark_of(name, key_of(name, line.row)) == mark
        }
        return (self[rank] for rank in sorted(here | there))

    def was(self, key: RowKey) -> RowDiff | None:
        """The row that the files name so; None where they hold none."""
        ranks = self.index.ranks(mark_of(self.table.name, key))
        return self[ranks[-1]] if ranks else None


def _line(row: dict[str, str], edit: Edit) -> RowDiff:
    return RowDiff(row, None if edit.cells is None else {**row, **edit.cells})
