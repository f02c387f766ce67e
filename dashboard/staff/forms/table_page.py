"""A table as a list that one searches, sorts and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.depot.edits import RowDiff
from dashboard.domain import french
from dashboard.schema import Field, TableSchema
from dashboard.staff import paging
from dashboard.staff.forms.forms import NUMBERS
from dashboard.staff.rows.choices import Wording

SHOWN = 5
"""Columns of a list: the first ones of its table that are short and say something."""


@dataclass(frozen=True, slots=True)
class TableQuery:
    """What is asked of a list: words to find, the column that orders it, which page."""

    words: str = ""
    order: str = ""
    down: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class TablePage:
    """A page of a list: its lines, how many there are in all, how many answer, its columns."""

    lines: tuple[RowDiff, ...]
    total: int
    found: int
    page: int
    columns: tuple[Field, ...]

    @property
    def pages(self) -> int:
        """How many pages there are; one at least."""
        return paging.pages_of(self.found)


def wanted(said: Mapping[str, str], table: TableSchema) -> TableQuery:
    """What the address asks; what it cannot ask is left."""
    order = said.get("tri", "")
    return TableQuery(
        paging.words_of(said),
        order if order in table.header else "",
        said.get("sens") == "bas",
        paging.page_of(said),
    )


def table_page(
    table: TableSchema, lines: Sequence[RowDiff], asked: TableQuery, wording: Wording
) -> TablePage:
    """The page that is asked; the last one where there are fewer. A row is found by its codes and
    by their words."""
    words = french.fold(asked.words).split()
    texts = ((line, _text(line, wording) if words else "") for line in lines)
    found = [line for line, text in texts if all(word in text for word in words)]
    if asked.order:
        field = next(one for one in table.fields if one.name == asked.order)
        found.sort(key=lambda line: _rank(field, line.row.get(field.name, "")), reverse=asked.down)
    shown, page = paging.cut(found, asked.page)
    return TablePage(shown, len(lines), len(found), page, columns_of(table, lines))


def columns_of(table: TableSchema, lines: Sequence[RowDiff]) -> tuple[Field, ...]:
    """The columns of its list: those that no row fills, and long texts, are left to the form."""
    filled = {name for line in lines for name, cell in line.row.items() if cell}
    said = [field for field in table.fields if field.name in filled and not field.long]
    return tuple(said or table.fields)[:SHOWN]


def _text(line: RowDiff, wording: Wording) -> str:
    cells = line.row.items()
    return french.fold(" ".join(f"{cell} {wording.of(name, cell)}" for name, cell in cells))


def _rank(field: Field, cell: str) -> tuple[bool, float, str]:
    """What a cell is ordered by: a number by its value, a text without its accents; empty last."""
    if field.kind in NUMBERS:
        try:
            return (not cell, float(cell), "")
        except ValueError:
            return (True, 0.0, cell)
    return (not cell, 0.0, french.fold(cell))
