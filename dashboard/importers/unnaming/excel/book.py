"""An XLSX without the persons whom it names, in its cells and around them."""

from __future__ import annotations

from functools import partial

from dashboard.importers.unnaming.excel.cells import FirstRows
from dashboard.importers.unnaming.excel.look import NamelessStyles, theme
from dashboard.importers.unnaming.excel.package import ReadBook
from dashboard.importers.unnaming.excel.sheet import BookContext, NamelessSheet
from dashboard.importers.unnaming.excel.strings import NamelessTexts, SharedTexts
from dashboard.importers.unnaming.excel.written import WrittenBook
from dashboard.importers.unnaming.head import SheetHead
from dashboard.importers.unnaming.met import MetPersons, naming
from dashboard.importers.unnaming.tabs import nameless_tabs
from dashboard.importers.writing.packed import Put


def nameless_book(book: ReadBook) -> bytes:
    """The XLSX of that workbook, without them; DamagedXml where a part cannot be read."""
    names = [sheet.name for sheet in book.sheets]
    persons = MetPersons.beside(
        [*names, *naming([book.strings, *(sheet.xml for sheet in book.sheets)])]
    )
    told, new = nameless_tabs(names, persons), WrittenBook()
    context, heads = _told(book, persons, frozenset(told) & frozenset(names))
    for sheet, name, head in zip(book.sheets, told, heads, strict=True):
        new.sheet(name, sheet.state, partial(_write, context, head, sheet.xml))
    if book.strings:
        texts = partial(NamelessTexts, context.used, persons)
        new.strings(lambda put: texts(put).through(book.strings))
    if book.styles:
        new.styles(lambda put: NamelessStyles(persons, put).through(book.styles))
    if book.theme:
        new.theme(theme(book.theme))
    return new.content(book.active, book.dated_1904, book.asks_again)


def _write(context: BookContext, head: SheetHead, xml: bytes, put: Put) -> None:
    NamelessSheet(context, head, put).through(xml)


def _told(
    book: ReadBook, persons: MetPersons, names: frozenset[str]
) -> tuple[BookContext, list[SheetHead]]:
    """What all its sheets are to be written with, and what the first rows of each tell."""
    first = [FirstRows() for _ in book.sheets]
    for rows, sheet in zip(first, book.sheets, strict=True):
        rows.through(sheet.xml)
    shared = SharedTexts({rank for rows in first for rank in rows.shared_ranks})
    every = SharedTexts(None)
    if book.strings:
        shared.through(book.strings)
    heads = [SheetHead.of(rows.texts(shared.texts)) for rows in first]
    if book.strings and any(head.untouched for head in heads):
        every.through(book.strings)
    return BookContext(persons, names, book.asks_again, every.texts, shared), heads
