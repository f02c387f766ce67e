"""Spreadsheets are measured before they are read; no formula is run; no absence is invented."""

import datetime as dt
import io

import openpyxl
import pytest

from dashboard.importers.door import workbook
from dashboard.importers.door.workbook import NEVER_COMPUTED, is_workbook, worksheets
from dashboard.importers.imported import Document, Refused
from tests.importers.door.makers import zipped


def _book(*rows: list[object], **cells: object) -> Document:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for row in rows:
        page.append(row)
    for place, value in cells.items():
        page[place] = value
    stream = io.BytesIO()
    book.save(stream)
    return Document("a.xlsx", stream.getvalue())


def _rows(document: Document) -> list[list[str]]:
    ((_, rows),) = worksheets(document)
    return rows


def test_cells_are_texts_at_their_place() -> None:
    document = _book(B2="x", C3=dt.date(2022, 3, 1), D3=1500.5, E3=12.0)
    assert is_workbook(document)
    assert _rows(document) == [
        ["", "", "", "", ""],
        ["", "x", "", "", ""],
        ["", "", "2022-03-01", "1500.5", "12"],
    ]


def test_a_formula_never_computed_says_so_and_is_never_an_empty_cell() -> None:
    assert _rows(_book(["a", "=1+1"], ["b", 3])) == [["a", NEVER_COMPUTED], ["b", "3"]]


def test_an_error_of_calculation_is_never_an_empty_cell() -> None:
    assert _rows(_book(["a", "#N/A"])) == [["a", "#N/A"]]


def test_a_cell_far_away_is_refused_before_the_sheet_is_made() -> None:
    for far in ({"XFD9": "x"}, {"A900000": "x"}, {"ALM1": "x"}):
        with pytest.raises(Refused, match="va jusqu’à"):
            _rows(_book(["a"], **far))


def test_a_dense_sheet_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_CELLS", 5)
    with pytest.raises(Refused, match="va jusqu’à"):
        _rows(_book([1, 2, 3], [4, 5, 6]))


@pytest.mark.parametrize(
    "content",
    [
        zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<!DOCTYPE x><x/>"}),
        zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x"}),
        zipped({"[Content_Types].xml": b"<x/>"}),
        zipped({"mimetype": b"x", "content.xml": b"<x"}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ],
)
def test_a_damaged_workbook_is_refused_by_a_sentence(content: bytes) -> None:
    document = Document("a.xlsx", content)
    assert is_workbook(document)
    with pytest.raises(Refused, match="classeur"):
        list(worksheets(document))
