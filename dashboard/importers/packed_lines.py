"""The lines of a table of a file, each with its number there, kept by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

from dashboard.schema import PackedRows

Cells = Mapping[str, str]
"""The cells of one line, by the key of their column."""


class PackedLines(Sequence[tuple[int, Cells]]):
    """Lines and their numbers, as a sequence of both; the cells are kept by column."""

    __slots__ = ("numbers", "rows")

    def __init__(self, numbers: Sequence[int], rows: PackedRows) -> None:
        self.numbers, self.rows = numbers, rows

    @classmethod
    def of(cls, header: Sequence[str], lines: Iterable[tuple[int, Cells]]) -> PackedLines:
        """Those lines, under that header."""
        held = tuple(lines)
        rows = PackedRows.of(header, (cells for _, cells in held))
        return cls(tuple(number for number, _ in held), rows)

    def __eq__(self, other: object) -> bool:
        """Whether the other sequence holds the same lines."""
        return isinstance(other, PackedLines | tuple) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.numbers)

    def __iter__(self) -> Iterator[tuple[int, Cells]]:
        """The number of each line and its cells."""
        return zip(self.numbers, self.rows, strict=True)

    @overload
    def __getitem__(self, rank: int) -> tuple[int, Cells]: ...
    @overload
    def __getitem__(self, rank: slice) -> PackedLines: ...
    def __getitem__(self, rank: int | slice) -> tuple[int, Cells] | PackedLines:
        """The line of that rank, or those of that slice."""
        if isinstance(rank, slice):
            return PackedLines(self.numbers[rank], self.rows[rank])
        return self.numbers[rank], self.rows[rank]
