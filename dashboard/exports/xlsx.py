"""XLSX: numbers as numbers, codes as texts, a « Lisez-moi » sheet."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as Box
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.content import Cell
from dashboard.exports.frame import Sheet, header, rows

WIDTHS = (12, 60)


def write(sheet: Sheet) -> bytes:
    """The workbook: « Lisez-moi » first, then « Données »."""
    book = Workbook()
    about = book.active
    if not isinstance(about, Worksheet):
        raise TypeError("un classeur neuf a une feuille")
    about.title = "Lisez-moi"
    for label, said in sheet.about:
        about.append([label, _text(said)])
    about.column_dimensions["A"].width = 16
    about.column_dimensions["B"].width = 100
    for row in about.iter_rows():
        row[0].font = Font(bold=True)
        row[1].alignment = Alignment(wrap_text=True, vertical="top")
    _data(book.create_sheet("Données"), sheet)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _data(page: Worksheet, sheet: Sheet) -> None:
    heads = header(sheet.table)
    page.append(heads)
    for cells in rows(sheet.table):
        page.append([_value(cell) for cell in cells])
    for box in page[1]:
        box.font = Font(bold=True)
        box.alignment = Alignment(wrap_text=True, vertical="top")
    for index in range(len(heads)):
        page.column_dimensions[get_column_letter(index + 1)].width = _width(page, index)
    for line in page.iter_rows(min_row=2):
        for box in line:
            _as_text(box)
    page.freeze_panes = "B2"


def _value(cell: Cell) -> str | int | float:
    if isinstance(cell.value, int | float):
        return cell.value
    return _text(str(cell.value if cell.value is not None else cell.text))


def _text(words: str) -> str:
    return "".join(char for char in words if char.isprintable() or char == "\n")


def _as_text(box: object) -> None:
    if isinstance(box, Box) and isinstance(box.value, str):
        box.data_type = "s"
        box.number_format = "@"


def _width(page: Worksheet, index: int) -> int:
    longest = max(len(str(row[index].value or "")) for row in page.iter_rows(max_row=200))
    return max(WIDTHS[0], min(WIDTHS[1], longest + 2))
