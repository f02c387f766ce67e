"""The sheets of an XLSX, measured on their XML before they are read: extent, formulas, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from xml.etree import ElementTree

from dashboard.importers.door.lines import MAX_ROWS
from dashboard.importers.door.marks import NEVER_COMPUTED, SheetExtent

PARTS = r"^xl/(workbook\.xml|_rels/workbook\.xml\.rels|worksheets/[^/]+\.xml)$"
"""The paths of the parts that are read, as a pattern."""
BOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_CELL = re.compile(rb'\br=["\']([A-Z]{1,4})(\d{1,8})["\']')
_FORMULA = re.compile(rb"<(?:\w+:)?c\s([^<>]*?)(?<!/)>((?:(?!</(?:\w+:)?c>).)*)", re.DOTALL)
_IS_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_VALUE = re.compile(rb"<(?:\w+:)?v>\s*([^<]+?)\s*<")
_IS_ERROR = re.compile(rb'\bt=["\']e["\']')
_IS_TEXT = re.compile(rb'\bt=["\']str["\']')
_ASKS_AGAIN = re.compile(rb'\bfullCalcOnLoad=["\'](1|true)["\']')
_CELL_STARTS = (b"<c ", b"<c>", b"<c/", b":c ", b":c>", b":c/")
_LAST = b" ALL"
"""The letters of the thousandth column, on four characters: later ones sort after it."""


def marks_of(parts: Mapping[str, bytes]) -> Iterator[tuple[str, SheetExtent]]:
    """The marks of each sheet by its name; ElementTree.ParseError where the workbook is damaged."""
    asks_again = _ASKS_AGAIN.search(parts.get(BOOK, b"")) is not None
    for name, part in _paths(parts).items():
        yield name, _marks(parts.get(part, b""), asks_again)


def _marks(xml: bytes, asks_again: bool) -> SheetExtent:
    height, width = _extent(xml)
    marks = SheetExtent(height, width, sum(map(xml.count, _CELL_STARTS)))
    if height > MAX_ROWS or not _has_formulas(xml):
        return marks
    for head, body in _FORMULA.findall(xml):
        place, formula = _CELL.search(head), _IS_FORMULA.search(body)
        if place and (formula or _IS_ERROR.search(head)):
            gap = _gap(head, body, asks_again)
            marks.tell(int(place[2]) - 1, _rank(place[1]) - 1, gap, formula is not None)
    return marks


def _has_formulas(xml: bytes) -> bool:
    return b"<f" in xml or b":f" in xml or _IS_ERROR.search(xml) is not None


def _extent(xml: bytes) -> tuple[int, int]:
    """The last row and column that a cell of the sheet names; those met before it is too large."""
    rows, columns = 0, b""
    for cell in _CELL.finditer(xml):
        rows = max(rows, int(cell[2]))
        columns = max(columns, cell[1].rjust(4))
        if rows > MAX_ROWS or columns > _LAST:
            break
    return rows, _rank(columns.strip())


def _gap(head: bytes, body: bytes, asks_again: bool) -> str:
    """What stands for a formula without value: its error, or that it was never computed.

    A program that computes nothing writes no value, or 0 and the order to compute on opening.
    """
    value = _VALUE.search(body)
    if _IS_ERROR.search(head):
        return value[1].decode("ascii", "replace") if value else NEVER_COMPUTED
    if value is None:
        return "" if _IS_TEXT.search(head) or b"<is>" in body else NEVER_COMPUTED
    return NEVER_COMPUTED if asks_again and value[1] == b"0" else ""


def _rank(letters: bytes) -> int:
    rank = 0
    for letter in letters:
        rank = rank * 26 + letter - 64
    return rank


def _paths(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part of the archive that holds each sheet."""
    links = ElementTree.fromstring(parts.get(_LINKS, b"<none/>"))
    targets = {item.get("Id"): str(item.get("Target")) for item in links}
    found = {}
    for item in ElementTree.fromstring(parts[BOOK]).iter():
        if item.tag.endswith("}sheet"):
            link = next((v for k, v in item.attrib.items() if k.endswith("}id")), "")
            found[str(item.get("name"))] = _part(targets.get(link, ""))
    return found


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
