"""A table as a list that one searches, sorts and pages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.depot.edits import RowDiff
from dashboard.domain import french
from dashboard.schema import Field, TableSchema
from dashboard.staff import paging
from dashboard.staff.indexes.row_index import IndexColumn
from dashboard.staff.indexes.sorting import SortKey, sort_key
from dashboard.staff.indexes.text_pack import Mask, Ranks
from dashboard.staff.rows.choices import Wording
from dashboard.staff.rows.table_lines import TableLines

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
    table: TableSchema, lines: TableLines, asked: TableQuery, wording: Wording
) -> TablePage:
    """The page that is asked; the last one where there are fewer. A row is found by its codes and
    by their words."""
    found = _found(lines, french.fold(asked.words).split(), wording)
    count = int(np.count_nonzero(found))
    start, page = paging.start(count, asked.page)
    if asked.order:
        ranks = _ordered(lines, asked, found, start)
    else:
        ranks = np.flatnonzero(found)[start : start + paging.EACH]
    shown = tuple(lines[int(rank)] for rank in ranks)
    return TablePage(shown, len(lines), count, page, columns_of(table, lines))


def columns_of(table: TableSchema, lines: TableLines) -> tuple[Field, ...]:
    """The columns of its list: those that no row fills, and long texts, are left to the form."""
    said = [field for field in table.fields if not field.long and _is_filled(lines, field.name)]
    return tuple(said or table.fields)[:SHOWN]


def _is_filled(lines: TableLines, name: str) -> bool:
    """Whether a row fills that column."""
    if any(line.row.get(name) for line in lines.moved.values()):
        return True
    if name not in lines.index.columns:
        return False
    befores = (line.before for line in lines.moved.values())
    gone = sum(1 for row in befores if row and row.get(name))
    return gone < lines.index.column(name).filled


def _found(lines: TableLines, words: Sequence[str], wording: Wording) -> Mask:
    """Which rows hold every one of those words."""
    index = lines.index
    found = np.ones(len(index), np.bool_)
    for word in words:
        found &= index.holding(word) | wording.holding(index, word)
    return lines.judged(found, lambda line: not words or _holds(_text(line, wording), words))


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _text(line: RowDiff, wording: Wording) -> str:
    cells = line.row.items()
    return french.fold(" ".join(f"{cell} {wording.of(name, cell)}" for name, cell in cells))


def _ordered(lines: TableLines, asked: TableQuery, found: Mask, start: int) -> Ranks:
    """The ranks of the page that begins at ``start`` of the rows that are found, in order: only
    the rows around it are sorted."""
    places = _places(lines, asked.order)
    if asked.down:
        places = places.max(initial=0) - places
    ends = np.cumsum(np.bincount(places[found]))
    last = min(start + paging.EACH, int(ends[-1]) if len(ends) else 0)
    first, end = (int(place) for place in np.searchsorted(ends, (start, last - 1), side="right"))
    ranks = np.flatnonzero(found & (places >= first) & (places <= end))
    ranks = ranks[np.argsort(places[ranks], kind="stable")]
    before = int(ends[first - 1]) if first else 0
    return ranks[start - before : last - before]


def _places(lines: TableLines, name: str) -> Ranks:
    """Where each row stands by that column, the same for those that are ordered alike: a cell of
    the files has an odd place, one that none of them holds an even one between two."""
    field = next(one for one in lines.table.fields if one.name == name)
    column = lines.index.column(name)
    found = np.zeros(len(lines), np.int64)
    found[: len(lines.index)] = (2 * column.groups.astype(np.int64) + 1)[column.codes]
    keys = _GroupKeys(column)
    for rank, line in lines.moved.items():
        key = sort_key(field.kind, line.row.get(name, ""))
        place = bisect_left(keys, key)
        same = place < len(keys) and keys[place] == key
        found[rank] = 2 * place + same
    return found


class _GroupKeys(Sequence[SortKey]):
    """What each group of cells of a column is ordered by."""

    def __init__(self, column: IndexColumn) -> None:
        self._column = column

    def __len__(self) -> int:
        return int(self._column.groups[-1]) + 1 if len(self._column.groups) else 0

    def __getitem__(self, group: int) -> SortKey:  # type: ignore[override]
        return self._column.key(group)
