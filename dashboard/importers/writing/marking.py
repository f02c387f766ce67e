"""A file given back as a workbook, its faulty cells coloured, each with what is said of it."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.importers.imported import Document
from dashboard.importers.mending import PlacedFaults
from dashboard.importers.writing.books import book_of, content_of, title
from dashboard.spreadsheet import inert, printable

_FAULT = PatternFill("solid", fgColor="F6C9C2")
_SIZE = {"width": 320, "height": 120}
AUTHOR = "Contrôle"
_LIST = "Cases à corriger"


def marked(document: Document, where: PlacedFaults) -> bytes:
    """The XLSX: the workbook as it was given, or the sheet as it was read; then the list of its
    faults, for who sees no colour. What an earlier check marked in it is marked no more."""
    book = book_of(document, [where.grid], where.grid)
    page = book[title(where.grid)]
    _forget(page)
    for spot, column in where.spots:
        _mark(page.cell(spot.row, column + 1), spot.said)
    if _LIST in book.sheetnames:
        del book[_LIST]
    _faults(book.create_sheet(_LIST), where)
    return content_of(book)


def _mark(box: object, said: str) -> None:
    if isinstance(box, Cell):
        box.fill, box.font = _FAULT, box.font + Font(bold=True)
        box.comment = Comment(printable(said), AUTHOR, **_SIZE)


def _forget(page: Worksheet) -> None:
    for row in page.iter_rows():
        for box in row:
            if isinstance(box, Cell) and box.comment and box.comment.author == AUTHOR:
                box.comment, box.fill = None, PatternFill()


def _faults(page: Worksheet, where: PlacedFaults) -> None:
    page.append(["Ligne", "Colonne", "Valeur", "Ce qui ne va pas"])
    for cell in page[1]:
        cell.font = Font(bold=True)
    for spot, _ in sorted(where.spots, key=lambda item: (item[0].row, item[1])):
        page.append([spot.row, *map(printable, (spot.column, spot.value, spot.said))])
        inert(page[page.max_row])
    for letter, width in zip("ABCD", (8, 28, 32, 90), strict=True):
        page.column_dimensions[letter].width = width
