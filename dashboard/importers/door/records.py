"""Lines of a CSV to cells: no line is ever swallowed by a quotation mark of another."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.domain import french
from dashboard.importers.door.text import damaged
from dashboard.importers.imported import refuse
from dashboard.schema import Problem

SEPARATORS = ";,\t|"
MAX_COLUMNS = 1_000
MAX_LINES = 300_000
_BESIDE = 2
"""Lines beside those: the header, and the nothing after the end of the last one."""
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


def records(
    name: str, lines: Sequence[str], separator: str, start: int = 0, width: int = 0
) -> Iterator[SourceLine]:
    """The rows from that line on (0 is the first), blank lines left out.

    ``width`` is the number of columns of the header, 0 before it is known: a row with more cells
    than that is a problem of its line.
    """
    if len(lines) > MAX_LINES + _BESIDE:
        message = f"le fichier a plus de {french.number(MAX_LINES)} lignes."
        raise refuse(name, message, "Donnez le fichier officiel d’une seule année.")
    place = start
    while place < len(lines):
        if lines[place].strip():
            record = _record(name, lines, separator, place, width)
            place = record.after
            yield record
        else:
            place += 1


def _record(name: str, lines: Sequence[str], separator: str, place: int, width: int) -> SourceLine:
    line = _trimmed(lines[place], separator)
    if line.count(separator) >= MAX_COLUMNS:
        message = f"la ligne a plus de {french.number(MAX_COLUMNS)} colonnes."
        raise refuse(name, message, "Donnez le fichier officiel, sans colonne vide.", place + 1)
    cells, after = _cells(lines, separator, place, width)
    said = damaged(line) or _fault(cells, width)
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
    text = lines[place]
    for after in range(place + 1, min(place + _CONTINUED, len(lines))):
        if _is_whole(lines[after], separator, width or lines[place].count(separator) + 1):
            break
        text = f"{text}\n{lines[after]}"
        cells, is_open = _parsed(text, separator)
        if cells is not None:
            return cells, after + 1
        if not is_open:
            break
    return None, place + 1


def _is_whole(line: str, separator: str, width: int) -> bool:
    cells, is_open = _parsed(line, separator)
    if cells is None and not is_open:
        cells = line.split(separator)
    return cells is not None and len(cells) >= width > 1
