"""What every writer of a workbook knows: a text prints, and is never run."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.cell.cell import Cell

from dashboard.domain import formula


def inert(line: Iterable[object]) -> None:
    """Have texts stay texts, even once a reader edits them: a spreadsheet runs none."""
    for box in line:
        if isinstance(box, Cell) and isinstance(box.value, str):
            box.data_type = "s"
            box.number_format = "@"
            box.quotePrefix = formula.runs(box.value)


def printable(words: str) -> str:
    """The words without what no sheet can hold."""
    return "".join(char for char in words if char.isprintable() or char == "\n")
