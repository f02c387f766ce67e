"""How wide the columns of a table want to be, one beside the other."""

from __future__ import annotations

from dashboard.content import Cell, Table

NARROWEST, WIDEST = 9, 50
"""Letters by which a column is weighed, at least and at most."""


def weights(table: Table) -> list[float]:
    """The weight of each column, by what it holds and the longest word of its head."""
    return [_weight(table, rank) for rank in range(len(table.columns))]


def _weight(table: Table, rank: int) -> float:
    held = [_letters(row.cells[rank]) for row in table.rows if not row.group]
    wanted = min(max(held, default=0), 2 * sum(held) / max(len(held), 1))
    head = max(map(len, table.columns[rank].label.split()), default=0)
    return min(max(wanted, head, NARROWEST), WIDEST)


def _letters(cell: Cell) -> int:
    """How long a cell is, its marks and the words of its note under it."""
    return max((len(cell.text), *map(len, cell.tags), *map(len, cell.note.split())))
