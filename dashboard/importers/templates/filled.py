"""A model that was filled: its lines by column, and what becomes of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

from dashboard.importers.account import Left, RowAccount, account_of
from dashboard.importers.source_table import SourceTable
from dashboard.importers.templates.template import Template
from dashboard.importers.twins import Naming, settled
from dashboard.schema import PackedRows, Problems, Record


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A line: its number, its cells as our tables would hold them, and as they are written."""

    number: int
    cells: Record
    written: Record


class FilledRows(Sequence[FilledRow]):
    """Lines kept by column, as a sequence of them; each is made when it is asked for."""

    __slots__ = ("held", "numbers", "said")

    def __init__(self, numbers: Sequence[int], held: PackedRows, said: PackedRows) -> None:
        self.numbers, self.held, self.said = numbers, held, said

    def picked(self, ranks: Sequence[int]) -> FilledRows:
        """The lines of those ranks, in their order."""
        numbers = [self.numbers[rank] for rank in ranks]
        return FilledRows(numbers, self.held.picked(ranks), self.said.picked(ranks))

    def without(self, numbers: frozenset[int]) -> FilledRows:
        """The lines of other numbers than those."""
        if not numbers:
            return self
        return self.picked([rank for rank, one in enumerate(self.numbers) if one not in numbers])

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.numbers)

    def __iter__(self) -> Iterator[FilledRow]:
        """Each line, new."""
        return map(FilledRow, self.numbers, self.held, self.said)

    @overload
    def __getitem__(self, rank: int) -> FilledRow: ...
    @overload
    def __getitem__(self, rank: slice) -> FilledRows: ...
    def __getitem__(self, rank: int | slice) -> FilledRow | FilledRows:
        """The line of that rank, or those of that slice."""
        if isinstance(rank, slice):
            return self.picked(range(len(self))[rank])
        return FilledRow(self.numbers[rank], self.held[rank], self.said[rank])


@dataclass(frozen=True, slots=True)
class Filled:
    """A model that was filled: its lines, those refused, those left aside."""

    table: SourceTable
    template: Template
    lines: FilledRows
    refused: Problems
    left: tuple[Left, ...]

    def without(self, wrong: Problems) -> Filled:
        """The same, these lines being refused too."""
        lines = self.lines.without(frozenset(problem.row for problem in wrong))
        return replace(self, lines=lines, refused=(*self.refused, *wrong))

    def settled(self, column: str, naming: Callable[[FilledRow], Naming]) -> Filled:
        """The same, what several lines say of one thing being taken once, or not at all where they
        differ; ``column`` is the one that names the thing."""
        twins, repeated = settled(self.table.name, column, map(naming, self.lines))
        told = self.without(twins)
        lines = told.lines.without(frozenset(item.line for item in repeated))
        return replace(told, lines=lines, left=(*self.left, *repeated))

    @property
    def account(self) -> RowAccount:
        """The fate of each line of the file."""
        return account_of(self.table.rows, self.lines.numbers, self.refused, self.left)
