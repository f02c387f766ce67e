"""Files that a French spreadsheet opens well, and that travel with their source."""

from __future__ import annotations

import csv as reader
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from dashboard.content import Cell, Column, Exhibit, Row, Table, text
from dashboard.domain import formula
from dashboard.domain.frame import Frame
from dashboard.domain.lazy_sequence import LazySequence
from dashboard.exhibits import common
from dashboard.exports import csv, data_file, workbook, xlsx
from dashboard.publication import cells

ROWS = (
    Row((Cell("Associations"),), group=True),
    Row((Cell("00012345600011"), Cell("=CMD()|' /C calc'!A0"), Cell("12,5\u00a0€", 12.5))),
    Row((Cell("x"), Cell("Porteur"), Cell("n.\u00a0d."))),
)


def sheet(rows: Sequence[Row] | None = None) -> data_file.DataFile:
    table = Table(
        "Montants",
        (Column("SIRET"), Column("Porteur"), Column("Montant", numeric=True)),
        ROWS if rows is None else rows,
        ("Une note.",),
    )
    exhibit = Exhibit(
        slug="montants",
        title="Montants",
        subtitle="En euros",
        table=table,
        reading=text("12,5 € en 2016."),
        alt="Tableau.",
        source="ANCT 2016",
        file_name="ville_montants_2016",
        frame=Frame(),
        tags=("Territoire fictif",),
    )
    return data_file.of_exhibit(exhibit, "/actions?annee=2016")


def test_a_csv_has_a_bom_semicolons_and_decimal_commas() -> None:
    content = csv.write(sheet())
    assert content.startswith("\ufeff".encode())
    rows = list(reader.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Rubrique", "SIRET", "Porteur", "Montant"]
    assert rows[1][0] == "Associations"
    assert rows[1][3] == "12,5"
    assert rows[2][3] == "n. d."


def test_a_file_carries_its_source_its_view_and_the_fictional_mark() -> None:
    content = csv.write(sheet()).decode("utf-8-sig")
    for said in ("ANCT 2016", "/actions?annee=2016", "Territoire fictif", "Une note."):
        assert said in content


@pytest.mark.parametrize("write", [csv.write, xlsx.write])
def test_a_file_makes_each_row_of_a_long_table_once(
    write: Callable[[data_file.DataFile], bytes],
) -> None:
    made: list[int] = []

    def row(rank: int) -> Row:
        made.append(rank)
        return ROWS[1]

    assert write(sheet(LazySequence(range(50), row)))
    assert made == list(range(50))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    assert formula.safe(f"{start}1+1").startswith("'")
    assert formula.safe("plain") == "plain"


def test_a_workbook_keeps_codes_as_text_and_numbers_as_numbers() -> None:
    book = load_workbook(io.BytesIO(xlsx.write(sheet())))
    assert book.sheetnames == ["Lisez-moi", "Données"]
    _, code, holder, amount = next(book["Données"].iter_rows(min_row=2, values_only=True))
    assert code == "00012345600011"
    assert amount == 12.5
    box = book["Données"]["C2"]
    assert box.data_type == "s"
    assert str(holder).endswith("A0")


def test_a_number_leaves_with_the_decimals_that_its_source_publishes() -> None:
    cells = (Cell("40 %", 40.0, decimals=0), Cell("36,0 %", 36.0, decimals=1), Cell("x", 2.25))
    made = sheet((Row(cells),))
    line = csv.write(made).decode("utf-8-sig").splitlines()[1]
    assert line == "40;36,0;2,25"
    book = load_workbook(io.BytesIO(xlsx.write(made)))
    formats = [box.number_format for box in book["Données"][2]]
    assert formats == ["#,##0", "#,##0.0", "General"]
    assert [box.value for box in book["Données"][2]] == [40, 36, 2.25]


HOSTILE = st.builds(
    str.__add__,
    st.sampled_from(
        ["=", "+", "-", "@", "\t=", " =", "\u200b@", "＝", "=1+1", "-2+3", "+33 4", "\n="]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12),
)
"""Texts that a spreadsheet would run, or might."""

RUN = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠](?!\d[\d\s]*([.,]\d+)?$)")


def hostile(words: str) -> data_file.DataFile:
    """A sheet that bears those words everywhere that a sheet has words."""
    table = Table(
        words, (Column(words), Column("B")), (Row((Cell(words), Cell("", words))),), (words,)
    )
    exhibit = Exhibit(
        slug="x",
        title=words,
        subtitle=words,
        table=table,
        reading=text(words),
        alt=words,
        source=words,
        file_name="x",
        frame=Frame(),
        tags=(words,),
        notes=(words,),
    )
    return data_file.of_exhibit(exhibit, words)


@settings(max_examples=60)
@given(HOSTILE)
def test_no_cell_head_or_note_of_a_csv_is_run(words: str) -> None:
    content = csv.write(hostile(words)).decode("utf-8-sig")
    found = [cell for row in reader.reader(io.StringIO(content), delimiter=";") for cell in row]
    assert len(found) > 8
    assert [cell for cell in found if RUN.match(cell)] == []


@settings(max_examples=30)
@given(HOSTILE)
def test_no_cell_head_or_note_of_a_workbook_is_a_formula(words: str) -> None:
    book = load_workbook(io.BytesIO(xlsx.write(hostile(words))))
    boxes = [box for page in book for row in page.iter_rows() for box in row]
    assert [box.value for box in boxes if box.data_type == "f"] == []
    assert all(box.quotePrefix for box in boxes if RUN.match(str(box.value or "")))


@settings(max_examples=60)
@given(HOSTILE)
def test_no_cell_of_an_open_file_is_run(words: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "actions.csv"
        cells.write_csv(pd.DataFrame({"intitule": [words], words: ["-12.5"]}), path)
        content = path.read_bytes().decode("utf-8-sig")
    found = [cell for row in reader.reader(io.StringIO(content), delimiter=";") for cell in row]
    assert [cell for cell in found if RUN.match(cell)] == []
    assert "-12.5" in found


def test_what_a_screen_says_under_a_number_has_a_column_of_its_own_in_a_file() -> None:
    columns = (Column("Quartier", note="Commune"), Column("Nombre", True, note="dont proposé"))
    cells = (Cell("Le Biollay", note="Chambéry"), Cell("7", 7, note="dont 3", noted=3))
    told = data_file.DataFile("liste", "Liste", Table("Liste", columns, (Row(cells),)), ())
    rows = csv.write(told).decode("utf-8-sig").splitlines()
    assert rows[0] == "Quartier;Commune;Nombre;dont proposé"
    assert rows[1] == "Le Biollay;Chambéry;7;3"
    page = load_workbook(io.BytesIO(xlsx.write(told)))["Données"]
    assert [box.value for box in page[2]] == ["Le Biollay", "Chambéry", 7, 3]


def test_an_amount_is_shown_as_euros_in_a_workbook() -> None:
    cells = (Cell("a"), Cell("b"), common.money_cell(12345.6))
    book = load_workbook(io.BytesIO(xlsx.write(sheet((Row(cells),)))))
    box = book["Données"]["C2"]
    assert (box.value, box.number_format) == (12345.6, workbook.EUROS)
    assert csv.write(sheet((Row(cells),))).decode("utf-8-sig").splitlines()[1] == "a;b;12345,6"
