"""« Bilan annuel » as DOCX: titles, header rows, text alternatives, the numbers of its page."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx as office
import pytest
from docx.oxml.ns import qn

from dashboard.content import Prose, plain
from dashboard.documents import docx, flow, pdf, report
from dashboard.documents.value import Figure, PrintedRows, PrintedView
from dashboard.store import Store
from tests.documents import office as office_suite
from tests.documents import tagged
from tests.documents.test_fiche import packed, said, years
from tests.documents.test_report import of_the_page, visited


def opened(one: PrintedView) -> Any:
    return office.Document(io.BytesIO(office_suite.written(one, docx)))


def words(made: Any) -> str:
    """Every paragraph, those of the tables included."""
    inside = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
    return " ; ".join([*(paragraph.text for paragraph in made.paragraphs), *inside])


@pytest.mark.parametrize("rank", range(3))
def test_every_number_of_the_file_is_one_of_its_page(store: Store, rank: int) -> None:
    one, view = visited(store, years(store)[rank])
    known = of_the_page(view) | tagged.numbers(" ; ".join(said(one.imprint)))
    known |= {str(one.imprint.origin.day.day), str(one.imprint.origin.day.year)}
    assert tagged.numbers(words(opened(one))) - known == set()


@pytest.mark.parametrize("rank", range(3))
def test_each_cell_is_that_of_the_table_of_its_figure(store: Store, rank: int) -> None:
    one, _ = visited(store, years(store)[rank])
    shown = [block for block in one.blocks if isinstance(block, PrintedRows) and block.table.rows]
    made = opened(one).tables
    assert len(made) == len(shown)
    for table, block in zip(made, shown, strict=True):
        cells, wide = [cell.text for cell in table._cells], len(block.table.columns)
        rows = [cells[at : at + wide] for at in range(wide, len(cells), wide)]
        wanted = [flow.cells(row) for row in block.table.rows]
        assert [
            row if len(said) > 1 else row[:1] for row, said in zip(rows, wanted, strict=True)
        ] == wanted


def test_its_titles_are_those_of_the_pdf_in_the_same_order(store: Store) -> None:
    one, _ = visited(store, years(store)[1])
    made = opened(one)
    titles = [
        (paragraph.style.name[-1], packed(paragraph.text))
        for paragraph in made.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    found = tagged.tags(pdf.one(one, report.TEMPLATE))
    tags = [(tag.role[1], packed(tag.title)) for tag in found if tag.role in ("H1", "H2", "H3")]
    assert titles == tags


def test_each_figure_has_its_alternative_and_each_table_its_header_row(store: Store) -> None:
    one, _ = visited(store, years(store)[1])
    made = opened(one)
    figures = [b for b in one.blocks if isinstance(b, Figure) and b.exhibit.chart is not None]
    told = [shape._inline.docPr for shape in made.inline_shapes]
    assert [item.get("title") for item in told] == [block.exhibit.title for block in figures]
    for item, block in zip(told, figures, strict=True):
        first = next(iter(block.exhibit.table.rows)).cells[0].text
        assert first in item.get("descr")
    tables = [block for block in one.blocks if isinstance(block, PrintedRows) and block.table.rows]
    assert len(made.tables) == len(tables)
    for grid, kept in zip(made.tables, tables, strict=True):
        assert [cell.text for cell in grid.rows[0].cells] == [c.label for c in kept.table.columns]
        assert grid.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert len(grid.rows) == kept.most + 1


def test_what_opens_a_part_stays_with_the_figure_that_follows(chambery: Store) -> None:
    one, _ = visited(chambery, 2016)
    pairs = zip(one.blocks, one.blocks[1:], strict=False)
    leads = [
        plain(said)
        for block, after in pairs
        if isinstance(block, Prose) and isinstance(after, Figure | PrintedRows)
        for said in block.paragraphs
    ]
    made = opened(one)
    kept = {packed(item.text): item.style.paragraph_format for item in made.paragraphs}
    assert leads
    assert all(kept[packed(said)].keep_with_next for said in leads)


def test_it_is_in_french_and_says_whose_it_is(store: Store) -> None:
    one, _ = visited(store, years(store)[1])
    made = opened(one)
    assert made.core_properties.title == one.title
    assert made.core_properties.language == "fr-FR"
    assert made.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "fr-FR"
    text = words(made)
    for part in (one.imprint.notice, one.filters, one.imprint.publication, *one.sources):
        assert part in text


def test_no_text_breaks_the_file(chambery: Store) -> None:
    one, _ = visited(chambery, 2016)
    title = "<w:p/> & \u0000\u0007\u001f « é » 😀 ]]>"
    made = opened(replace(one, title=title))
    first = next(item for item in made.paragraphs if item.style.name == "Heading 1")
    assert first.text == "<w:p/> &  « é » 😀 ]]>"


def test_an_office_suite_opens_it_and_shows_every_title(chambery: Store, tmp_path: Path) -> None:
    one, _ = visited(chambery, 2016)
    text = office_suite.shown(docx.written(one), "bilan.docx", tmp_path)
    for block in one.blocks:
        if isinstance(block, Figure | PrintedRows):
            assert packed(block.exhibit.title) in text


def test_the_same_report_makes_the_same_parts(chambery: Store) -> None:
    one, _ = visited(chambery, 2016)
    first, second = (zipfile.ZipFile(io.BytesIO(docx.written(one))) for _ in range(2))
    names = first.namelist()
    assert [first.read(name) for name in names] == [second.read(name) for name in names]
