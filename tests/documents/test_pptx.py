"""A page and « Bilan annuel » as decks: native charts, titles, notes, the numbers of the page."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pptx as office
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from dashboard.charts import demo
from dashboard.content import Exhibit
from dashboard.documents import pptx, report, slides
from dashboard.documents.office_lines import WITHOUT, office_chart
from dashboard.documents.value import Figure, PrintedRows, PrintedView
from dashboard.domain.chart import Chart, Incomes, Multiples, Trend
from dashboard.pages import PAGES, router
from dashboard.store import Store
from tests.documents import office as office_suite
from tests.documents import tagged
from tests.documents.test_fiche import AT, packed, said, years
from tests.documents.test_report import of_the_page

PATHS = ("/", "/actions", "/evolutions?indicateur=taux-pauvrete")


def of_page(store: Store, path: str) -> PrintedView:
    where, _, query = path.partition("?")
    page, view = router.visit(PAGES, where, query, store) or pytest.fail(path)
    return slides.of(page, view, AT)


def yearly(store: Store, year: int) -> tuple[PrintedView, set[str]]:
    """The deck of the report, and every number of its page."""
    page, view = router.visit(PAGES, f"/bilan/{year}", "", store) or pytest.fail(str(year))
    return report.shown(page, view, AT), of_the_page(view)


def opened(one: PrintedView) -> Any:
    return office.Presentation(io.BytesIO(office_suite.written(one, pptx)))


def texts(made: Any) -> Iterator[str]:
    for slide in made.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)
        if slide.has_notes_slide:
            yield slide.notes_slide.notes_text_frame.text


def cuts(one: PrintedView) -> set[str]:
    """The ranks of « lignes 15 à 28 sur 30 », wherever a table may be cut."""
    tables = [block.table for block in one.blocks if isinstance(block, PrintedRows)]
    tables += [item.table for item in _figures(one) if type(item.chart) in WITHOUT]
    most = max((len(table.rows) for table in tables), default=0)
    told = (block.left_out(0) for block in one.blocks if isinstance(block, PrintedRows))
    return tagged.numbers(" ; ".join((*told, *map(str, range(most + 1)))))


def values(chart: Any) -> set[float]:
    """What the workbook inside a chart holds, but for what only holds up its bars."""
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    columns = (
        column for column in book.worksheets[0].iter_cols(min_col=2) if column[0].value != "Appui"
    )
    cells = (cell for column in columns for cell in column[1:])
    return {round(float(str(cell.value)), 2) for cell in cells if cell.value is not None}


def known(item: Exhibit) -> set[float]:
    cells = (cell.value for row in item.table.rows for cell in row.cells)
    return {round(abs(float(value)), 2) for value in cells if isinstance(value, int | float)}


@pytest.mark.parametrize("rank", range(3))
def test_every_number_of_the_deck_is_one_of_its_page(store: Store, rank: int) -> None:
    one, numbers = yearly(store, years(store)[rank])
    numbers |= tagged.numbers(" ; ".join(said(one.imprint)))
    numbers |= {str(one.imprint.origin.day.day), str(one.imprint.origin.day.year)}
    made = opened(one)
    ranks = {str(rank) for rank in range(len(made.slides) + 1)}
    numbers |= cuts(one)
    assert tagged.numbers(" ; ".join(texts(made))) - numbers - ranks == set()


@pytest.mark.parametrize("path", PATHS)
def test_each_chart_holds_the_numbers_of_its_table(store: Store, path: str) -> None:
    one = of_page(store, path)
    drawn = [item for item in _figures(one) if office_chart(item.chart)]
    charts = [s.chart for slide in opened(one).slides for s in slide.shapes if s.has_chart]
    assert drawn
    assert len(charts) == len(drawn)
    for chart, item in zip(charts, drawn, strict=True):
        assert {value for value in values(chart) if value} - known(item) == set(), item.slug


def _figures(one: PrintedView) -> list[Exhibit]:
    return [b.exhibit for b in one.blocks if isinstance(b, Figure) and b.exhibit.chart is not None]


@pytest.mark.parametrize("path", PATHS)
def test_each_figure_is_told_to_who_does_not_see_it(store: Store, path: str) -> None:
    one = of_page(store, path)
    made = opened(one)
    shapes = [s for slide in made.slides for s in slide.shapes]
    told = [
        s._element.xpath(".//p:cNvPr")[0].get("descr")
        for s in shapes
        if s.has_chart or s.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]
    assert len(told) == len(_figures(one))
    for words, item in zip(told, _figures(one), strict=True):
        assert next(iter(item.table.rows)).cells[0].text in words
    spoken = [slide.notes_slide for slide in made.slides if slide.has_notes_slide]
    notes = [held.notes_text_frame.text for held in spoken]
    for item in _figures(one):
        assert any(item.source.split(" · ")[0] in note for note in notes)


@pytest.mark.parametrize("path", PATHS)
def test_titles_are_said_once_and_nothing_stands_outside(store: Store, path: str) -> None:
    made = opened(of_page(store, path))
    titles = [slide.shapes.title.text for slide in made.slides]
    assert all(titles)
    assert len(titles) == len(set(titles))
    for slide in made.slides:
        for shape in slide.shapes:
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= made.slide_width
            assert shape.top + shape.height <= made.slide_height, shape.name


def test_a_table_cut_over_two_slides_says_on_each_which_rows_it_shows(chambery: Store) -> None:
    page, view = router.visit(PAGES, "/bilan/2016", "", chambery) or pytest.fail("bilan")
    one = report.of(page, view, AT)
    said = [re.findall(r"(\d+) à (\d+) sur (\d+)", text) for text in texts(opened(one))]
    found = [tuple(map(int, ranks)) for each in said for ranks in each]
    assert found
    seconds = [ranks for ranks in found if ranks[0] > 1]
    assert seconds
    for start, end, whole in seconds:
        assert any(before == (1, start - 1, whole) for before in found)
        assert start <= end <= whole


def test_every_kind_of_chart_is_native_or_says_why_none_draws_it() -> None:
    shown = [chart for chart, _ in (make() for make in demo.FIGURES.values())]
    assert {type(chart) for chart in shown} == set(get_args(Chart))
    for chart in shown:
        assert (office_chart(chart) is None) == (type(chart) in WITHOUT), type(chart)
    assert all(WITHOUT.values())


def test_a_picture_that_no_suite_draws_has_its_table_beside_it(chambery: Store) -> None:
    one = of_page(chambery, "/")
    drawn = [item for item in _figures(one) if type(item.chart) in WITHOUT]
    assert drawn
    tables = [s.table for slide in opened(one).slides for s in slide.shapes if s.has_table]
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    for item in drawn:
        assert any(item.table.columns[0].label in head for head in heads), item.slug


def test_small_multiples_are_lines_on_one_scale_cut_where_the_years_part() -> None:
    chart, _ = demo.FIGURES["multiples"]()
    assert isinstance(chart, Multiples)
    native = office_chart(chart)
    assert native is not None
    firsts = [line for line in native.series if line.listed]
    assert [line.name for line in firsts] == [strand.label for strand in chart.strands]
    assert len({line.look for line in native.series}) == len(chart.strands)
    cut = chart.years.index(chart.breaks[0].year)
    for line in native.series:
        drawn = [rank for rank, value in enumerate(line.values) if value is not None]
        assert drawn
        assert (min(drawn) >= cut) == line.again, "une ligne passe la rupture"
    for strand in chart.strands:
        pieces = [line for line in native.series if line.name.startswith(strand.label)]
        held = zip(*(line.values for line in pieces), strict=True)
        assert tuple(next((v for v in at if v is not None), None) for at in held) == strand.values


def test_no_line_of_an_office_suite_joins_values_that_may_not_be_compared(store: Store) -> None:
    figures = _figures(of_page(store, "/evolutions?indicateur=taux-pauvrete"))
    (chart,) = (item.chart for item in figures if isinstance(item.chart, Trend))
    native = office_chart(chart)
    assert native is not None
    every = (*chart.quarters, *chart.references)
    first = min(item.known[0].year for item in every if item.known)
    assert {
        ((first + at, value), (first + at + 1, after))
        for line in native.series
        for at, (value, after) in enumerate(pairwise(line.values))
        if None not in (value, after)
    } == {
        ((point.year, point.value), (after.year, after.value))
        for item in every
        for run in item.segments
        for point, after in pairwise(run)
    }
    assert sum(line.listed for line in native.series) == len([i for i in every if i.known])


def test_incomes_are_lines_whose_values_are_those_of_the_source() -> None:
    chart, _ = demo.FIGURES["incomes"]()
    assert isinstance(chart, Incomes)
    native = office_chart(chart)
    assert native is not None
    assert native.categories == tuple(f"D{rank}" for rank in range(1, 10))
    for line, row in zip(native.series, chart.spread.rows, strict=True):
        assert {at + 1: v for at, v in enumerate(line.values) if v is not None} == row.known


def test_a_map_is_drawn_from_its_vectors_with_an_image_behind(chambery: Store) -> None:
    one = of_page(chambery, "/")
    names = zipfile.ZipFile(io.BytesIO(pptx.written(one))).namelist()
    assert [name for name in names if name.endswith(".svg")]
    assert [name for name in names if name.endswith(".png")]


def test_it_is_in_french_and_says_whose_it_is(store: Store) -> None:
    one, _ = yearly(store, years(store)[1])
    made = opened(one)
    assert made.core_properties.language == "fr-FR"
    assert made.core_properties.title == one.title
    text = " ; ".join(texts(made))
    for part in (one.imprint.notice, one.filters, one.imprint.publication, *one.sources):
        assert part in text


def test_no_text_breaks_the_file(chambery: Store) -> None:
    one, _ = yearly(chambery, 2016)
    title = "<a:p/> & \u0000\u0007\u001f « é » 😀 ]]>"
    made = opened(replace(one, title=title))
    assert made.slides[0].shapes.title.text == "<a:p/> &  « é » 😀 ]]>"


def test_an_office_suite_opens_it_and_shows_every_title(chambery: Store, tmp_path: Path) -> None:
    one, _ = yearly(chambery, 2016)
    text = office_suite.shown(pptx.written(one), "bilan.pptx", tmp_path)
    for block in one.blocks:
        if isinstance(block, Figure | PrintedRows):
            assert packed(block.exhibit.title) in text
