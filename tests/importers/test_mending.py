"""Faulty cells found where they stand, whatever the file; corrected, and nothing else moved."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importers.door.grid import grids
from dashboard.importers.imported import Document, Refused
from dashboard.importers.mending import FaultyCell, mended, placed
from dashboard.importers.reading import plain
from dashboard.importers.writing.marking import marked

FAULT = FaultyCell(4, "Montant", "trois", "n’est pas un nombre.")
CSV = "Titre;Montant\n\nUn;2\nDeux;trois\nTrois;trois\n"
CELLS = st.text("abé1 ;,.'’«", max_size=8)


def sheet(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    about = book.active
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


def test_the_cell_of_a_workbook_is_found_in_its_sheet_under_its_title() -> None:
    content = sheet(("Titre", "Montant"), ("trois", "trois"))
    new = mended(Document("a.xlsx", content), [FaultyCell(2, "Montant", "trois", "3")])
    assert (new.name, new.content.decode()) == ("a.csv", "Titre;Montant\ntrois;3\n")


def test_a_cell_that_is_there_no_more_is_refused() -> None:
    with pytest.raises(Refused, match="ne s’y trouve plus"):
        mended(Document("a.csv", CSV.encode()), [FaultyCell(3, "Montant", "trois", "3")])


def test_one_cell_that_is_not_found_stops_them_all() -> None:
    spots = [FaultyCell(4, "Montant", "trois", "3"), FaultyCell(4, "montant_engage", "trois", "3")]
    with pytest.raises(Refused):
        mended(Document("a.csv", CSV.encode()), spots)


def test_the_file_is_given_back_with_its_faults_marked_and_listed() -> None:
    where = placed(Document("a.csv", CSV.encode()), [FAULT])
    assert where is not None
    book = openpyxl.load_workbook(io.BytesIO(marked(where)))
    page, faults = book.worksheets
    assert page["B4"].comment.text == "n’est pas un nombre."
    assert (page["B4"].value, page["B4"].fill.fgColor.rgb[2:]) == ("trois", "F6C9C2")
    assert page["B3"].comment is None
    assert [cell.value for cell in faults[2]] == [4, "Montant", "trois", "n’est pas un nombre."]


def test_a_text_given_back_is_never_run() -> None:
    where = placed(
        Document("a.csv", b"Titre;Montant\n=1+1;trois\n"),
        [FaultyCell(2, "Montant", "trois", "x\x07")],
    )
    assert where is not None
    page = openpyxl.load_workbook(io.BytesIO(marked(where))).worksheets[0]
    assert (page["A2"].value, page["A2"].data_type, page["A2"].quotePrefix) == ("=1+1", "s", True)


def test_a_line_that_cannot_be_told_into_cells_is_not_lost() -> None:
    content = CSV.replace("Un;2", "Un;2;3;4;mÃ\xa0")
    new = mended(Document("a.csv", content.encode()), [FaultyCell(4, "Montant", "trois", "3")])
    assert "Un;2;3;4" in new.content.decode()
    assert "Deux;3\n" in new.content.decode()


def read_again(document: Document) -> list[tuple[int, list[str]]]:
    grid = next(iter(grids(document)))
    return [(line, [plain(cell) for cell in cells]) for line, cells in grid.rows]


@settings(deadline=None, max_examples=50)
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
