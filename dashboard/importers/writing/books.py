"""The workbook of a person, opened to be written in: her sheets, her columns and her looks stay."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Mapping

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.importers.door import excel
from dashboard.importers.door.archive import is_zip, names_of
from dashboard.importers.door.grid import Grid
from dashboard.importers.imported import Document
from dashboard.spreadsheet import inert, printable

CONTENT = "content.xml"
"""The part of an ODS that holds its cells."""
MOST_OF_A_NAME = 31
"""Letters of the name of a sheet."""

WrittenCells = Mapping[tuple[int, int], str]
"""What cells are to hold, by the number of their row and the rank of their column, from 0."""


def is_xlsx(document: Document) -> bool:
    """Whether the bytes are an XLSX."""
    return is_zip(document.content) and excel.BOOK in names_of(document)


def is_ods(document: Document) -> bool:
    """Whether the bytes are an ODS."""
    return is_zip(document.content) and CONTENT in names_of(document)


def book_of(document: Document, sheets: Iterable[Grid], read: Grid) -> Workbook:
    """The XLSX as it was given, its formulas being the values that it kept; a new one of those
    sheets, all texts, for any other format, and for one that is not opened. ``read``: that of the
    sheets which is to be written in, and holds what the door read in it."""
    book = _opened(document) if is_xlsx(document) else None
    if book is None or read.name not in book.sheetnames:
        return _copied(sheets)
    settle(book[read.name], read)
    return book


def title(grid: Grid) -> str:
    """The name of that sheet in a new workbook."""
    return grid.name[:MOST_OF_A_NAME] or "Données"


def content_of(book: Workbook) -> bytes:
    """The bytes of that workbook."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def ods_with(document: Document, sheet: str, cells: WrittenCells) -> bytes:
    """The ODS with those cells of that sheet written again, and every other part of it as it is;
    KeyError where it has no such sheet."""
    from odfdo import Document as Office  # Slow to load.

    office = Office(io.BytesIO(document.content))
    table = office.body.get_table(name=sheet)
    if table is None:
        raise KeyError(sheet)
    for (row, column), text in cells.items():
        table.set_value((column, row - 1), printable(text))
    return _with_part(document.content, CONTENT, office.content.serialize())


def _with_part(content: bytes, name: str, part: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            new.writestr(item, part if item.filename == name else old.read(item))
    return target.getvalue()


def _opened(document: Document) -> Workbook | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # What the writer does not keep.
        try:
            source = io.BytesIO(document.content)
            return load_workbook(source, data_only=True, keep_links=False)
        except Exception:  # The writer raises a kind of its own for each damage.
            return None


def settle(page: Worksheet, read: Grid) -> None:
    """Have it hold what was read where the writer reads nothing: a formula never computed."""
    for line, cells in read.rows:
        for rank, cell in enumerate(cells, start=1):
            box = page.cell(line, rank) if cell else None
            if isinstance(box, Cell) and box.value is None:
                put(box, cell)


def _copied(sheets: Iterable[Grid]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for grid in sheets:
        page = book.create_sheet(title(grid))
        for line, cells in grid.rows:
            for rank, cell in enumerate(cells, start=1):
                if cell:
                    put(page.cell(line, rank), cell)
    return book


def put(box: object, text: str) -> None:
    """Have that cell hold that text, and nothing that is run; a cell merged into another holds
    none."""
    if isinstance(box, Cell):
        box.value = printable(text)
        inert([box])
