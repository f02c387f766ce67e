"""Lines of a CSV to cells: no line is ever swallowed by a quotation mark of another."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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

_AWAY = "La ligne est laissée de côté : corrigez-la dans le fichier."


@dataclass(frozen=True, slots=True)
class SourceLine:
    """The cells of one row and the line it begins at; or the problem that it has, without cells."""

    line: int
    after: int
    """The number of lines read up to its end."""
    cells: tuple[str, ...]
    problem: Problem | None = None


def rows_under(
    name: str, lines: Sequence[str], separator: str, header: SourceLine
) -> Iterator[SourceLine]:
    """The rows under that header; Refused beyond the columns or the cells of a table."""
    _check_extent(name, lines, separator)
    yield from records(name, lines, separator, header.after, len(header.cells))


def records(
    name: str, lines: Sequence[str], separator: str, start: int = 0, width: int = 0
) -> Iterator[SourceLine]:
    """The rows from that line on (0 is the first), blank lines left out.

    ``width`` is the number of columns of the header, 0 before it is known: a row with more cells
    than that is a problem of its line.
    """
    place = start
    while place < len(lines):
        if lines[place].strip():
            record = _record(name, lines, separator, place, width)
            place = record.after
            yield record
        else:
            place += 1


def _check_extent(name: str, lines: Sequence[str], separator: str) -> None:
    """Refused where a line has more columns, or all the lines more cells, than a table has."""
    cells = 0
    for number, line in enumerate(lines, start=1):
        columns = _trimmed(line, separator).count(separator) + 1
        _check_columns(name, number, columns)
        cells += columns
    if cells > MAX_CELLS:
        message = f"le fichier a plus de {french.number(MAX_CELLS)} cases."
        raise refuse(name, message, "Donnez le fichier officiel, sans colonne vide.")


def _check_columns(name: str, number: int, columns: int) -> None:
    if columns > MAX_COLUMNS:
        message = f"la ligne a plus de {french.number(MAX_COLUMNS)} colonnes."
        raise refuse(name, message, "Donnez le fichier officiel, sans colonne vide.", number)


def _record(name: str, lines: Sequence[str], separator: str, place: int, width: int) -> SourceLine:
    line = _trimmed(lines[place], separator)
    _check_columns(name, place + 1, line.count(separator) + 1)
    cells, after = _cells(lines, separator, place, width)
    said = damaged("".join(lines[place:after])) or _fault(cells, width)
    if said:
        return SourceLine(
            place + 1, after, (), Problem(name, place + 1, "", "", said, _AWAY, False)
        )
    return SourceLine(place + 1, after, tuple(cells or ()))


def _trimmed(line: str, separator: str) -> str:
    """The line without the empty columns at its end: an official file has a thousand of them."""
    return line if '"' in line else line.rstrip(f"{separator} ")


def _fault(cells: list[str] | None, width: int) -> str:
    if cells is None:
        return "un guillemet s’ouvre et ne se ferme pas."
    if width and any(cell.strip() for cell in cells[width:]):
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
