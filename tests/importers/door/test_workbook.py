"""Spreadsheets are measured before they are read; no formula is run; no absence is invented."""

import datetime as dt
import io
import re
import struct
import zipfile
from typing import Any

import openpyxl
import pytest

from dashboard.importers.door import workbook
from dashboard.importers.door.marks import NEVER_COMPUTED
from dashboard.importers.door.workbook import Worksheet, is_workbook, worksheets
from dashboard.importers.imported import Document, Refused
from tests.attaque.formats import cell, ods
from tests.conftest import ROOT
from tests.importers.door.makers import xlsb, zipped

FIXTURES = ROOT / "tests" / "fixtures" / "classeurs"
_FILLED = "><text:p>a</text:p></table:table-cell>"


def _book(*rows: list[Any], **cells: Any) -> Document:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for row in rows:
        page.append(row)
    for place, value in cells.items():
        page[place] = value
    stream = io.BytesIO()
    book.save(stream)
    return Document("a.xlsx", stream.getvalue())


def _tab(document: Document) -> Worksheet:
    (tab,) = worksheets(document)
    return tab


def _rows(document: Document) -> list[list[str]]:
    return _tab(document).rows


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


def test_a_program_that_computes_nothing_is_told_by_what_it_asks_of_the_reader() -> None:
    """A zero beside the order to compute on opening is no value; any other one is."""
    document = _sheet_xml('<c r="A1"><f>x</f><v>0</v></c><c r="B1"><f>x</f><v>2</v></c>')
    assert _rows(document) == [[NEVER_COMPUTED, "2"]]
    document = _sheet_xml('<c r="A1"><f>x</f><v>0</v></c>', asks_again=False)
    assert _rows(document) == [["0"]]


def test_an_empty_text_that_a_formula_gave_is_an_empty_cell() -> None:
    document = _sheet_xml('<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>')
    assert _rows(document) == [["", "1"]]


def _sheet_xml(cells: str, asks_again: bool = True) -> Document:
    """An XLSX whose first row is these cells."""
    with zipfile.ZipFile(io.BytesIO(_book(["a"]).content)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    row = f'<sheetData><row r="1">{cells}</row></sheetData>'.encode()
    sheet, book = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
    held[sheet] = re.sub(rb"<sheetData>.*</sheetData>", row, held[sheet])
    if not asks_again:
        held[book] = held[book].replace(b'fullCalcOnLoad="1"', b"")
    return Document("a.xlsx", zipped(held))


def test_the_formulas_of_an_ods_are_told_apart_too() -> None:
    error = f'{_CALC} table:formula="of:=NA()" calcext:value-type="error"'
    document = Document(
        "a.ods",
        ods(
            cell("a") + _formula() + _formula('office:value-type="float" office:value="2"'),
            f"<table:table-cell {error}><text:p>#N/A</text:p></table:table-cell>",
            _formula('office:value-type="string" office:string-value=""') + cell("b"),
            _formula('table:number-columns-repeated="2"') + _cells_without(),
        ),
    )
    assert _rows(document) == [
        ["a", NEVER_COMPUTED, "2"],
        ["#N/A", "", ""],
        ["", "b", ""],
        [NEVER_COMPUTED, NEVER_COMPUTED],
    ]
    assert _tab(document).computed == 2, "les autres ne tiennent pas de valeur"


_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def _formula(value: str = "") -> str:
    return f'<table:table-cell table:formula="of:=1+1" {value}/>'


def _cells_without(times: int = 16_000) -> str:
    return f'<table:table-cell table:number-columns-repeated="{times}"/>'


@pytest.mark.parametrize(
    "rows",
    [
        [f'<table:table-cell table:number-columns-repeated="1001"{_FILLED}'],
        [_cells_without() + cell("a")],
        [cell("a"), f'<table:table-cell table:number-columns-repeated="{"9" * 11}"{_FILLED}'],
    ],
)
def test_an_ods_that_repeats_itself_far_away_is_refused_before_it_is_made(rows: list[str]) -> None:
    with pytest.raises(Refused, match=r"va jusqu’à \d+\slignes? et [\d\s]+\scolonnes?\."):
        _rows(Document("a.ods", ods(*rows)))


def test_the_formulas_of_an_xls_are_told_apart_where_a_program_computed_none() -> None:
    content = (FIXTURES / "formules.xls").read_bytes()
    first, second = worksheets(Document("a.xls", content))
    assert first.rows == [["a", NEVER_COMPUTED], ["2.5", NEVER_COMPUTED], ["7", "#N/A"]]
    assert (first.computed, first.hidden, second.hidden) == (0, False, True)
    computed = content.replace(_BLANK_RESULT, struct.pack("<d", 2), 1)
    (first, _) = worksheets(Document("a.xls", computed))
    assert first.rows[:2] == [["a", "2"], ["2.5", ""]], "un texte vide qu’une formule a donné"


def test_an_xls_that_is_cut_or_turns_in_a_circle_is_said_damaged() -> None:
    content = (FIXTURES / "formules.xls").read_bytes()
    turning = content.replace(b"\xfe\xff\xff\xff", b"\0\0\0\0")
    for damaged in (content[:3_000], turning):
        with pytest.raises(Refused, match="abîmé"):
            worksheets(Document("a.xls", damaged))


_BLANK_RESULT = bytes([3, 0, 0, 0, 0, 0, 0xFF, 0xFF])
"""What an XLS holds as the result of a formula without one."""


def test_the_errors_of_an_xlsb_are_no_empty_cells() -> None:
    two = struct.pack("<d", 2) + bytes(10)
    document = Document("a.xlsb", xlsb([(5, struct.pack("<d", 1)), (9, two)], [(3, b"\x17")]))
    assert _rows(document) == [["1", "2"], ["#REF!", ""]]
    assert _tab(document).computed == 1


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
