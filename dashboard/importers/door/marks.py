"""What a sheet tells of its cells beside their values, learnt before they are read."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

NEVER_COMPUTED = "formule jamais calculée"

ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")
"""What a spreadsheet writes where a formula fails, in the order of the codes of XLS."""

_ACROSS = 2**32
"""Columns of a row, more than any format has."""

Gaps = dict[tuple[int, int], str]
"""What stands, by row and column from 0, where the file holds no value that can be read."""


def is_gap(text: str) -> bool:
    """Whether that cell stands where a formula gave no value that can be read."""
    return text == NEVER_COMPUTED or text in ERRORS


@dataclass(slots=True)
class SheetExtent:
    """How far a sheet goes, the cells that it writes, its formulas, the places of those of them
    that hold a value, and its gaps."""

    height: int = 0
    width: int = 0
    cells: int = 0
    formulas: int = 0
    gaps: Gaps = field(default_factory=dict)
    _computed: array[int] = field(default_factory=lambda: array("Q"))

    @property
    def computed(self) -> int:
        """How many formulas hold a value."""
        return len(self._computed)

    @property
    def computed_at(self) -> frozenset[tuple[int, int]]:
        """The row and the column, from 0, of each formula that holds a value."""
        return frozenset(divmod(place, _ACROSS) for place in self._computed)

    @property
    def area(self) -> int:
        """The cells that the sheet takes once it is read."""
        return max(self.height * self.width, self.cells)

    def reach(self, row: int, column: int) -> None:
        """Have the sheet go to that row and column, from 0, at least."""
        self.height, self.width = max(self.height, row + 1), max(self.width, column + 1)

    def tell(self, row: int, column: int, gap: str, formula: bool = True) -> None:
        """Count a formula at that place; ``gap`` is what stands there where it has no value."""
        self.formulas += formula
        if formula and not gap:
            self._computed.append(row * _ACROSS + column)
        if gap:
            self.gaps[row, column] = gap
