"""Spreadsheets (XLSX, XLS, XLSB, ODS) to cells of text: measured before they are read.

No formula is run and no link is followed: only the values that the file holds are read. A formula
that was saved without its result, or whose result is an error, says so and is never an empty cell.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from functools import lru_cache
from pathlib import PurePosixPath
from xml.etree import ElementTree

from python_calamine import CalamineWorkbook

from dashboard.domain import french
from dashboard.importers.door.archive import is_zip, names_of, parts
from dashboard.importers.door.records import MAX_COLUMNS, MAX_LINES
from dashboard.importers.imported import Document, Refused, refuse

NEVER_COMPUTED = "formule jamais calculée"
MAX_SHEETS = 100
MAX_CELLS = 1_500_000
"""Cells of all the sheets together, empty ones among others counted."""
MAX_OPENED = 100 * 1024 * 1024
_PARTS = re.compile(r"^xl/(workbook\.xml|_rels/workbook\.xml\.rels|worksheets/[^/]+\.xml)$")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CELL = re.compile(rb'\br=["\']([A-Z]{1,4})(\d{1,8})["\']')
_FORMULA = re.compile(rb"<(?:\w+:)?c\s([^<>]*?)(?<!/)>((?:(?!</(?:\w+:)?c>).)*)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v>\s*([^<]+?)\s*<")
_IS_ERROR = re.compile(rb'\bt=["\']e["\']')
_CELL_STARTS = (b"<c ", b"<c>", b"<c/", b":c ", b":c>", b":c/")
_DOCTYPE = b"<!DOCTYPE"
_LAST = b" ALL"
"""The letters of the thousandth column, on four characters: later ones sort after it."""

Worksheets = tuple[tuple[str, list[list[str]]], ...]
Gaps = dict[tuple[int, int], str]
"""What stands, by row and column from 0, where the file holds no value that can be read."""


def is_workbook(document: Document) -> bool:
    """Whether the bytes are a spreadsheet of one of the four formats."""
    if document.content.startswith(_OLE):
        return True
    if not is_zip(document.content):
        return False
    names = names_of(document)
    return "[Content_Types].xml" in names or {"mimetype", "content.xml"} <= names


def worksheets(document: Document) -> Worksheets:
    """Each sheet by its name, its rows from the first line of the sheet; Refused beyond bounds."""
    found = _found(document)
    if isinstance(found, Refused):
        raise found
    return found


@lru_cache(maxsize=1)
def _found(document: Document) -> Worksheets | Refused:
    """The last workbook or its refusal is kept: each importer looks at it in turn."""
    try:
        return _read(document)
    except Refused as refusal:
        return Refused(refusal.problem)


def _read(document: Document) -> Worksheets:
    gaps = _gaps_of(document) if is_zip(document.content) else {}
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(document.content))
        names = list(book.sheet_names)
    except Exception as error:  # The reader raises a kind of its own for each damage.
        raise _unreadable(document.name) from error
    _check_sheets(document.name, len(names))
    return tuple((name, _rows(document.name, book, name, gaps.get(name, {}))) for name in names)


def _rows(file: str, book: CalamineWorkbook, name: str, gaps: Gaps) -> list[list[str]]:
    try:
        sheet = book.get_sheet_by_name(name)
        _check_extent(file, name, sheet.total_height, sheet.total_width)
        rows = [list(map(_cell, row)) for row in sheet.to_python(skip_empty_area=False)]
    except Refused:
        raise
    except Exception as error:  # Idem.
        raise _unreadable(file) from error
    for (row, column), text in gaps.items():
        _put(rows, row, column, text)
    return rows


def _put(rows: list[list[str]], row: int, column: int, text: str) -> None:
    rows.extend([] for _ in range(row + 1 - len(rows)))
    rows[row].extend("" for _ in range(column + 1 - len(rows[row])))
    rows[row][column] = rows[row][column] or text


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def _check_extent(file: str, sheet: str, height: int, width: int) -> None:
    if height <= MAX_LINES and width <= MAX_COLUMNS and height * width <= MAX_CELLS:
        return
    size = f"{french.number(height)} lignes et {french.number(width)} colonnes"
    message = f"la feuille « {sheet} » va jusqu’à {size}."
    remedy = f"Effacez ce qui est loin à droite ou en bas : {french.number(MAX_COLUMNS)} colonnes "
    raise refuse(file, message, f"{remedy}et {french.number(MAX_LINES)} lignes au plus.")


def _gaps_of(document: Document) -> dict[str, Gaps]:
    """The cells without value of each sheet of an XLSX, whose extent is checked on the way."""
    held = parts(document, MAX_OPENED, _PARTS)
    paths = _paths(document.name, held)
    _check_sheets(document.name, len(paths))
    found = {name: held.get(part, b"") for name, part in paths.items()}
    cells = 0
    for name, xml in found.items():
        height, width = _extent(xml)
        _check_extent(document.name, name, height, width)
        cells += max(height * width, _cells(xml))
    _check_cells(document.name, cells)
    return {name: _gaps(xml) for name, xml in found.items()}


def _check_sheets(file: str, sheets: int) -> None:
    if sheets > MAX_SHEETS:
        message = f"le classeur a plus de {MAX_SHEETS} feuilles."
        raise refuse(file, message, "Donnez un classeur qui ne tient que la feuille utile.")


def _check_cells(file: str, cells: int) -> None:
    if cells > MAX_CELLS:
        message = f"le classeur a plus de {french.number(MAX_CELLS)} cases."
        raise refuse(file, message, "Enregistrez la feuille utile en CSV UTF-8, et donnez ce CSV.")


def _cells(xml: bytes) -> int:
    """The cells of the sheet, those that do not say their place too."""
    return sum(map(xml.count, _CELL_STARTS))


def _extent(xml: bytes) -> tuple[int, int]:
    """The last row and column that a cell of the sheet names; those met before it is too large."""
    rows, columns = 0, b""
    for cell in _CELL.finditer(xml):
        rows = max(rows, int(cell[2]))
        columns = max(columns, cell[1].rjust(4))
        if rows > MAX_LINES or columns > _LAST:
            break
    return rows, _rank(columns.strip())


def _gaps(xml: bytes) -> Gaps:
    if b"<f" not in xml and b":f" not in xml and not _IS_ERROR.search(xml):
        return {}
    found: Gaps = {}
    for head, body in _FORMULA.findall(xml):
        place, value = _CELL.search(head), _VALUE.search(body)
        text = _said(head, body, value[1] if value else b"")
        if place and text:
            found[int(place[2]) - 1, _rank(place[1]) - 1] = text
    return found


def _said(head: bytes, body: bytes, value: bytes) -> str:
    if _IS_ERROR.search(head):
        return value.decode("ascii", "replace")
    has_formula = re.search(rb"<(?:\w+:)?f\b", body) is not None
    return NEVER_COMPUTED if has_formula and not value and b"<is>" not in body else ""


def _rank(letters: bytes) -> int:
    rank = 0
    for letter in letters:
        rank = rank * 26 + letter - 64
    return rank


def _paths(file: str, held: dict[str, bytes]) -> dict[str, str]:
    """The part of the archive that holds each sheet of an XLSX; nothing for the other formats."""
    book = _xml(file, held.get("xl/workbook.xml", b""))
    links = _xml(file, held.get("xl/_rels/workbook.xml.rels", b""))
    if book is None or links is None:
        return {}
    targets = {item.get("Id"): str(item.get("Target")) for item in links}
    found = {}
    for item in book.iter():
        if item.tag.endswith("}sheet"):
            link = next((v for k, v in item.attrib.items() if k.endswith("}id")), "")
            found[str(item.get("name"))] = _part(targets.get(link, ""))
    return found


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _xml(file: str, content: bytes) -> ElementTree.Element | None:
    if not content:
        return None
    if _DOCTYPE in content:
        raise _unreadable(file)
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise _unreadable(file) from error


def _unreadable(name: str) -> Refused:
    message = "le classeur ne peut pas être ouvert : abîmé, ou protégé par un mot de passe."
    return refuse(name, message, "Enregistrez la feuille en CSV UTF-8, puis donnez ce CSV.")
