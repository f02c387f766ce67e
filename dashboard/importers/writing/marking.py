"""A file given back as a workbook, its faulty cells coloured, each with what is said of it."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.importers.mending import PlacedFaults
from dashboard.spreadsheet import inert, printable

_FAULT = PatternFill("solid", fgColor="F6C9C2")
_SIZE = {"width": 320, "height": 120}
_AUTHOR = "Contrôle"
_LIST = "Cases à corriger"


def marked(where: PlacedFaults) -> bytes:
    """The XLSX: the sheet as it was read, then the list of its faults, for who sees no colour."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _sheet(book.create_sheet((where.grid.name or "Données")[:31]), where)
    _faults(book.create_sheet(_LIST), where)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _sheet(page: Worksheet, where: PlacedFaults) -> None:
    for line, cells in where.grid.rows:
        for rank, cell in enumerate(cells, start=1):
            if cell:
                inert([page.cell(line, rank, printable(cell))])
    for spot, column in where.spots:
        box = page.cell(spot.row, column + 1)
        box.fill, box.font = _FAULT, Font(bold=True)
        box.comment = Comment(printable(spot.said), _AUTHOR, **_SIZE)


def _faults(page: Worksheet, where: PlacedFaults) -> None:
    page.append(["Ligne", "Colonne", "Valeur", "Ce qui ne va pas"])
    for cell in page[1]:
        cell.font = Font(bold=True)
    for spot, _ in sorted(where.spots, key=lambda item: (item[0].row, item[1])):
        page.append([spot.row, *map(printable, (spot.column, spot.value, spot.said))])
        inert(page[page.max_row])
    for letter, width in zip("ABCD", (8, 28, 32, 90), strict=True):
        page.column_dimensions[letter].width = width
