"""The rows of a long table, kept by column: a text that many rows say is held once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import overload

Record = dict[str, str]
"""One row of a table, as a file of text holds it: its cells by the names of their columns."""

BLOCK = 5_000
"""Rows that are turned into columns at once."""
NO_CHANGE: Mapping[str, Callable[[str], str]] = {}


class PackedRows(Sequence[Record]):
    """Rows of the same columns, read as any sequence of rows: each is made when it is asked for,
    and belongs to who asks. A row weighs eight bytes a column, and the texts that no other says."""

    __slots__ = ("columns", "height")

    def __init__(self, columns: Mapping[str, list[str]], height: int) -> None:
        self.columns, self.height = columns, height

    @classmethod
    def of(cls, header: Sequence[str], rows: Iterable[Mapping[str, str]]) -> PackedRows:
        """Those rows, taken one at a time; a cell that one of them has not is empty."""
        return cls.of_cells(header, ([row.get(name, "") for name in header] for row in rows))

    @classmethod
    def of_cells(
        cls,
        header: Sequence[str],
        rows: Iterable[Sequence[str]],
        changes: Mapping[str, Callable[[str], str]] = NO_CHANGE,
    ) -> PackedRows:
        """Rows given by their cells, in the order of the header; ``changes`` are made to the cells
        of some columns, to each distinct text of a block once."""
        columns: dict[str, list[str]] = {name: [] for name in header}
        coming, count = iter(rows), 0
        while block := list(islice(coming, BLOCK)):
            count += len(block)
            for name, cells in zip(header, zip(*block, strict=True), strict=True):
                columns[name].extend(_mapped(cells, changes.get(name, str)))
        return cls(columns, count)

    def column(self, name: str) -> list[str]:
        """The cells of that column, row after row; empty ones where they have it not."""
        return self.columns[name] if name in self.columns else [""] * self.height

    def cells(self, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """The cells of those columns, row after row; empty in one that they have not."""
        found = [self.column(name) for name in names]
        return zip(*found, strict=True) if found else iter([()] * self.height)

    def picked(self, ranks: Sequence[int]) -> PackedRows:
        """The rows of those ranks, in their order."""
        columns = {name: [cells[rank] for rank in ranks] for name, cells in self.columns.items()}
        return PackedRows(columns, len(ranks))

    def mapped(self, names: Iterable[str], change: Callable[[str], str]) -> PackedRows:
        """The rows with ``change`` made to the cells of those columns, to each distinct text once;
        a column that they have not is passed over."""
        made = {name: _mapped(self.columns[name], change) for name in names if name in self.columns}
        return PackedRows({**self.columns, **made}, self.height)

    def followed(self, more: PackedRows) -> PackedRows:
        """These rows, then those, of the same columns."""
        columns = {name: [*cells, *more.columns[name]] for name, cells in self.columns.items()}
        return PackedRows(columns, self.height + more.height)

    def __len__(self) -> int:
        """How many rows there are."""
        return self.height

    def __iter__(self) -> Iterator[Record]:
        """Each row, new."""
        names = tuple(self.columns)
        return (dict(zip(names, cells, strict=True)) for cells in self.cells(names))

    @overload
    def __getitem__(self, rank: int) -> Record: ...
    @overload
    def __getitem__(self, rank: slice) -> PackedRows: ...
    def __getitem__(self, rank: int | slice) -> Record | PackedRows:
        """The row of that rank, or those of that slice."""
        if isinstance(rank, slice):
            return self.picked(range(self.height)[rank])
        return {name: cells[rank] for name, cells in self.columns.items()}

    def __eq__(self, other: object) -> bool:
        """Whether the other sequence holds the same rows."""
        if not isinstance(other, PackedRows | tuple | list):
            return NotImplemented
        return len(self) == len(other) and all(
            mine == theirs for mine, theirs in zip(self, other, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """How many rows there are, and of what."""
        return f"PackedRows({self.height}, {tuple(self.columns)})"


def _mapped(cells: Sequence[str], change: Callable[[str], str]) -> list[str]:
    changed = {cell: sys.intern(change(cell)) for cell in set(cells)}
    return [changed[cell] for cell in cells]


def packed(header: Sequence[str], rows: Sequence[Record]) -> PackedRows:
    """Those rows under that header; the same ones where they are packed so already."""
    if isinstance(rows, PackedRows) and tuple(rows.columns) == tuple(header):
        return rows
    return PackedRows.of(header, rows)
