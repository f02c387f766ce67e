"""A workbook without the persons whom it names, in its cells and around them."""

from __future__ import annotations

import itertools
from pathlib import PurePath

from openpyxl.cell.cell import Cell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import CustomPropertyList
from openpyxl.worksheet.datavalidation import DataValidationList
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.importers.door.grid import grids
from dashboard.importers.imported import Document
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.writing.books import MOST_OF_A_NAME, book_of, content_of, settle
from dashboard.importers.writing.marking import AUTHOR


def nameless_workbook(document: Document) -> Document:
    """The workbook without the persons whom it names, an XLS or an ODS that names one as an XLSX;
    itself where it names none. Refused where it cannot be read."""
    sheets, persons = tuple(grids(document)), MetPersons()
    named = (cell for grid in sheets for _, cells in grid.rows for cell in cells)
    if not any(persons.out_of(cell) != cell for cell in named):
        return document
    book = book_of(document, sheets, sheets[0])
    for grid in sheets:
        if grid.name in book.sheetnames:
            settle(book[grid.name], grid)
    for page in book.worksheets:
        for box in itertools.chain.from_iterable(page.iter_rows()):
            _forget(box, persons)
        _bare(page)
        page.title = persons.out_of(page.title)[:MOST_OF_A_NAME]
    book.properties = DocumentProperties()
    book.custom_doc_props = CustomPropertyList()  # type: ignore[attr-defined]  # older stubs
    book.defined_names.clear()
    return Document(PurePath(document.name).with_suffix(".xlsx").name, content_of(book))


def _forget(box: object, persons: MetPersons) -> None:
    """Have that cell name no person, nor bear what someone wrote beside it."""
    if not isinstance(box, Cell):
        return
    if isinstance(box.value, str):
        box.value = persons.out_of(box.value)
    box.hyperlink = None
    if box.comment and box.comment.author != AUTHOR:
        box.comment = None


def _bare(page: Worksheet) -> None:
    """Leave of that sheet its cells alone: what its margins, its lists of choices, its filters and
    its rules say is read by nobody, and names persons too."""
    page.HeaderFooter = HeaderFooter()
    page.data_validations = DataValidationList()
    page.conditional_formatting = ConditionalFormattingList()
    page.auto_filter = AutoFilter()
    page.defined_names.clear()
