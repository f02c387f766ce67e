"""A workbook of an old format without the persons whom it names, as an XLSX of what is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter

from dashboard.importers.door.marks import ERRORS, SheetExtent
from dashboard.importers.door.workbook import Worksheet, Worksheets, measured, worksheets
from dashboard.importers.imported import Document
from dashboard.importers.unnaming.columns import WITHIN, said_in
from dashboard.importers.unnaming.excel.coded import coded, item
from dashboard.importers.unnaming.excel.written import SPACE, WrittenBook
from dashboard.importers.unnaming.formula import NO_VALUE, giving
from dashboard.importers.unnaming.head import SheetHead
from dashboard.importers.unnaming.markup import HEAD, escaped
from dashboard.importers.unnaming.met import MetPersons
from dashboard.importers.unnaming.tabs import nameless_tabs
from dashboard.importers.unnaming.withdrawn import WITHDRAWN, holds_nobody
from dashboard.importers.writing.packed import Put


def nameless_copy(document: Document) -> bytes:
    """The XLSX of what is read of that workbook, without them: texts, as every cell of it is read,
    and where there was a formula, one that gives its value. Refused where it cannot be read."""
    marks, tabs = measured(document), worksheets(document)
    persons, new = MetPersons.beside(_texts(tabs)), WrittenBook()
    names = nameless_tabs([tab.name for tab in tabs], persons)
    for tab, name in zip(tabs, names, strict=True):
        copy = _Copy(tab, marks.get(tab.name, SheetExtent()), persons)
        new.sheet(name, "hidden" if tab.hidden else "", copy.write)
    return new.content()


def _texts(tabs: Worksheets) -> Iterator[str]:
    for tab in tabs:
        yield tab.name
        for row in tab.rows:
            yield from row


class _Copy:
    """A sheet being copied."""

    def __init__(self, tab: Worksheet, marks: SheetExtent, persons: MetPersons) -> None:
        self._tab, self._persons = tab, persons
        self._gaps, self._computed = marks.gaps, marks.computed_at
        self._head = SheetHead.of(tab.rows[:WITHIN])
        self._met = self._head.met()

    def write(self, put: Put) -> None:
        """Write it."""
        put(f'{HEAD}<worksheet xmlns="{SPACE}"><sheetData>')
        for rank, cells in enumerate(self._tab.rows):
            put(f'<row r="{rank + 1}">')
            self._write_row(rank, cells, put)
            self._met.meet(rank, said_in(cells))
            put("</row>")
        put("</sheetData></worksheet>")

    def _write_row(self, rank: int, cells: Sequence[str], put: Put) -> None:
        withdrawn = self._met.at(rank)
        for column, text in enumerate(cells):
            place = f"{get_column_letter(column + 1)}{rank + 1}"
            if (rank, column) in self._gaps:
                put(_gap(place, text))
            elif text:
                told = column in withdrawn and not holds_nobody(text)
                said = WITHDRAWN if told else self._without(text)
                put(_text(place, said, (rank, column) in self._computed))

    def _without(self, text: str) -> str:
        return text if self._head.untouched else self._persons.out_of(text)


def _gap(place: str, text: str) -> str:
    if text in ERRORS:
        return f'<c r="{place}" t="e"><f>{text}</f><v>{text}</v></c>'
    return f'<c r="{place}"><f>{NO_VALUE}</f></c>'


def _text(place: str, text: str, computed: bool) -> str:
    if computed:
        formula = escaped(giving(text))
        return f'<c r="{place}" t="str"><f>{formula}</f><v>{coded(text)}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is>{item(text)}</is></c>'
