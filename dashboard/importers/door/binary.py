"""The sheets of an XLS or an XLSB, walked record by record before they are read.

An XLS does not tell a formula that gave an empty text from one never computed: where every formula
of a sheet is so, no program computed them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from dashboard.importers.door.marks import ERRORS, NEVER_COMPUTED, SheetExtent

BinaryRecords = Iterator[tuple[int, bytes]]

_BOF, _EOF, _SHEET = 0x0809, 0x000A, 0x0085
_FORMULA, _ERROR = 0x0006, 0x0205
_CELLS = frozenset({_FORMULA, _ERROR, 0x0203, 0x0204, 0x00D6, 0x00FD, 0x027E, 0x00BD})
"""Records of an XLS that begin with the row and the column of a cell that holds something."""
_NO_NUMBER, _FAULT, _BLANK = b"\xff\xff", 2, 3
_NEWER = 0x0600
"""The version of a record that begins a stream, from Excel 97 on."""

BOOK = "xl/workbook.bin"
_BUNDLE, _ROW = 156, 0
_B_CELLS = range(2, 12)
"""Records of an XLSB that hold a cell, blank ones left out."""
_B_FORMULAS, _B_ERRORS = range(8, 12), (3, 11)

_CODES = dict(zip((0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A), ERRORS, strict=True))


def marks_of_xls(book: bytes) -> Iterator[tuple[str, SheetExtent]]:
    """The marks of each sheet by its name; struct.error where the stream is damaged."""
    version = struct.unpack_from("<H", book, 4)[0]
    for kind, body in _until_end(book, 0):
        if kind == _SHEET:
            (place,) = struct.unpack_from("<I", body)
            yield _name(body, version >= _NEWER), _of_xls(_until_end(book, place))


def _until_end(book: bytes, place: int) -> BinaryRecords:
    """The records of the stream that begins there, those of the charts in it left out."""
    depth = 0
    while place + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, place)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, book[place + 4 : place + 4 + size]
        place += 4 + size


def _name(body: bytes, newer: bool) -> str:
    size = body[6]
    if not newer:
        return body[7 : 7 + size].decode("cp1252", "replace")
    wide = body[7] & 1
    return body[8 : 8 + size * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def _of_xls(records: BinaryRecords) -> SheetExtent:
    marks, blank = SheetExtent(), []
    for kind, body in records:
        if kind in _CELLS:
            row, column = struct.unpack_from("<HH", body)
            marks.reach(row, column)
            marks.cells += 1
            if kind == _FORMULA and body[12:14] == _NO_NUMBER and body[6] == _BLANK:
                blank.append((row, column))
            elif kind in (_FORMULA, _ERROR):
                marks.tell(row, column, _xls_error(kind, body), kind == _FORMULA)
    nothing_computed = not marks.formulas
    for spot in blank:
        marks.tell(*spot, NEVER_COMPUTED if nothing_computed else "")
    return marks


def _xls_error(kind: int, body: bytes) -> str:
    if kind == _ERROR:
        return _CODES.get(body[6], "") if body[7] else ""
    failed = body[12:14] == _NO_NUMBER and body[6] == _FAULT
    return _CODES.get(body[8], "") if failed else ""


def marks_of_xlsb(parts: Mapping[str, bytes]) -> Iterator[tuple[str, SheetExtent]]:
    """The marks of each sheet by its name; ParseError or struct.error where it is damaged."""
    links = ElementTree.fromstring(parts.get("xl/_rels/workbook.bin.rels", b"<none/>"))
    targets = {item.get("Id"): str(item.get("Target")) for item in links}
    for kind, body in _packed(parts[BOOK]):
        if kind == _BUNDLE:
            link, after = _text(body, 8)
            name, _ = _text(body, after)
            yield name, _of_xlsb(_packed(parts.get(f"xl/{targets.get(link, '')}", b"")))


def _packed(part: bytes) -> BinaryRecords:
    """The records of a part: their kind and their size are written on as few bytes as they take."""
    place = 0
    while place < len(part):
        kind, place = _number(part, place, 2)
        size, place = _number(part, place, 4)
        yield kind, part[place : place + size]
        place += size


def _number(part: bytes, place: int, most: int) -> tuple[int, int]:
    """A number on that many bytes at most, seven bits in each, and where it ends."""
    found = 0
    for rank in range(most):
        byte = part[place] if place < len(part) else 0
        place += 1
        found |= (byte & 0x7F) << (7 * rank)
        if byte < 0x80:
            break
    return found, place


def _text(body: bytes, place: int) -> tuple[str, int]:
    (size,) = struct.unpack_from("<I", body, place)
    end = place + 4 + 2 * size
    return body[place + 4 : end].decode("utf-16-le", "replace"), end


def _of_xlsb(records: BinaryRecords) -> SheetExtent:
    marks, row = SheetExtent(), 0
    for kind, body in records:
        if kind == _ROW:
            (row,) = struct.unpack_from("<I", body)
        elif kind in _B_CELLS:
            (column,) = struct.unpack_from("<I", body)
            marks.reach(row, column)
            marks.cells += 1
            gap = _CODES.get(body[8], "") if kind in _B_ERRORS else ""
            if gap or kind in _B_FORMULAS:
                marks.tell(row, column, gap, kind in _B_FORMULAS)
    return marks
