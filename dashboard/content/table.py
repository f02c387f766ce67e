"""A table as values: its columns, its rows, its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.lazy_sequence import each
from dashboard.text import Span


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``sort`` is the link that sorts by it, ``sorted`` its ARIA state;
    ``note`` is what files call the column that they give to the notes of its cells; ``detail``
    columns are left out of a sheet of paper that cannot hold them all."""

    label: str
    numeric: bool = False
    sort: str = ""
    sorted: str = ""
    note: str = ""
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What is read, the value of files and its ``decimals``, a link, small tags; ``act`` is a
    second, quieter link: what else may be done; ``noted`` the number of the note."""

    text: str
    value: float | str | None = None
    href: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    strong: bool = False
    decimals: int | None = None
    act: Span | None = None
    noted: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row; its first cell is its header. ``group`` rows head those that follow."""

    cells: tuple[Cell, ...]
    group: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A real table; ``paged``: shown page by page; ``total``: it has the first of so many rows;
    ``noun``: what one row is, and several."""

    caption: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    notes: tuple[str, ...] = ()
    empty: str = "Aucune ligne pour cette vue."
    paged: bool = False
    total: int = 0
    noun: tuple[str, str] = ("ligne", "lignes")

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", each(self.rows, self._fitting))

    def _fitting(self, row: Row) -> Row:
        if len(row.cells) == len(self.columns) or row.group:
            return row
        raise ValueError(f"« {self.caption} » : une ligne n’a pas {len(self.columns)} cases")
