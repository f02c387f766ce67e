"""The faulty cells of a file where they stand: marked in a copy of it, or corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from dashboard.importers.door.grid import Grid, grids
from dashboard.importers.imported import Document, refuse
from dashboard.importers.personal_data import unnamed
from dashboard.importers.reading import plain
from dashboard.importers.source_table import key
from dashboard.importers.writing.books import (
    WrittenCells,
    book_of,
    content_of,
    is_ods,
    ods_with,
    put,
    title,
)
from dashboard.importers.writing.rows import text_of_rows

_HEADER_WITHIN = 30
MOST = 20_000
"""Rows of a file that is given back marked: a larger one is mended where it comes from."""


@dataclass(frozen=True, slots=True)
class FaultyCell:
    """A faulty cell as a fault names it: its row, the title of its column, what it holds, and what
    is said of it; or what it is to hold."""

    row: int
    column: str
    value: str
    said: str


@dataclass(frozen=True, slots=True)
class PlacedFaults:
    """The sheet where faults stand, and the column of each of those that were found there."""

    grid: Grid
    spots: tuple[tuple[FaultyCell, int], ...]


def placed(document: Document, spots: Sequence[FaultyCell]) -> PlacedFaults | None:
    """The sheet of the file that holds most of these cells; None where none is found."""
    found = [PlacedFaults(grid, tuple(_found(grid, spots))) for grid in grids(document)]
    best = max(found, key=lambda item: len(item.spots), default=None)
    return best if best and best.spots else None


def mended(document: Document, spots: Sequence[FaultyCell]) -> Document:
    """The file with these cells holding what is ``said``, in its own format; an XLS becomes an
    XLSX. Refused where one of them is not found in it."""
    where = placed(document, spots)
    if where is None or len(where.spots) < len(spots):
        message = "une case à corriger ne s’y trouve plus."
        raise refuse(document.name, message, "Corrigez-la dans votre fichier, et redonnez-le.")
    new = {(spot.row, column): spot.said for spot, column in where.spots}
    if where.grid.separator:
        return replace(document, content=_text(where.grid, new))
    if is_ods(document):
        return replace(document, content=ods_with(document, where.grid.name, new))
    name = PurePath(document.name).with_suffix(".xlsx").name
    return Document(name, _workbook(document, where.grid, new))


def _text(grid: Grid, new: WrittenCells) -> bytes:
    rows = tuple(
        (line, tuple(new.get((line, rank), cell) for rank, cell in enumerate(cells)))
        for line, cells in grid.rows
    )
    return text_of_rows(rows, grid.separator).encode()


def _workbook(document: Document, grid: Grid, new: WrittenCells) -> bytes:
    book = book_of(document, grids(document), grid)
    page = book[title(grid)]
    for (row, column), text in new.items():
        put(page.cell(row, column + 1), text)
    return content_of(book)


def _found(grid: Grid, spots: Iterable[FaultyCell]) -> Iterator[tuple[FaultyCell, int]]:
    rows = dict(grid.rows)
    titles = [cells for _, cells in grid.rows[:_HEADER_WITHIN]]
    for spot in spots:
        column = _column(rows.get(spot.row, ()), spot, titles)
        if column is not None:
            yield spot, column


def _column(cells: tuple[str, ...], spot: FaultyCell, titles: list[tuple[str, ...]]) -> int | None:
    """The column of that cell: under its title, and holding what was read there, or already what it
    is to hold: a correction that was stopped is made again."""
    wanted = key(spot.column)
    return next(
        (
            rank
            for rank, cell in enumerate(cells)
            if {spot.value, spot.said} & {plain(cell), unnamed(plain(cell))}
            and any(rank < len(row) and key(row[rank]) == wanted for row in titles)
        ),
        None,
    )
