"""How wide the columns of a table want to be, one beside the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.content import Cell, Table

_WORDS = re.compile(r"(?<=-)|[ \n]")
"""Where a line may end: at a plain space, after a hyphen."""

NARROWEST, WIDEST = 9, 50
"""Letters by which a column is weighed, at least and at most."""

EVENED = 0.6
"""What brings weights nearer: an office suite breaks a word that its column does not hold."""


def weights(table: Table) -> list[float]:
    """The weight of each column, by what it holds and the longest word of its head."""
    return [_weight(table, rank) for rank in range(len(table.columns))]


def longest(table: Table) -> list[int]:
    """The letters of the longest word of each column, which no line should cut."""
    return [_longest(table, rank) for rank in range(len(table.columns))]


def _longest(table: Table, rank: int) -> int:
    column = table.columns[rank]
    cells = [row.cells[rank] for row in table.rows if not row.group]
    said = [column.label, *(f"{cell.text} {cell.note}" for cell in cells)]
    return max(len(word) for text in said for word in _WORDS.split(text))


def shares(weights: Sequence[float], least: Sequence[float], whole: float) -> list[float]:
    """The width of each column, by its weight, none below its least one where all of these hold;
    by these where they do not."""
    evened = [weight**EVENED for weight in weights]
    free = whole - sum(least)
    if free <= 0:
        return [whole * one / sum(least) for one in least]
    wanted = [whole * one / sum(evened) for one in evened]
    over = [max(want - low, 0.0) for want, low in zip(wanted, least, strict=True)]
    return [low + free * one / sum(over) for low, one in zip(least, over, strict=True)]


def _weight(table: Table, rank: int) -> float:
    held = [_letters(row.cells[rank]) for row in table.rows if not row.group]
    wanted = min(max(held, default=0), 2 * sum(held) / max(len(held), 1))
    head = max(map(len, table.columns[rank].label.split()), default=0)
    return min(max(wanted, head, NARROWEST), WIDEST)


def _letters(cell: Cell) -> int:
    """How long a cell is, its marks and the words of its note under it."""
    return max((len(cell.text), *map(len, cell.tags), *map(len, cell.note.split())))
