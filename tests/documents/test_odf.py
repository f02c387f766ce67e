"""The report as ODT, a page as ODP: titles, alternatives, header rows, the numbers of the page."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import odfdo
import pytest

from dashboard.charts import demo
from dashboard.documents import odp, odt
from dashboard.documents.office_lines import office_chart
from dashboard.documents.stage import INSIDE, Picture
from dashboard.documents.value import Figure, PrintedRows, PrintedView
from dashboard.store import Store
from tests.documents import office as office_suite
from tests.documents import tagged
from tests.documents.test_docx import opened as docx
from tests.documents.test_fiche import packed, said, years
from tests.documents.test_pptx import cuts, known, of_page, yearly
from tests.documents.test_report import of_the_page, visited

TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
VALUE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value"
DRAWN = Picture(
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"></svg>', "Une carte"
)
OPENED = "/evolutions?indicateur=taux-pauvrete"


def opened(one: PrintedView, form: Any) -> Any:
    return odfdo.Document(io.BytesIO(office_suite.written(one, form)))


def words(made: Any) -> str:
    """Every paragraph and title, those of the tables included."""
    held = made.body.get_elements("descendant::text:p | descendant::text:h")
    return " ; ".join(_plain(element) for element in held)


def _plain(element: Any) -> str:
    """The words of a paragraph, a space written as an element being one."""
    read = (text for text in element.xpath(".//text() | .//text:s"))
    return "".join(" " if not isinstance(part, str) else part for part in read)


@pytest.mark.parametrize("rank", range(3))
def test_every_number_of_the_text_is_one_of_its_page(store: Store, rank: int) -> None:
    one, view = visited(store, years(store)[rank])
    known = of_the_page(view) | tagged.numbers(" ; ".join(said(one.imprint)))
    known |= {str(one.imprint.origin.day.day), str(one.imprint.origin.day.year)}
    assert tagged.numbers(words(opened(one, odt))) - known == set()


def test_the_text_has_its_titles_its_alternatives_and_its_header_rows(store: Store) -> None:
    one, _ = visited(store, years(store)[1])
    made = opened(one, odt)
    titles = [str(title).strip() for title in made.body.headers]
    assert titles == [p.text for p in docx(one).paragraphs if p.style.name.startswith("Heading")]
    figures = [b for b in one.blocks if isinstance(b, Figure) and b.exhibit.chart is not None]
    frames = made.body.get_elements("descendant::draw:frame")
    assert [frame.svg_title for frame in frames] == [block.exhibit.title for block in figures]
    for frame, block in zip(frames, figures, strict=True):
        assert next(iter(block.exhibit.table.rows)).cells[0].text in frame.svg_description
    tables = [block for block in one.blocks if isinstance(block, PrintedRows) and block.table.rows]
    heads = made.body.get_elements("descendant::table:table-header-rows")
    assert len(heads) == len(made.body.tables) == len(tables)


def test_every_number_of_the_slides_is_one_of_their_page(store: Store) -> None:
    one = of_page(store, OPENED)
    known = tagged.numbers(" ; ".join(said((one.blocks, one.lead, one.filters, one.imprint))))
    known |= {str(one.imprint.origin.day.day), str(one.imprint.origin.day.year)} | cuts(one)
    assert tagged.numbers(words(opened(one, odp))) - known == set()


@pytest.mark.parametrize("rank", range(3))
def test_every_number_of_the_slides_of_the_report_is_one_of_its_page(
    store: Store, rank: int
) -> None:
    one, known = yearly(store, years(store)[rank])
    known |= tagged.numbers(" ; ".join(said(one.imprint))) | cuts(one)
    known |= {str(one.imprint.origin.day.day), str(one.imprint.origin.day.year)}
    assert tagged.numbers(words(opened(one, odp))) - known == set()


def test_each_slide_has_a_title_and_each_figure_its_alternative(store: Store) -> None:
    one = of_page(store, OPENED)
    pages = opened(one, odp).body.get_elements("draw:page")
    titles = [
        str(frame.get_element("draw:text-box/text:p"))
        for page in pages
        for frame in page.get_elements("draw:frame")
        if frame.get_attribute("presentation:class") == "title"
    ]
    assert len(titles) == len(set(titles)) == len(pages)
    figures = [b for b in one.blocks if isinstance(b, Figure) and b.exhibit.chart is not None]
    frames = [frame for page in pages for frame in page.get_elements("draw:frame")]
    drawn = [f for f in frames if f.get_element("draw:image") or f.get_element("draw:object")]
    assert len(drawn) == len(figures)
    for frame, block in zip(drawn, figures, strict=True):
        assert next(iter(block.exhibit.table.rows)).cells[0].text in frame.svg_description


def test_each_chart_of_the_slides_is_native_and_holds_the_numbers_of_its_table(
    store: Store,
) -> None:
    one = of_page(store, OPENED)
    figures = [block.exhibit for block in one.blocks if isinstance(block, Figure)]
    native = [item for item in figures if office_chart(item.chart)]
    held = tables(opened(one, odp))
    assert native
    assert len(held) == len(native)
    for table, item in zip(held, native, strict=True):
        values = {round(value, 2) for value in table.values() if value}
        assert values
        assert values - known(item) == set(), item.slug


def test_every_kind_of_native_chart_is_written_whole() -> None:
    made, stage = stage_of_slides()
    charts = [office_chart(make()[0]) for make in demo.FIGURES.values()]
    native = [chart for chart in charts if chart is not None]
    for rank, chart in enumerate(native):
        stage.slide(str(rank), "").chart(INSIDE, chart, DRAWN)
    assert native
    assert list(tables(made)) == [
        {
            (series.name, name): value
            for series in chart.series
            for name, value in zip(chart.categories, series.values, strict=True)
        }
        for chart in native
    ]


def test_a_drawing_is_shown_from_its_vectors_with_an_image_behind() -> None:
    made, stage = stage_of_slides()
    stage.slide("Carte", "").picture(INSIDE, DRAWN)
    (frame,) = (f for f in made.body.get_elements("descendant::draw:frame") if f.svg_description)
    paths = [image.get_attribute("xlink:href") for image in frame.get_elements("draw:image")]
    assert [path[-4:] for path in paths] == [".svg", ".png"]
    assert made.container.get_part(paths[0]).decode() == DRAWN.vectors
    assert frame.svg_description == DRAWN.alt


def stage_of_slides() -> tuple[Any, odp.OdpStage]:
    """An empty deck, and the stage on which its slides are shown."""
    made = odfdo.Document("presentation")
    made.body.clear()
    odp.prepare(made)
    return made, odp.OdpStage(made)


def tables(made: Any) -> list[dict[tuple[str, str], float | None]]:
    """The table of each chart: its values by the names of their series and of their category."""
    objects = made.body.get_elements("descendant::draw:object")
    folders = [held.get_attribute("xlink:href").removeprefix("./") for held in objects]
    return [_local_table(made.container.get_part(f"{one}/content.xml")) for one in folders]


def _local_table(content: bytes) -> dict[tuple[str, str], float | None]:
    rows = list(ElementTree.fromstring(content).iter(f"{{{TABLE}}}table-row"))
    read = [[("".join(cell.itertext()), cell.get(VALUE)) for cell in row] for row in rows]
    heads, *lines = read
    return {
        (head, line[0][0]): None if value is None else float(value)
        for line in lines
        for (head, _), (_, value) in zip(heads[1:], line[1:], strict=True)
    }


@pytest.mark.parametrize("form", [odt, odp])
def test_an_office_suite_opens_it_and_shows_every_title(
    chambery: Store, tmp_path: Path, form: Any
) -> None:
    one = visited(chambery, 2016)[0] if form is odt else of_page(chambery, OPENED)
    name = f"document.{form.__name__.rpartition('.')[2]}"
    text = office_suite.shown(office_suite.written(one, form), name, tmp_path)
    for block in one.blocks:
        if isinstance(block, Figure | PrintedRows):
            assert packed(block.exhibit.title) in text
    if form is odp:  # what only the suite writes: the names and the numbers of its own charts
        assert packed("44 %") in text
