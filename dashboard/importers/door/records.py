"""Lines of a CSV to cells: no line is ever swallowed by a quotation mark of another."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.domain import french
from dashboard.importers.door.text import damaged
from dashboard.importers.imported import refuse
from dashboard.schema import Problem

SEPARATORS = ";,\t|"
MAX_COLUMNS = 1_000
MAX_CELLS = 12_500_000
"""Cells of one table: the twelve columns of a programming over all the lines that it may have."""
_CONTINUED = 30
"""Lines over which one quoted cell may run."""
_AT_ONCE = 5_000
"""Lines that are cut at once."""

_AWAY = "La ligne est laissée de côté : corrigez-la dans le fichier."


class SourceLine(NamedTuple):
    """The cells of one row and the line it begins at; or the problem that it has, without cells."""

    line: int
    after: int
    """The number of lines read up to its end."""
    cells: tuple[str, ...]
    problem: Problem | None = None
    cut: tuple[str, ...] = ()
    """The cells that it was cut into, those of a problem too; none where a mark never closes."""


def rows_under(
    name: str, lines: Iterable[str], separator: str, header: SourceLine
) -> Iterator[SourceLine]:
    """The rows under that header; Refused on the way beyond the columns or the cells of a table."""
    cells = 0
    for record in records(name, lines, separator, header.after, len(header.cells)):
        cells += len(record.cut)
        if cells > MAX_CELLS:
            message = f"le fichier a plus de {french.number(MAX_CELLS)} cases."
            raise refuse(name, message, "Donnez le fichier officiel, sans colonne vide.")
        yield record


def records(
    name: str, lines: Iterable[str], separator: str, start: int = 0, width: int = 0
) -> Iterator[SourceLine]:
    """The rows from that line on (0 is the first), blank lines left out; Refused for a line of more
    columns than a table has.

    ``width`` is the number of columns of the header, 0 before it is known: a row with more cells
    than that is a problem of its line. No more lines are held at once than a row may take.
    """
    coming, held, before, last = itertools.islice(lines, start, None), list[str](), start, False
    while not last:
        more = list(itertools.islice(coming, _AT_ONCE))
        held, last = [*held, *more], len(more) < _AT_ONCE
        window = _Window(name, separator, width, before, held, not damaged("".join(held)))
        place = yield from window.records(len(held) if last else len(held) - _CONTINUED)
        held, before = held[place:], before + place


@dataclass(frozen=True, slots=True)
class _Window:
    """Lines of a text, those ``before`` them being counted; ``sound`` where none is damaged."""

    name: str
    separator: str
    width: int
    before: int
    lines: list[str]
    sound: bool

    def records(self, end: int) -> Generator[SourceLine, None, int]:
        """The rows that begin before that one of the lines; gives the line that comes after."""
        place = 0
        while place < end:
            if self.lines[place].strip():
                record = self._record(place)
                place = record.after - self.before
                yield record
            else:
                place += 1
        return place

    def _record(self, place: int) -> SourceLine:
        cells, after = _cells(self.lines, self.separator, place, self.width)
        line, cut = self.before + place + 1, tuple(cells or ())
        _check_columns(self.name, line, len(cut))
        said = self._damage(place, after) or _fault(cells, self.width)
        if said:
            problem = Problem(self.name, line, "", "", said, _AWAY, False)
            return SourceLine(line, self.before + after, (), problem, cut)
        return SourceLine(line, self.before + after, cut, None, cut)

    def _damage(self, place: int, after: int) -> str:
        return "" if self.sound else damaged("".join(self.lines[place:after]))


def _check_columns(name: str, number: int, columns: int) -> None:
    if columns > MAX_COLUMNS:
        message = f"la ligne a plus de {french.number(MAX_COLUMNS)} colonnes."
        raise refuse(name, message, "Donnez le fichier officiel, sans colonne vide.", number)


def _trimmed(line: str, separator: str) -> str:
    """The line without the empty columns at its end: an official file has a thousand of them."""
    return line if '"' in line else line.rstrip(f"{separator} ")


def _fault(cells: list[str] | None, width: int) -> str:
    if cells is None:
        return "un guillemet s’ouvre et ne se ferme pas."
    if 0 < width < len(cells) and any(cell.strip() for cell in cells[width:]):
        return f"la ligne a {len(cells)} cases pour {width} colonnes."
    return ""


def _cells(
    lines: Sequence[str], separator: str, place: int, width: int
) -> tuple[list[str] | None, int]:
    """The cells of the row, None where a mark never closes, and the line that comes after."""
    line = _trimmed(lines[place], separator)
    if '"' not in line:
        return line.split(separator), place + 1
    cells, is_open = _parsed(line, separator)
    if cells is not None:
        return cells, place + 1
    if not is_open:
        return line.split(separator), place + 1
    return _continued(lines, separator, place, width)


def _parsed(text: str, separator: str) -> tuple[list[str] | None, bool]:
    """The cells under the rules of CSV, None where they are broken; whether a mark stays open."""
    try:
        rows = list(csv.reader([text], delimiter=separator, strict=True))
    except csv.Error as error:
        return None, "unexpected end" in str(error)
    return rows[0], False


def _continued(
    lines: Sequence[str], separator: str, place: int, width: int
) -> tuple[list[str] | None, int]:
    """The cells of a row that a quoted cell carries over several lines.

    A line below that is a whole row by itself was never part of that cell.
    """
    wide = width or lines[place].count(separator) + 1
    below = itertools.takewhile(
        lambda line: not _is_whole(line, separator, wide), lines[place + 1 : place + _CONTINUED]
    )
    texts = (f"{line}\n" for line in itertools.chain([lines[place]], below))
    reader = csv.reader(texts, delimiter=separator, strict=True)
    try:
        return next(reader), place + reader.line_num
    except csv.Error:
        return None, place + 1


def _is_whole(line: str, separator: str, width: int) -> bool:
    cells, is_open = _parsed(line, separator)
    if cells is None and not is_open:
        cells = line.split(separator)
    return cells is not None and len(cells) >= width > 1
