"""« Bilan annuel » as a PDF: its parts, its annexes, its contents, the numbers of its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.content import Prose
from dashboard.documents import data, pdf, report
from dashboard.documents.value import Figure, PrintedRows, PrintedView
from dashboard.exhibits import quarter_list
from dashboard.pages import PAGES, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.view import View
from dashboard.words.typography import typeset
from tests.documents import pictures, tagged
from tests.documents.test_fiche import AT, packed, said, written, years

PARTS = ("1. ", "2. ", "3. ", "4. ", "5. ", "6. ")
ANNEXES = ("Annexe A", "Annexe B", "Annexe C", "Annexe D")


def visited(store: Store, year: int, query: str = "") -> tuple[PrintedView, View]:
    page, view = router.visit(PAGES, f"/bilan/{year}", query, store) or pytest.fail(str(year))
    return report.of(page, view, AT), view


def of_the_page(view: View) -> set[str]:
    """Every number of the page and of the list of the quarters, which is an annex."""
    page = next(page for page in PAGES if page.slug == "bilan")
    more = typeset(quarter_list.exhibit(view))
    return tagged.numbers(" ; ".join(said((*page.blocks(view), more))))


@pytest.mark.parametrize("rank", range(3))
def test_every_number_of_the_report_is_one_of_its_page(store: Store, rank: int) -> None:
    one, view = visited(store, years(store)[rank])
    known = of_the_page(view) | tagged.numbers(" ; ".join(said(one.imprint)))
    known |= {str(one.imprint.origin.day.day), str(one.imprint.origin.day.year)}
    assert tagged.numbers(" ; ".join(written(data.of(one)))) - known == set()


def test_the_report_holds_every_figure_and_every_row_of_its_page(store: Store) -> None:
    one, view = visited(store, years(store)[1])
    page = next(page for page in PAGES if page.slug == "bilan")
    held = {item.slug: item for item in one.exhibits}
    for item in exhibits_of(page, view):
        assert held[item.slug].table == item.table
        assert held[item.slug].source == item.source
    tables = [block for block in one.blocks if isinstance(block, PrintedRows)]
    assert all(block.left_out(block.most) == "" for block in tables)


def test_the_contents_name_the_six_parts_and_the_annexes(store: Store, tmp_path: Path) -> None:
    one, _ = visited(store, years(store)[2])
    content = pdf.one(one, report.TEMPLATE)
    titles = [tag.title for tag in tagged.tags(content) if tag.role == "H2"]
    for start in (*PARTS, "Ce que ces chiffres ne disent pas", *ANNEXES, "Sources"):
        assert [title for title in titles if title.startswith(start)], start
    assert titles == sorted(titles, key=titles.index)
    first = packed(tagged.texts(content)[0])
    assert all(packed(title) in first for title in titles)
    assert one.imprint.notice.replace("\u00a0", " ") in tagged.texts(content)[0]


def test_no_title_stands_alone_at_the_foot_of_a_page_nor_is_half_a_page_white(
    store: Store, tmp_path: Path
) -> None:
    one, _ = visited(store, years(store)[2])
    content = pdf.one(one, report.TEMPLATE)
    titles = {packed(tag.title) for tag in tagged.tags(content) if tag.role in ("H2", "H3")}
    foot = packed(f"{one.imprint.name} · {one.title}")
    pages = tagged.texts(content)
    for text in pages:
        body = packed(text).partition(foot)[0]
        assert not body.endswith(tuple(titles - {""}))
    for picture in pictures.pages(content, tmp_path)[:-1]:
        assert pictures.tallest_white(picture) < 0.5
        assert min(pictures.margins(picture)) > 0.02


def test_the_tags_of_the_report_are_those_of_its_figures_and_tables(chambery: Store) -> None:
    one, _ = visited(chambery, 2016)
    found = tagged.tags(pdf.one(one, report.TEMPLATE))
    figures = [block for block in one.blocks if isinstance(block, Figure)]
    tables = [block for block in one.blocks if isinstance(block, PrintedRows)]
    alts = [tag.alt for tag in found if tag.role == "Figure"]
    assert len(alts) == len(figures)
    assert all(alts)
    assert len([tag for tag in found if tag.role == "Table"]) == len(tables)
    assert [tag.title for tag in found if tag.role == "H1"] == [one.title]


def test_another_reader_finds_no_fault_in_the_tags(store: Store, tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua", reason="le contrôleur PDF/UA n’est pas installé")
    path = tmp_path / "bilan.pdf"
    path.write_bytes(pdf.one(visited(store, years(store)[0])[0], report.TEMPLATE))
    assert [finding.message for finding in pdfua.validate(path).findings] == []


def test_a_filtered_report_says_so_on_its_first_page_and_in_its_name(chambery: Store) -> None:
    one, _ = visited(chambery, 2016, "pilier=emploi")
    assert "Développement économique et emploi" in one.filters
    assert packed(one.filters) in packed(tagged.texts(pdf.one(one, report.TEMPLATE))[0])
    assert one.file_name == "grand-chambery_bilan_2016_emploi"


def test_what_is_not_published_is_said_at_its_place(chambery: Store) -> None:
    one, _ = visited(chambery, 2016)
    words = " ".join(said(one.blocks))
    assert "ne sont pas publiés" in words
    limits = [b for b in one.blocks if isinstance(b, Prose) and "ne disent pas" in b.title]
    assert len(limits) == 1
