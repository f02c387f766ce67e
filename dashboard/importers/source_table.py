"""A table of a file as lines of cells, each with its number, under the headers that are looked for.

The separator of a CSV, and the sheet of a workbook, are those under which the header is found.
"""

from __future__ import annotations

import itertools
from array import array
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.domain import french
from dashboard.importers.door import pace
from dashboard.importers.door.archive import is_zip
from dashboard.importers.door.file import bounded
from dashboard.importers.door.items import is_json
from dashboard.importers.door.lines import lines_of
from dashboard.importers.door.records import (
    SEPARATORS,
    SourceLine,
    records,
    rows_under,
)
from dashboard.importers.door.text import damaged
from dashboard.importers.door.workbook import Worksheet, is_workbook, worksheets
from dashboard.importers.imported import Document, refuse
from dashboard.importers.packed_lines import PackedLines
from dashboard.importers.reading import lined, plain
from dashboard.schema import PackedRows, Problem, Problems

_HEADER_WITHIN = 30
_TITLE = 500
"""Characters of the longest cell that may be the title of a column."""

IsHeader = Callable[[frozenset[str]], bool]


@dataclass(frozen=True, slots=True)
class SourceTable:
    """The header, and each line as number and cells by header. Empty trailing columns are gone.

    ``problems`` holds the lines that could not be told apart or read: they are not in ``lines``.
    ``tabs`` holds the sheets of a workbook that have such a header: the first one was read.
    """

    name: str
    header: tuple[str, ...]
    lines: PackedLines
    problems: Problems = ()
    tabs: tuple[Worksheet, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """Which sheet of a workbook was read, its formulas, and the sheets that were not read."""
        return tuple(_notes(*self.tabs)) if self.tabs else ()

    @property
    def rows(self) -> tuple[int, ...]:
        """The number of every row under the header, those that are problems included."""
        return tuple(sorted([*self.lines.numbers, *(problem.row for problem in self.problems)]))


def _notes(read: Worksheet, *others: Worksheet) -> Iterator[str]:
    yield f"Feuille lue : {_named(read)}."
    if read.computed:
        one = "case est une formule : elle est prise telle que le fichier l’a gardée"
        many = "cases sont des formules : elles sont prises telles que le fichier les a gardées"
        yield f"{french.counted(read.computed, one, many)}, sans les recalculer."
    if others:
        left = french.listed(list(map(_named, others)))
        yield f"Autres feuilles du même genre, non lues : {left}. Donnez-les en fichiers séparés."


def _named(tab: Worksheet) -> str:
    return f"« {tab.name} »{' (masquée)' if tab.hidden else ''}"


@dataclass(frozen=True, slots=True)
class _Found:
    """A header where it stands, and the rows under it, not yet read."""

    line: int
    header: tuple[str, ...]
    rows: Iterable[SourceLine]
    total: int
    tab: Worksheet | None = None


@lru_cache(maxsize=10_000)
def key(header: str) -> str:
    """A header as it is compared: letters and digits only, without accents nor case."""
    return "".join(char for char in french.fold(header) if char.isalnum())


def has_header(document: Document, is_header: IsHeader) -> bool:
    """Whether one of the first 30 lines is such a header; Refused for bytes that cannot be read."""
    return next(_headers(bounded(document), is_header), None) is not None


def read_source_table(
    document: Document, is_header: IsHeader, long: Container[str] = ()
) -> SourceTable | None:
    """The table whose header (as ``key``) satisfies the test, sought in the first 30 lines.

    The cells of the columns named in ``long`` (as ``key``) keep their lines. None where no line of
    no sheet is such a header. Refused where the bytes cannot be read.
    """
    found = tuple(_headers(bounded(document), is_header))
    if not found:
        return None
    tabs = tuple(item.tab for item in found if item.tab)
    return _sheet(document.name, found[0], tabs, long)


def first_rows(document: Document) -> Iterator[tuple[str, ...]]:
    """The first 30 rows of a text under the separator by which most of them have the same width,
    or of each sheet of a workbook, visible ones first: one of them may be a header. None of another
    sort of file; Refused for bytes that cannot be read, and beyond the columns of a table."""
    document = bounded(document)
    if is_workbook(document):
        for tab in _visible_first(document):
            yield from map(_header, tab.rows[:_HEADER_WITHIN])
    elif not is_json(document) and not is_zip(document.content):
        lines = lines_of(document)
        heads = (_head(document.name, lines, separator) for separator in SEPARATORS)
        yield from max(heads, key=_agreement)


def _head(name: str, lines: Iterable[str], separator: str) -> list[tuple[str, ...]]:
    """The first rows of those lines, cut at that separator."""
    found = itertools.islice(records(name, lines, separator), _HEADER_WITHIN)
    return [_header(row.cells) for row in found]


def _agreement(rows: list[tuple[str, ...]]) -> int:
    """How much rows of several cells have the same width: their number counts twice, so that a list
    in a few cells cuts no table, and their width once, so that a comma in the words of all of them
    does not either."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max((count * count * width for width, count in widths.items()), default=0)


def _visible_first(document: Document) -> list[Worksheet]:
    """What is hidden is read where nothing else answers."""
    return sorted(worksheets(document), key=lambda item: item.hidden)


def _headers(document: Document, is_header: IsHeader) -> Iterator[_Found]:
    """The header of a text; that of each sheet of a workbook that holds one."""
    if is_workbook(document):
        yield from _of_workbook(document, is_header)
    elif not is_json(document) and not is_zip(document.content):
        yield from itertools.islice(_of_text(document, is_header), 1)


def _of_text(document: Document, is_header: IsHeader) -> Iterator[_Found]:
    lines = lines_of(document)
    for separator in SEPARATORS:
        head = records(document.name, lines, separator)
        for row in itertools.islice(head, _HEADER_WITHIN):
            header = _header(row.cells)
            if _answers(header, is_header):
                rest = rows_under(document.name, lines, separator, row)
                yield _Found(row.line, header, rest, lines.total)
                break


def _of_workbook(document: Document, is_header: IsHeader) -> Iterator[_Found]:
    for tab in _visible_first(document):
        for rank, cells in enumerate(tab.rows[:_HEADER_WITHIN]):
            header = _header(cells)
            if _answers(header, is_header):
                rest = _numbered(document.name, tab.rows[rank + 1 :], rank + 1)
                yield _Found(rank + 1, header, rest, len(tab.rows), tab)
                break


def _numbered(name: str, rows: list[list[str]], before: int) -> Iterator[SourceLine]:
    for line, cells in enumerate(rows, start=before + 1):
        said = next(filter(None, map(damaged, cells)), "")
        if said:
            remedy = "La ligne est laissée de côté : corrigez-la dans le fichier."
            yield SourceLine(line, line, (), Problem(name, line, "", "", said, remedy, False))
        elif any(cells):
            yield SourceLine(line, line, tuple(cells))


def _header(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(plain(cell) for cell in cells)


def _answers(header: tuple[str, ...], is_header: IsHeader) -> bool:
    return is_header(frozenset(key(cell) for cell in header if 0 < len(cell) <= _TITLE))


def _sheet(
    name: str, found: _Found, tabs: tuple[Worksheet, ...], long: Container[str]
) -> SourceTable:
    named = [(rank, cell) for rank, cell in enumerate(found.header) if cell]
    written = Counter(key(cell) or cell for _, cell in named)
    twice = [cell for _, cell in named if written[key(cell) or cell] > 1]
    if twice:
        message = f"la colonne « {twice[0]} » est là deux fois."
        raise refuse(name, message, "Gardez-en une seule.", found.line)
    numbers: array[int] = array("l")
    problems: list[Problem] = []
    ranks = [str(rank) for rank in range(len(found.header))]
    cleaning = {str(rank): lined if key(title) in long else plain for rank, title in named}
    held = PackedRows.of_cells(ranks, _kept(found, numbers, problems), cleaning)
    rows = PackedRows({title: held.column(str(rank)) for rank, title in named}, held.height)
    titles = tuple(title for _, title in named)
    return SourceTable(name, titles, PackedLines(numbers, rows), tuple(problems), tabs)


def _kept(found: _Found, numbers: array[int], problems: list[Problem]) -> Iterator[tuple[str, ...]]:
    """The cells of each line that holds some, one for each of the header, its number being added to
    those; what is wrong with the others is added to the problems."""
    width = len(found.header)
    for record in found.rows:
        pace.said(record.line, found.total)
        if record.problem:
            problems.append(record.problem)
        elif any(cells := record.cells):
            numbers.append(record.line)
            yield cells if len(cells) == width else (*cells, *[""] * (width - len(cells)))[:width]
