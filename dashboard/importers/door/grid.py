"""A file as the bare rows of its sheets, whatever its header: to show its cells, or mend them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.importers.door.archive import is_zip
from dashboard.importers.door.items import is_json
from dashboard.importers.door.lines import lines_of
from dashboard.importers.door.records import SEPARATORS, SourceLine, records
from dashboard.importers.door.workbook import is_workbook, worksheets
from dashboard.importers.imported import Document

GridRows = tuple[tuple[int, tuple[str, ...]], ...]
"""The cells of each row, under its number in the file."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one sheet; a text has one sheet, without a name, for each separator that its
    first lines hold, which a workbook has not."""

    name: str
    rows: GridRows
    separator: str = ""


def grids(document: Document) -> Iterator[Grid]:
    """The sheets of a workbook or of a table of text; none for another sort of file. Refused
    for bytes that cannot be read."""
    if is_workbook(document):
        for tab in worksheets(document):
            rows = ((rank, tuple(cells)) for rank, cells in enumerate(tab.rows, start=1))
            yield Grid(tab.name, tuple(rows))
    elif not is_json(document) and not is_zip(document.content):
        yield from _of_text(document)


def _of_text(document: Document) -> Iterator[Grid]:
    lines = list(lines_of(document))
    head = "".join(lines[:30])
    for separator in SEPARATORS:
        if separator in head:
            found = records(document.name, lines, separator)
            rows = tuple((row.line, row.cells or _whole(lines, row)) for row in found)
            yield Grid("", rows, separator)


def _whole(lines: Sequence[str], row: SourceLine) -> tuple[str, ...]:
    """A row that cannot be told into cells, in one: it is shown as it stands, and never lost."""
    return ("\n".join(lines[row.line - 1 : row.after]),)
