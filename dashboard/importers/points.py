"""Files of named points: a header that is known, a longitude and a latitude a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import shapely

from dashboard.importers.account import Left, RowAccount, account_of, refusal
from dashboard.importers.imported import Document, refuse
from dashboard.importers.source_table import SourceTable, has_header, key, read_source_table
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import Problem, Problems

_WHERE = frozenset({"longitude", "latitude"})
_AWAY = "Écrivez un nom, une longitude et une latitude en degrés."


@dataclass(frozen=True, slots=True)
class LocatedLine:
    """One line: its number in the file, its cells by header (as ``key``), where it is."""

    line: int
    cells: Mapping[str, str]
    lon: str
    lat: str


@dataclass(frozen=True, slots=True)
class PointFile:
    """A file of points: the number of every line, the points, what is refused, what is left.

    ``notes`` says which sheet of a workbook was read.
    """

    lines: tuple[int, ...]
    held: tuple[LocatedLine, ...]
    refused: Problems
    left: tuple[Left, ...]
    notes: tuple[str, ...]

    def account(self, more: Iterable[Left] = ()) -> RowAccount:
        """The fate of each line, ``more`` of them being left aside by the importer."""
        left = (*self.left, *more)
        gone = {item.line for item in left}
        taken = (point.line for point in self.held if point.line not in gone)
        return account_of(self.lines, taken, self.refused, left)


def has_points(document: Document, *needed: str) -> bool:
    """Whether the file has these headers (as ``key``), a longitude and a latitude."""
    return has_header(document, (_WHERE | set(needed)).issubset)


def read_points(document: Document, territory: TerritoryFolder, *needed: str) -> PointFile:
    """The points of the file; those of another territory are left aside. Refused
    without a name, a longitude and a latitude."""
    sheet = read_source_table(document, (_WHERE | set(needed)).issubset)
    if sheet is None:
        message = "les colonnes attendues n’y sont pas."
        raise refuse(document.name, message, "Il faut un nom, une longitude et une latitude.")
    found = tuple(_each(sheet, territory, needed))
    return PointFile(
        sheet.rows,
        tuple(item for item in found if isinstance(item, LocatedLine)),
        (*sheet.problems, *(item for item in found if isinstance(item, Problem))),
        tuple(item for item in found if isinstance(item, Left)),
        sheet.notes,
    )


def _each(
    sheet: SourceTable, territory: TerritoryFolder, needed: tuple[str, ...]
) -> Iterator[LocatedLine | Problem | Left]:
    for line, named in sheet.lines:
        cells = {key(name): text for name, text in named.items()}
        missing = next((name for name in needed if not cells[name]), "")
        lon, lat = _degrees(cells["longitude"]), _degrees(cells["latitude"])
        where = f"{cells['longitude']}, {cells['latitude']}"
        if missing:
            yield refusal(sheet.name, line, missing, "", "la case est vide.", _AWAY)
        elif lon is None or lat is None:
            message = "n’est pas un point."
            yield refusal(sheet.name, line, "longitude", where, message, _AWAY)
        elif not territory.box.holds(shapely.Point(lon, lat)):
            yield Left(line, "longitude", where, "hors du territoire")
        else:
            yield LocatedLine(line, cells, _shown(lon), _shown(lat))


def _degrees(text: str) -> float | None:
    """The degrees written there: never thousands, whatever follows the mark of decimals."""
    found = re.fullmatch(r"-?\d{1,3}(?:[.,]\d+)?", text)
    return float(text.replace(",", ".")) if found else None


def _shown(degrees: float) -> str:
    """The degrees to the tenth of a metre."""
    return f"{degrees:.6f}".rstrip("0").rstrip(".")
