"""The open spreadsheet: the sheets, the numbers and the words of the XLSX, in OpenDocument."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from dashboard.content import Cell, Column, Exhibit, Row, Table
from dashboard.domain.funding import Euros
from dashboard.exports import data_file, ods, xlsx
from dashboard.exports.data_file import DataFile
from dashboard.pages import PAGES, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from tests.documents import office
from tests.samples import param

SHEETS = ["Lisez-moi", "Données"]
AWKWARD = DataFile(
    "essai",
    "Essai",
    Table(
        "Essai",
        (Column("Code"), Column("Texte"), Column("Montant", numeric=True), Column("Taux")),
        (
            Row((Cell("00012"), Cell("=1+1"), Cell("", Euros(1234.5)), Cell("", 32.3, decimals=1))),
            Row((Cell("a  b"), Cell("<&\x00\n>"), Cell("n. d."), Cell("0", 0, decimals=0))),
        ),
    ),
    (("Titre", "Essai"), ("Note", "Deux\nlignes")),
)


def shown(store: Store) -> list[tuple[str, Exhibit]]:
    """Every exhibit of every page."""
    views = [(page, router.view_of(page, param(page, store), "", store)) for page in PAGES]
    return [(page.slug, item) for page, view in views for item in exhibits_of(page, view)]


def test_every_table_holds_the_same_in_both_spreadsheets(store: Store) -> None:
    found = shown(store)
    assert len(found) > 20
    for page, item in found:
        file = data_file.of_exhibit(item, "/")
        book = load_workbook(io.BytesIO(xlsx.write(file)), read_only=True)
        open_ = CalamineWorkbook.from_filelike(io.BytesIO(ods.FORMAT.write(file)))
        assert open_.sheet_names == SHEETS == book.sheetnames
        for name in SHEETS:
            one = [[_same(v) for v in row] for row in book[name].iter_rows(values_only=True)]
            other = [[_same(v) for v in row] for row in open_.get_sheet_by_name(name).to_python()]
            assert one == other, (page, item.slug, name)


def _same(value: object) -> object:
    return float(value) if isinstance(value, int) else "" if value is None else value


def test_texts_stay_texts_and_nothing_is_lost() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(ods.FORMAT.write(AWKWARD)))
    head, first, second = book.get_sheet_by_name("Données").to_python()
    assert head == ["Code", "Texte", "Montant", "Taux"]
    assert first == ["00012", "=1+1", 1234.5, 32.3]
    assert second == ["a  b", "<&\n>", "n. d.", 0.0]


def test_the_first_file_of_the_archive_says_what_it_is_uncompressed() -> None:
    with zipfile.ZipFile(io.BytesIO(ods.FORMAT.write(AWKWARD))) as opened:
        first = opened.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_an_office_suite_opens_it_and_shows_numbers_as_their_source_gives_them(
    tmp_path: Path,
) -> None:
    said = office.shown(ods.FORMAT.write(AWKWARD), "essai.ods", tmp_path)
    for words in ("00012", "=1+1", "1234,50€", "32,3", "n.d."):
        assert words in said
