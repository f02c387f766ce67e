"""XLSX: numbers as numbers, codes as texts, a « Lisez-moi » sheet."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as Box
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.content import Cell
from dashboard.domain.funding import Euros
from dashboard.exports.data_file import DataFile, header, rows
from dashboard.spreadsheet import inert, printable

WIDTHS = (12, 60)
EUROS = '#,##0.00\\ "€"'


def write(file: DataFile) -> bytes:
    """The workbook: « Lisez-moi » first, then « Données »."""
    book = Workbook()
    about = book.active
    if not isinstance(about, Worksheet):
        raise TypeError("un classeur neuf a une feuille")
    about.title = "Lisez-moi"
    for label, said in file.about:
        about.append([printable(label), printable(said)])
    about.column_dimensions["A"].width = 16
    about.column_dimensions["B"].width = 100
    for row in about.iter_rows():
        row[0].font = Font(bold=True)
        row[1].alignment = Alignment(wrap_text=True, vertical="top")
        inert(row)
    _data(book.create_sheet("Données"), file)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _data(page: Worksheet, file: DataFile) -> None:
    heads = header(file.table)
    page.append([printable(head) for head in heads])
    found = rows(file.table)
    for cells in found:
        page.append([_value(cell) for cell in cells])
    inert(page[1])
    for box in page[1]:
        box.font = Font(bold=True)
        box.alignment = Alignment(wrap_text=True, vertical="top")
    for index in range(len(heads)):
        page.column_dimensions[get_column_letter(index + 1)].width = _width(page, index)
    for line, cells in zip(page.iter_rows(min_row=2), found, strict=True):
        _dress(line, cells)
    page.freeze_panes = "B2"


def _value(cell: Cell) -> str | int | float:
    if isinstance(cell.value, int | float):
        return cell.value
    return printable(str(cell.value if cell.value is not None else cell.text))


def _dress(line: Sequence[object], cells: Sequence[Cell]) -> None:
    """Texts as texts, numbers with the decimals that their source publishes."""
    inert(line)
    for box, cell in zip(line, cells, strict=True):
        if isinstance(box, Box) and box.data_type == "n":
            box.number_format = _format(cell)


def _format(cell: Cell) -> str:
    """How a number is shown: with its decimals, an amount with its sign."""
    if isinstance(cell.value, Euros):
        return EUROS
    return "General" if cell.decimals is None else _digits(cell.decimals)


def _digits(decimals: int) -> str:
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _width(page: Worksheet, index: int) -> int:
    least = min(200, page.max_row)
    longest = max(len(str(row[index].value or "")) for row in page.iter_rows(max_row=least))
    return max(WIDTHS[0], min(WIDTHS[1], longest + 2))
