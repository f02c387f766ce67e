"""A row of a sheet of an ODS, and how often it and its cells stand."""

from __future__ import annotations

from dashboard.importers.door.records import MAX_COLUMNS
from dashboard.importers.unnaming.calc.cell import CalcCell
from dashboard.importers.unnaming.markup import Attributes

_FAR = 10_000_000
"""Times that a cell or a row may be said to stand: beyond, no more are counted."""


class CalcRow:
    """A row of a sheet: its rank from 0, how it begins, how often it stands, and its cells."""

    def __init__(self, rank: int, begin: str, high: int = 0) -> None:
        self.rank, self.begin, self.high = rank, begin, high
        self.cells: list[tuple[str, int, int, CalcCell]] = []
        self._column = 0

    def add(self, name: str, cell: CalcCell, wide: int) -> None:
        """Add a cell that stands so often."""
        self.cells.append((name, self._column, wide, cell))
        self._column += wide

    def texts(self) -> list[str]:
        """What is read of its cells."""
        found: list[str] = []
        for _, _, wide, cell in self.cells:
            found.extend([cell.text] * min(wide, MAX_COLUMNS))
        return found

    def said(self) -> dict[int, str]:
        """What is read of its cells that are not blank, by their ranks."""
        return {
            column + again: text
            for _, column, wide, cell in self.cells
            if (text := cell.text) and not text.isspace()
            for again in range(min(wide, MAX_COLUMNS))
        }


def times(told: Attributes, name: str) -> int:
    """How often something is said to stand, once at least."""
    said = told.get(name, "1")
    return min(max(int(said), 1), _FAR) if said.isdecimal() and len(said) < 12 else 1


def parted(column: int, wide: int, withdrawn: frozenset[int]) -> list[tuple[int, bool]]:
    """How often a cell stands, in and out of the columns of persons, in order."""
    if wide == 1 or not withdrawn:
        return [(wide, column in withdrawn)]
    found: list[tuple[int, bool]] = []
    last = column
    for edge in sorted({*withdrawn, *(rank + 1 for rank in withdrawn), column + wide}):
        if last < edge <= column + wide:
            found.append((edge - last, last in withdrawn))
            last = edge
    return found
