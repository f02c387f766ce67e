"""Spreadsheets (XLSX, XLS, XLSB, ODS) to cells of text: measured before they are read.

No formula is run and no link is followed: only the values that the file holds are read. A formula
that was saved without its result, or whose result is an error, says so and is never an empty cell.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from dashboard.domain import french
from dashboard.importers.door import binary, calc, compound, excel
from dashboard.importers.door.archive import WORKBOOK_OPENED, is_zip, names_of, parts
from dashboard.importers.door.lines import MAX_ROWS
from dashboard.importers.door.marks import SheetExtent
from dashboard.importers.door.records import MAX_COLUMNS
from dashboard.importers.imported import Document, Refused, refuse

MAX_SHEETS = 100
MAX_CELLS = 1_500_000
"""Cells of all the sheets together, empty ones among others counted."""
_PARTS = re.compile(rf"{excel.PARTS}|^content\.xml$|^xl/.+\.bin(\.rels)?$")
_DOCTYPE = b"<!DOCTYPE"


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet of a workbook: its rows from the first line on, how many values formulas gave."""

    name: str
    rows: list[list[str]]
    computed: int = 0
    hidden: bool = False


Worksheets = tuple[Worksheet, ...]


def is_workbook(document: Document) -> bool:
    """Whether the bytes are a spreadsheet of one of the four formats."""
    if document.content.startswith(compound.MAGIC):
        return True
    if not is_zip(document.content):
        return False
    names = names_of(document)
    return "[Content_Types].xml" in names or {"mimetype", "content.xml"} <= names


@lru_cache(maxsize=1)
def measured(document: Document) -> dict[str, SheetExtent]:
    """The marks of each sheet by its name, whose extent is checked before any is read; Refused
    beyond bounds."""
    try:
        found = dict(_each(document))
    except (ElementTree.ParseError, struct.error, LookupError) as error:
        raise unreadable(document.name) from error
    _check_sheets(document.name, len(found))
    for name, marks in found.items():
        _check_extent(document.name, name, marks.height, marks.width)
    _check_cells(document.name, sum(marks.area for marks in found.values()))
    return found


def worksheets(document: Document) -> Worksheets:
    """Each sheet of the workbook; Refused beyond bounds."""
    found = _found(document)
    if isinstance(found, Refused):
        raise found
    return found


def release() -> None:
    """Let go of the cells of the last workbook that was read, which are kept to be read again."""
    _found.cache_clear()


def unreadable(name: str) -> Refused:
    """The refusal of a workbook that is damaged, or locked."""
    message = "le classeur ne peut pas être ouvert : abîmé, ou protégé par un mot de passe."
    return refuse(name, message, "Enregistrez la feuille en CSV UTF-8, puis donnez ce CSV.")


@lru_cache(maxsize=1)
def _found(document: Document) -> Worksheets | Refused:
    """The last workbook or its refusal is kept: each importer looks at it in turn."""
    try:
        return _read(document)
    except Refused as refusal:
        return Refused(refusal.problem)


def _read(document: Document) -> Worksheets:
    name = document.name
    marks = measured(document)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(document.content))
        found = [
            (item.name, item.visible)
            for item in book.sheets_metadata
            if item.typ == SheetTypeEnum.WorkSheet
        ]
    except Exception as error:  # The reader raises a kind of its own for each damage.
        raise unreadable(name) from error
    _check_sheets(name, len(found))
    return tuple(
        Worksheet(
            tab,
            _rows(name, book, tab, marks.get(tab, SheetExtent())),
            marks.get(tab, SheetExtent()).computed,
            visible != SheetVisibleEnum.Visible,
        )
        for tab, visible in found
    )


def _rows(file: str, book: CalamineWorkbook, name: str, marks: SheetExtent) -> list[list[str]]:
    try:
        sheet = book.get_sheet_by_name(name)
        _check_extent(file, name, sheet.total_height, sheet.total_width)
        rows = [list(map(_cell, row)) for row in sheet.to_python(skip_empty_area=False)]
    except Refused:
        raise
    except Exception as error:  # Idem.
        raise unreadable(file) from error
    for (row, column), text in marks.gaps.items():
        _put(rows, row, column, text)
    return rows


def _put(rows: list[list[str]], row: int, column: int, text: str) -> None:
    rows.extend([] for _ in range(row + 1 - len(rows)))
    rows[row].extend("" for _ in range(column + 1 - len(rows[row])))
    rows[row][column] = text


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def _check_extent(file: str, sheet: str, height: int, width: int) -> None:
    if height <= MAX_ROWS and width <= MAX_COLUMNS and height * width <= MAX_CELLS:
        return
    size = f"{french.counted(height, 'ligne')} et {french.counted(width, 'colonne')}"
    message = f"la feuille « {sheet} » va jusqu’à {size}."
    remedy = f"Effacez ce qui est loin à droite ou en bas : {french.number(MAX_COLUMNS)} colonnes "
    raise refuse(file, message, f"{remedy}et {french.number(MAX_ROWS)} lignes au plus.")


def _each(document: Document) -> Iterator[tuple[str, SheetExtent]]:
    if not is_zip(document.content):
        yield from binary.marks_of_xls(compound.stream(document.content, ("Workbook", "Book")))
        return
    held = parts(document, WORKBOOK_OPENED, _PARTS)
    if any(_DOCTYPE in content for content in held.values()):
        raise unreadable(document.name)
    if "content.xml" in held:
        yield from calc.marks_of(held["content.xml"])
    elif excel.BOOK in held:
        yield from excel.marks_of(held)
    elif binary.BOOK in held:
        yield from binary.marks_of_xlsb(held)


def _check_sheets(file: str, sheets: int) -> None:
    if sheets > MAX_SHEETS:
        message = f"le classeur a plus de {MAX_SHEETS} feuilles."
        raise refuse(file, message, "Donnez un classeur qui ne tient que la feuille utile.")


def _check_cells(file: str, cells: int) -> None:
    if cells > MAX_CELLS:
        message = f"le classeur a plus de {french.number(MAX_CELLS)} cases."
        raise refuse(file, message, "Enregistrez la feuille utile en CSV UTF-8, et donnez ce CSV.")
