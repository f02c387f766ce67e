"""A workbook without the persons whom it names, in its cells and around them."""

from __future__ import annotations

from pathlib import PurePath

from dashboard.importers.door.archive import WORKBOOK_OPENED, is_zip, names_of, parts
from dashboard.importers.door.workbook import measured, release, unreadable
from dashboard.importers.imported import Document
from dashboard.importers.unnaming.calc.book import PARTS as CALC_PARTS
from dashboard.importers.unnaming.calc.book import nameless_calc
from dashboard.importers.unnaming.excel.book import nameless_book
from dashboard.importers.unnaming.excel.copied import nameless_copy
from dashboard.importers.unnaming.excel.package import PARTS, read_book
from dashboard.importers.unnaming.markup import DamagedXml

_ODS, _XLSB = "content.xml", "xl/workbook.bin"


def nameless_workbook(document: Document) -> Document:
    """The workbook without them, an XLS or an XLSB as an XLSX; itself where it holds nothing but
    what is kept. Refused where it cannot be read."""
    names = names_of(document)
    try:
        if _ODS in names:
            return _kept(document, ".ods", _calc(document))
        if is_zip(document.content) and _XLSB not in names:
            return _kept(document, ".xlsx", _excel(document))
    except DamagedXml as error:
        raise unreadable(document.name) from error
    return _kept(document, ".xlsx", nameless_copy(document))


def _calc(document: Document) -> bytes:
    names = tuple(measured(document))
    release()
    return nameless_calc(parts(document, WORKBOOK_OPENED, CALC_PARTS), names)


def _excel(document: Document) -> bytes:
    measured(document)
    release()
    return nameless_book(read_book(parts(document, WORKBOOK_OPENED, PARTS)))


def _kept(document: Document, suffix: str, content: bytes) -> Document:
    if content == document.content:
        return document
    path = PurePath(document.name)
    named = path if path.suffix.lower() == suffix else path.with_suffix(suffix)
    return Document(named.name, content)
