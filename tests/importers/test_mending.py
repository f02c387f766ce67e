"""Faulty cells found where they stand, whatever the file; corrected, and nothing else moved."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importers.door.grid import grids
from dashboard.importers.door.marks import NEVER_COMPUTED
from dashboard.importers.imported import Document, Refused
from dashboard.importers.mending import FaultyCell, mended, placed
from dashboard.importers.reading import plain
from dashboard.importers.writing.marking import marked
from tests.attaque.formats import cell, ods

FAULT = FaultyCell(4, "Montant", "trois", "n’est pas un nombre.")
CSV = "Titre;Montant\n\nUn;2\nDeux;trois\nTrois;trois\n"
CELLS = st.text("abé1 ;,.'’«", max_size=8)


def sheet(*rows: tuple[Any, ...]) -> bytes:
    book = openpyxl.Workbook()
    about = book.worksheets[0]
    about.append(["Lisez-moi", "trois"])
    page = book.create_sheet("Données")
    for row in rows:
        page.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_one_cell_is_corrected_and_every_line_keeps_its_number() -> None:
    new = mended(Document("a.csv", CSV.encode()), [FaultyCell(4, "Montant", "trois", "3")])
    assert new.content.decode() == CSV.replace("trois", "3", 1)


def test_a_table_of_text_keeps_its_separator() -> None:
    given = Document("a.txt", CSV.replace(";", "\t").encode())
    new = mended(given, [FaultyCell(4, "Montant", "trois", "3")])
    assert (new.name, new.content.decode()) == (
        "a.txt",
        given.content.decode().replace("trois", "3", 1),
    )


def test_the_cell_of_a_workbook_is_corrected_in_it_and_the_rest_is_hers() -> None:
    content = sheet(("Titre", "Montant"), ("trois", "trois"), (dt.time(9, 30), 12.5))
    new = mended(Document("a.xlsx", content), [FaultyCell(2, "Montant", "trois", "3")])
    book = openpyxl.load_workbook(io.BytesIO(new.content))
    about, page = book.worksheets
    assert (new.name, about["A1"].value) == ("a.xlsx", "Lisez-moi")
    assert [cell.value for cell in page[2]] == ["trois", "3"]
    assert [cell.value for cell in page[3]] == [dt.time(9, 30), 12.5]


def test_a_formula_never_computed_is_never_an_empty_cell() -> None:
    content = sheet(("Titre", "Montant"), ("trois", "trois"), ("Un", "=1+1"))
    before = Document("a.xlsx", content)
    new = mended(before, [FaultyCell(2, "Montant", "trois", "3")])
    after = [grid.rows for grid in grids(new)][1]
    assert after == ((1, ("Titre", "Montant")), (2, ("trois", "3")), (3, ("Un", NEVER_COMPUTED)))


def test_an_ods_stays_one_and_nothing_else_of_it_moves() -> None:
    rows = [[cell("Titre"), cell("Montant")], *([cell(n), cell("trois")] for n in ("Un", "Deux"))]
    given = Document("a.ods", ods(*("".join(row) for row in rows)))
    new = mended(given, [FaultyCell(3, "Montant", "trois", "3")])
    (before, after) = (next(iter(grids(one))).rows for one in (given, new))
    assert (new.name, after) == ("a.ods", (*before[:2], (3, ("Deux", "3"))))


def test_her_own_workbook_is_given_back_marked_and_marked_no_more_once_corrected() -> None:
    content = sheet(("Titre", "Montant"), ("Un", "trois"), ("Deux", "quatre"))
    spots = [FaultyCell(2, "Montant", "trois", "non"), FaultyCell(3, "Montant", "quatre", "non")]
    first = again(Document("a.xlsx", content), spots)
    assert [page.title for page in first.worksheets] == ["Sheet", "Données", "Cases à corriger"]
    first["Données"]["B2"].value = 3
    target = io.BytesIO()
    first.save(target)
    page = again(Document("a.xlsx", target.getvalue()), spots[1:])["Données"]
    assert (page["B2"].comment, page["B2"].fill.fill_type) == (None, None)
    assert (page["B3"].comment.text, page["B3"].fill.fill_type) == ("non", "solid")


def again(document: Document, spots: list[FaultyCell]) -> openpyxl.Workbook:
    where = placed(document, spots)
    assert where is not None
    return openpyxl.load_workbook(io.BytesIO(marked(document, where)))


def test_a_cell_that_is_there_no_more_is_refused() -> None:
    with pytest.raises(Refused, match="ne s’y trouve plus"):
        mended(Document("a.csv", CSV.encode()), [FaultyCell(3, "Montant", "trois", "3")])


def test_one_cell_that_is_not_found_stops_them_all() -> None:
    spots = [FaultyCell(4, "Montant", "trois", "3"), FaultyCell(4, "montant_engage", "trois", "3")]
    with pytest.raises(Refused):
        mended(Document("a.csv", CSV.encode()), spots)


def test_the_file_is_given_back_with_its_faults_marked_and_listed() -> None:
    book = again(Document("a.csv", CSV.encode()), [FAULT])
    page, faults = book.worksheets
    assert page["B4"].comment.text == "n’est pas un nombre."
    assert (page["B4"].value, page["B4"].fill.fgColor.rgb[2:]) == ("trois", "F6C9C2")
    assert page["B3"].comment is None
    assert [cell.value for cell in faults[2]] == [4, "Montant", "trois", "n’est pas un nombre."]


def test_a_text_given_back_is_never_run() -> None:
    given = Document("a.csv", b"Titre;Montant\n=1+1;trois\n")
    page = again(given, [FaultyCell(2, "Montant", "trois", "x\x07")]).worksheets[0]
    assert (page["A2"].value, page["A2"].data_type, page["A2"].quotePrefix) == ("=1+1", "s", True)


def test_a_line_that_cannot_be_told_into_cells_is_not_lost() -> None:
    content = CSV.replace("Un;2", "Un;2;3;4;mÃ\xa0")
    new = mended(Document("a.csv", content.encode()), [FaultyCell(4, "Montant", "trois", "3")])
    assert "Un;2;3;4" in new.content.decode()
    assert "Deux;3\n" in new.content.decode()


def read_again(document: Document) -> list[tuple[int, list[str]]]:
    grid = next(iter(grids(document)))
    return [(line, [plain(cell) for cell in cells]) for line, cells in grid.rows]


@settings(max_examples=50)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6), st.data())
def test_what_is_not_corrected_is_read_as_before(
    rows: list[tuple[str, str]], data: st.DataObject
) -> None:
    lines = [("Titre", "Montant"), *((f"t{cell}", f"m{other}") for cell, other in rows)]
    document = Document("a.csv", "".join(f'"{a}";"{b}"\n' for a, b in lines).encode())
    before = read_again(document)
    rank = data.draw(st.integers(1, len(rows)))
    line, (kept, value) = before[rank]
    after = read_again(mended(document, [FaultyCell(line, "Montant", value, "3")]))
    assert after == [*before[:rank], (line, [kept, "3"]), *before[rank + 1 :]]
