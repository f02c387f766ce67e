"""CSV and XLSX as lines under the header that is looked for."""

import io

import openpyxl
import pytest

from dashboard.importers.imported import Document, Refused
from dashboard.importers.source_table import (
    SourceTable,
    first_rows,
    has_header,
    key,
    read_source_table,
)
from tests.attaque.formats import cell, ods


def _is_header(columns: frozenset[str]) -> bool:
    return {"codgeo", "popmun"} <= columns


def test_the_header_is_found_below_titles_and_lines_keep_their_number() -> None:
    content = "Données sur les quartiers\n\nCODGEO;POP_MUN;\nQP1;12;\n\nQP2;7\n".encode()
    sheet = read_source_table(Document("a.csv", content), _is_header)
    assert sheet is not None
    assert sheet.header == ("CODGEO", "POP_MUN")
    assert [line for line, _ in sheet.lines] == [4, 6]
    assert sheet.lines[1][1] == {"CODGEO": "QP2", "POP_MUN": "7"}


def test_empty_trailing_columns_and_spaces_in_headers_go() -> None:
    content = ("CODGEO;POP_MUN ;EVOL " + ";" * 990 + "\nQP1;1;2" + ";" * 990 + "\n").encode()
    sheet = read_source_table(Document("a.csv", content), _is_header)
    assert sheet is not None
    assert sheet.header == ("CODGEO", "POP_MUN", "EVOL")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_separator_is_the_one_of_the_file(separator: str) -> None:
    content = f'CODGEO{separator}POP_MUN\nQP1{separator}"2,4"\n'.encode()
    sheet = read_source_table(Document("a.csv", content), _is_header)
    assert sheet is not None
    assert sheet.lines[0][1]["POP_MUN"] == "2,4"


def test_a_comma_in_the_words_of_every_row_is_no_separator() -> None:
    """Where the last column is often empty, fewer rows are as wide as the header."""
    row = "2026;Jardins;État, politique de la ville;3200;"
    content = "\n".join(["Année;Intitulé;Financeur;Montant;Notes", *[row] * 5, f"{row}ici"])
    assert {len(cells) for cells in first_rows(Document("a.csv", content.encode()))} == {4, 5}


def test_a_list_in_a_few_cells_is_no_separator() -> None:
    rows = ["theme,motif", *["sport,foot"] * 20, *["web,a|b|c|d|e|f|g|h|i|j|k|l|m|n"] * 4]
    assert {len(cells) for cells in first_rows(Document("a.csv", "\n".join(rows).encode()))} == {2}


def test_a_workbook_reads_as_a_csv_does() -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["Titre"])
    page.append(["CODGEO", "POP_MUN", None])
    page.append(["QP1", 12.0, None])
    stream = io.BytesIO()
    book.save(stream)
    document = Document("a.xlsx", stream.getvalue())
    assert has_header(document, _is_header)
    sheet = read_source_table(document, _is_header)
    assert sheet is not None
    assert sheet.lines == ((3, {"CODGEO": "QP1", "POP_MUN": "12"}),)


def test_a_column_named_twice_is_refused_for_one_would_hide_the_other() -> None:
    with pytest.raises(Refused, match="deux fois"):
        read_source_table(Document("a.csv", b"CODGEO;POP_MUN;POP_MUN\n1;2;3\n"), _is_header)


def test_a_file_without_that_header_is_none() -> None:
    assert read_source_table(Document("a.csv", b"a;b\n1;2\n"), _is_header) is None
    with pytest.raises(Refused, match="pas un texte"):
        has_header(Document("a.csv", b"\x00\x01"), _is_header)


def test_headers_are_compared_without_accents_case_nor_signs() -> None:
    assert key("Nom du bénéficiaire* ") == key("NOM DU BENEFICIAIRE")


def test_the_separator_is_the_header_s_even_where_titles_hold_more_of_another() -> None:
    content = b"CODGEO;POP_MUN;LIBGEO\nQP1;2,4;a, b, c, d, e, f, g, h\n"
    sheet = read_source_table(Document("a.csv", content), _is_header)
    assert sheet is not None
    assert sheet.lines[0][1] == {
        "CODGEO": "QP1",
        "POP_MUN": "2,4",
        "LIBGEO": "a, b, c, d, e, f, g, h",
    }


def test_the_sheet_that_holds_the_header_is_read_and_named_and_so_are_the_others() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Lisez-moi"])
    for title, code in (("2021", "QP1"), ("2022", "QP2")):
        page = book.create_sheet(title)
        page.append(["CODGEO", "POP_MUN"])
        page.append([code, 3])
    stream = io.BytesIO()
    book.save(stream)
    sheet = read_source_table(Document("a.xlsx", stream.getvalue()), _is_header)
    assert sheet is not None
    assert [tab.name for tab in sheet.tabs] == ["2021", "2022"]
    assert sheet.lines == ((2, {"CODGEO": "QP1", "POP_MUN": "3"}),)


def test_lines_that_cannot_be_told_apart_are_problems_and_never_rows() -> None:
    content = b'CODGEO;POP_MUN\nQP1;1\nQP2;"2\nQP3;3\nQP4;4;5\n'
    sheet = read_source_table(Document("a.csv", content), _is_header)
    assert sheet is not None
    assert [line for line, _ in sheet.lines] == [2, 4]
    assert [(problem.row, problem.blocking) for problem in sheet.problems] == [
        (3, False),
        (5, False),
    ]


def _hidden_first(also_visible: bool) -> SourceTable:
    book = openpyxl.Workbook()
    for title in ("Ancienne", "Bonne")[: 1 + also_visible]:
        page = book.create_sheet(title)
        page.append(["CODGEO", "POP_MUN", "RATIO"])
        page.append([title, 3, "=B2/2"])
    book["Ancienne"].sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    sheet = read_source_table(Document("a.xlsx", stream.getvalue()), _is_header)
    assert sheet is not None
    return sheet


def test_a_sheet_that_is_hidden_gives_way_to_one_that_is_seen() -> None:
    sheet = _hidden_first(also_visible=True)
    assert sheet.lines[0][1]["CODGEO"] == "Bonne"
    assert "« Bonne »." in sheet.notes[0]
    assert "« Ancienne » (masquée)" in sheet.notes[-1]


def test_a_sheet_that_is_hidden_is_said_hidden_where_no_other_answers() -> None:
    sheet = _hidden_first(also_visible=False)
    assert sheet.lines[0][1]["CODGEO"] == "Ancienne"
    assert "« Ancienne » (masquée)" in sheet.notes[0]


def test_the_values_of_formulas_are_said_to_be_taken_as_saved_where_there_are_any() -> None:
    assert not any("formule" in note for note in _hidden_first(also_visible=False).notes)
    rows = (cell("CODGEO") + cell("POP_MUN"), cell("QP1") + _formula("3"), cell("QP2") + _formula())
    sheet = read_source_table(Document("a.ods", ods(*rows)), _is_header)
    assert sheet is not None
    assert sheet.notes[1].startswith("1\u00a0case est une formule")


def _formula(value: str = "") -> str:
    said = f'office:value-type="float" office:value="{value}"' if value else ""
    return f'<table:table-cell table:formula="of:=1+1" {said}/>'
