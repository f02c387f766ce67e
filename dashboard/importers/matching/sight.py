"""A table that no importer knows, as it is shown to who will say what its columns are."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.domain import french
from dashboard.importers.imported import Document, refuse
from dashboard.importers.matching import samples
from dashboard.importers.matching.names import likeness
from dashboard.importers.matching.proposal import FileColumn, best, proposals
from dashboard.importers.prose import layout_of
from dashboard.importers.source_table import SourceTable, first_rows, key, read_source_table
from dashboard.importers.templates import TEMPLATES
from dashboard.importers.templates.choices import NamedCodes, choices_of
from dashboard.importers.territory_folder import TerritoryFolder

MOST = 200
"""Columns of a table whose headings are compared with those of the models."""
_LEAST = 2
"""Headings that make a table."""
_LONGEST = 200
"""Characters of a heading."""
_READ = 60
"""Different cells of a column that say what it holds."""
_KNOWN = 0.85
_LISTED = 60
"""Values of a list that are offered for every line at once."""


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """A column of the file: its heading, and three of its values that say nothing of a person."""

    heading: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of a file: its columns, the number of its rows, what was read of it; the model
    that it looks like (by slug), and for each model the heading proposed for each of its columns.

    ``lists`` holds what a column of each model may name, as code and words, where that is short.
    """

    columns: tuple[SeenColumn, ...]
    rows: int
    notes: tuple[str, ...]
    template: str
    proposed: Mapping[str, Mapping[str, str]]
    lists: Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]]


def sight(document: Document, territory: TerritoryFolder) -> Sight | None:
    """What that file looks like; None where it is no table with a header and a row. Refused where
    its bytes cannot be read, or where it has too many columns to be compared."""
    table = _table(document)
    if table is None:
        return None
    columns = tuple(_columns(table))
    lists = {
        item.slug: {field.name: choices_of(field, territory) for field in item.fields}
        for item in TEMPLATES
    }
    found = proposals(columns, TEMPLATES, lists)
    return Sight(
        tuple(map(SeenColumn, (item.heading for item in columns), samples.of(columns))),
        len(table.rows),
        table.notes,
        best(found, TEMPLATES),
        {slug: {name: one.heading for name, one in held.items()} for slug, held in found.items()},
        {slug: _short(held) for slug, held in lists.items()},
    )


def _short(lists: Mapping[str, NamedCodes]) -> dict[str, tuple[tuple[str, str], ...]]:
    return {
        name: tuple((choice.code, choice.label) for choice in choices)
        for name, choices in lists.items()
        if 0 < len(choices) <= _LISTED
    }


def _table(document: Document) -> SourceTable | None:
    """The table under what looks most like a header."""
    found = _head(document)
    if len(found) < _LEAST:
        return None
    if len(found) > MOST:
        message = f"cette table a {french.counted(len(found), 'colonne')} que je ne connais pas."
        raise refuse(document.name, message, f"Gardez-en {MOST} au plus, celles qui servent.")
    wanted = frozenset(map(key, found))
    table = read_source_table(document, lambda keys: keys - {""} == wanted)
    return table if table and table.rows else None


def looks_tabular(document: Document) -> bool:
    """Whether one of its first rows may be the header of a table; Refused where its bytes cannot be
    read."""
    return len(_head(document)) >= _LEAST


def _head(document: Document) -> tuple[str, ...]:
    """What looks most like a header; nothing where no row does, and of a text that is no table."""
    layout = layout_of(document)
    if layout is not None and not layout.is_table:
        return ()
    heads = [tuple(filter(key, row)) for row in first_rows(document)]
    return max(heads, key=_rank, default=())


def _rank(head: tuple[str, ...]) -> tuple[int, int]:
    """How much it looks like a header: its headings that we know, then those that are words."""
    words = [cell for cell in head if len(cell) <= _LONGEST and not cell[:1].isdigit()]
    known = sum(_is_known(cell) for cell in words[:MOST])
    return known, len(set(map(key, words)))


def _is_known(heading: str) -> bool:
    fields = (field for item in TEMPLATES for field in item.fields)
    return any(likeness(heading, field) >= _KNOWN for field in fields)


def _columns(table: SourceTable) -> Iterator[FileColumn]:
    for heading in filter(key, table.header):
        yield FileColumn(heading, _distinct(cells[heading] for _, cells in table.lines))


def _distinct(cells: Iterable[str]) -> tuple[str, ...]:
    """The first different cells that are not empty."""
    found: dict[str, None] = {}
    for cell in filter(None, itertools.islice(cells, 5000)):
        found[cell] = None
        if len(found) == _READ:
            break
    return tuple(found)
