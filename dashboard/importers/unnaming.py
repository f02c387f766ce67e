"""The file that was given, without the persons whom it names: all that is kept of it.

A person keeps a number there, so that two of them stay two.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from pathlib import PurePath

from openpyxl.cell.cell import Cell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import CustomPropertyList
from openpyxl.worksheet.datavalidation import DataValidationList
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.importers.door.archive import is_zip
from dashboard.importers.door.grid import grids
from dashboard.importers.door.lines import lines_of
from dashboard.importers.door.workbook import is_workbook
from dashboard.importers.imported import Document
from dashboard.importers.personal_data import without_persons
from dashboard.importers.writing.books import MOST_OF_A_NAME, book_of, content_of, settle
from dashboard.importers.writing.marking import AUTHOR

MOST = 4 * 1024 * 1024
"""Bytes of a file that is written again: a longer one would take the time of its check."""
_BETWEEN = re.compile(r"([;,\t|\n\"])")
"""What parts two cells of a text."""


@dataclass(slots=True)
class _Persons:
    """The persons met in a file, each with the number that stands for her."""

    met: dict[str, int] = field(default_factory=dict)

    def number(self, name: str) -> int:
        return self.met.setdefault(name, len(self.met) + 1)

    def out_of(self, cell: str) -> str:
        return without_persons(cell, self.number)


def nameless(document: Document) -> Document | None:
    """The file without the persons of its cells, an XLS or an ODS that names one as an XLSX; None
    where it names none, and for a ZIP or a file that is too long. Refused where it cannot be
    read."""
    if len(document.content) > MOST:
        return None
    if is_workbook(document):
        return _workbook(document)
    return None if is_zip(document.content) else _text(document)


def _text(document: Document) -> Document | None:
    persons, text = _Persons(), "\n".join(lines_of(document))
    new = "".join(map(persons.out_of, _BETWEEN.split(text)))
    return None if new == text else Document(document.name, new.encode())


def _workbook(document: Document) -> Document | None:
    sheets, persons = tuple(grids(document)), _Persons()
    named = (cell for grid in sheets for _, cells in grid.rows for cell in cells)
    if not any(persons.out_of(cell) != cell for cell in named):
        return None
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


def _forget(box: object, persons: _Persons) -> None:
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
