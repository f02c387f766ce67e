"""A shapefile without the persons whom its table names: its outlines are numbers, and stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePath

from dashboard.importers.door.dbase import (
    PLAIN,
    DbaseColumn,
    DbaseTable,
    encoding_of,
    encoding_said,
    table_of,
)
from dashboard.importers.imported import Document
from dashboard.importers.personal_headings import personal_columns
from dashboard.importers.unnaming.attributes import titles_without
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.unnaming.withdrawn import WITHDRAWN, holds_nobody
from dashboard.importers.writing.dbase import content_of, with_rows

_RAW = "surrogateescape"
_BLANKS = b"\0 "
_AT_ONCE = 50_000
"""Cells of a column that are remembered: most are said often."""


def nameless_shapefile(files: Sequence[Document]) -> tuple[Document, ...]:
    """The files of a shapefile without them, each itself where it has nothing to lose; without its
    table where that is none."""
    said = next((_first_line(item) for item in files if _sort(item) == ".cpg"), None)
    return tuple(kept for item in files if (kept := _nameless(item, said)) is not None)


def _sort(document: Document) -> str:
    return PurePath(document.name.lower()).suffix


def _first_line(document: Document) -> str:
    """What the file says, as it is read: no further than its first line."""
    return (document.content.decode("latin-1").splitlines() or [""])[0].strip()


def _nameless(document: Document, said: str | None) -> Document | None:
    """The file without them, in a shapefile that says that encoding; None for what is none."""
    content: bytes | None = document.content
    if _sort(document) == ".cpg":
        known = said is not None and encoding_said(said) != PLAIN
        content = str(said).encode() if known else PLAIN.encode()
    elif _sort(document) == ".prj":
        content = _unquoted(document.content)
    elif _sort(document) == ".dbf":
        content = _of_table(document.content, said)
    if content is None or content == document.content:
        return document if content is not None else None
    return Document(document.name, content)


def _unquoted(content: bytes) -> bytes:
    """What a system says of itself without the persons whom one of its names tells."""
    persons, parts = MetPersons(), content.decode("utf-8", _RAW).split('"')
    return '"'.join(map(persons.out_of, parts)).encode("utf-8", _RAW)


def _of_table(content: bytes, said: str | None) -> bytes | None:
    table = table_of(content)
    return content_of(_without(table, encoding_of(table, said))) if table else None


def _without(table: DbaseTable, encoding: str) -> DbaseTable:
    persons = MetPersons.beside((table.records.decode(encoding, _RAW),))
    titles = [column.name.decode(encoding, _RAW) for column in table.columns]
    held = personal_columns(titles)
    told = zip(titles_without(titles, persons), titles, table.columns, strict=True)
    columns = tuple(
        column if new == old else replace(column, name=new.encode()) for new, old, column in told
    )
    pens = [_Pen(column, encoding, persons) for column in columns]
    outs = [pen.withdrawn if rank in held else pen.without for rank, pen in enumerate(pens)]
    quick = [lru_cache(_AT_ONCE)(out) for out in outs]
    rows = (
        tuple(out(cell) for out, cell in zip(quick, cells, strict=True)) if cells else ()
        for cells in table.rows()
    )
    return replace(with_rows(table, rows), columns=columns)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes the cells of a column in an encoding."""

    column: DbaseColumn
    encoding: str
    persons: MetPersons

    def without(self, cell: bytes) -> bytes:
        """The cell without persons, nor what follows the end of its text: that is never read."""
        said, _, rest = cell.partition(b"\0")
        text = said.rstrip().decode(self.encoding, _RAW)
        new = self.persons.out_of(text)
        if new != text:
            return self._fitted(new)
        return said.ljust(len(cell)) if rest.strip(_BLANKS) else cell

    def withdrawn(self, cell: bytes) -> bytes:
        """What stands instead of a cell that holds a person."""
        said = cell.strip(_BLANKS).decode(self.encoding, _RAW)
        return cell if holds_nobody(said) else self._fitted(WITHDRAWN)

    def _fitted(self, text: str) -> bytes:
        """The text as wide as the column, no letter cut; nothing in a column of no text."""
        width = self.column.width
        told = text.encode(self.encoding, "replace")[:width] if self.column.is_text else b""
        whole = told.decode(self.encoding, "ignore").encode(self.encoding)
        return whole.ljust(width)
