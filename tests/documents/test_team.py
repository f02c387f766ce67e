"""What the team writes of a year, in every form of its report; and the report that is a project."""

from __future__ import annotations

import io
import re
from html import unescape
from typing import Any

import docx as office
import odfdo
import pptx as deck
import pytest
from docx.oxml.ns import qn

from dashboard import markdown
from dashboard.content import Authored, Hero, plain
from dashboard.documents import (
    docx,
    odp,
    odt,
    pdf,
    portfolio,
    portfolio_index,
    pptx,
    report,
    session,
)
from dashboard.documents.imprint import target
from dashboard.documents.value import PrintedView
from dashboard.domain.yearly_report import ReportPart
from dashboard.pages import PAGES, router, team
from dashboard.store import Store
from dashboard.web.factory import create_app
from tests.documents import office as office_suite
from tests.documents import tagged
from tests.documents.test_fiche import AT, packed
from tests.documents.test_report import visited
from tests.documents.test_session import SHEETS

ADOPTED, PROJECT = 2023, 2024


def told(one: PrintedView) -> list[Authored]:
    return [block for block in one.blocks if isinstance(block, Authored)]


def words(one: PrintedView) -> list[str]:
    """Every sentence and heading that the team wrote, as a reader packs it."""
    return [packed(said) for block in told(one) for said in markdown.words(block.parts)]


def shown(store: Store, year: int) -> PrintedView:
    """The report without its annexes, as slides show it."""
    page, view = router.visit(PAGES, f"/bilan/{year}", "", store) or pytest.fail(str(year))
    return report.shown(page, view, AT)


def text(made: Any) -> Any:
    return odfdo.Document(io.BytesIO(made))


def letters(element: Any) -> str:
    """The letters of an element, those of its links included."""
    return packed("".join(str(part) for part in element.xpath(".//text()")))


@pytest.fixture(scope="module")
def adopted(example: Store) -> PrintedView:
    return visited(example, ADOPTED)[0]


@pytest.fixture(scope="module")
def project(example: Store) -> PrintedView:
    return visited(example, PROJECT)[0]


def test_each_part_of_the_year_has_its_text_said_to_be_that_of_the_team(
    adopted: PrintedView,
) -> None:
    parts = [block.name.rpartition(": ")[2][:2] for block in told(adopted)]
    assert parts == ["in", "1.", "2.", "3.", "4.", "5.", "6.", "co"]
    assert {packed(block.mark) for block in told(adopted)} == {packed(team.MARK)}


def test_the_real_territory_says_nothing_that_nobody_wrote(chambery: Store) -> None:
    assert not any(
        chambery.reports.text(year, part) for year in chambery.choices.years for part in ReportPart
    )
    one, _ = visited(chambery, 2016)
    assert (told(one), one.project) == ([], "")


def test_the_pdf_says_it_under_the_titles_of_its_part(adopted: PrintedView) -> None:
    content = pdf.one(adopted, report.TEMPLATE)
    pages = packed(" ".join(tagged.texts(content)))
    assert all(said in pages for said in words(adopted))
    assert pages.count(packed(team.MARK)) == len(told(adopted))
    roles = [tag.role for tag in tagged.tags(content)]
    assert "L" in roles
    assert len([tag for tag in tagged.tags(content) if tag.role == "H4"]) == 0
    titles = [packed(tag.title) for tag in tagged.tags(content) if tag.role == "H3"]
    assert packed("Ce que nous voudrions savoir") in titles


def test_the_docx_keeps_its_headings_its_lists_its_emphasis_and_its_links(
    adopted: PrintedView,
) -> None:
    made: Any = office.Document(io.BytesIO(office_suite.written(adopted, docx)))
    ruled = [
        p
        for p in made.paragraphs
        if p._p.pPr is not None and p._p.pPr.find(qn("w:pBdr")) is not None
    ]
    said = {packed(p.text): p for p in ruled}
    assert set(words(adopted)) <= set(said)
    assert said[packed("Ce qui a bien marché")].style.name == "Heading 3"
    assert said[packed("répondre par écrit à chaque avis ;")].style.name == "List Bullet"
    first = said[packed("Qui avons-nous touché, et qui nous échappe encore ?")]
    again = said[
        packed("des effectifs plus sûrs, parce que la fiche de présence est la même partout ;")
    ]
    assert first.style.name == again.style.name == "List Number"
    assert first._p.pPr.numPr.numId.val != again._p.pPr.numPr.numId.val
    assert said[packed("qui continue l’année suivante.")].style.name == "List Bullet 2"
    runs = [run for p in ruled for run in p.runs]
    assert [run.text for run in runs if run.italic and run.text.startswith("Rien")]
    links = {link.address for p in ruled for link in p.hyperlinks}
    assert f"{AT.site}/actions?annee=2023" in links
    assert "mailto:politique-ville@auzelande.example" in links


def test_the_odt_keeps_its_headings_its_lists_its_emphasis_and_its_links(
    adopted: PrintedView,
) -> None:
    made = text(office_suite.written(adopted, odt))
    held = made.body.get_elements("descendant::text:p | descendant::text:h")
    ruled = [one for one in held if str(one.get_attribute("text:style-name")).endswith("_Equipe")]
    assert set(words(adopted)) <= {letters(one) for one in ruled}
    heads = [one for one in ruled if one.tag == "text:h"]
    assert {int(one.get_attribute("text:outline-level")) for one in heads} == {3}
    nested = made.body.get_elements("descendant::text:list//text:list")
    assert [letters(one) for one in nested]
    links = {
        one.get_attribute("xlink:href") for one in made.body.get_elements("descendant::text:a")
    }
    assert f"{AT.site}/actions?annee=2023" in links


@pytest.mark.parametrize("form", [pptx, odp])
def test_each_text_has_its_slide(example: Store, form: Any) -> None:
    one = shown(example, ADOPTED)
    if form is pptx:
        made: Any = deck.Presentation(io.BytesIO(form.written(one)))
        titles = [packed(slide.shapes.title.text) for slide in made.slides]
        held = packed(
            " ".join(s.text_frame.text for p in made.slides for s in p.shapes if s.has_text_frame)
        )
        drawn = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
        assert [mark for page in made.slides for mark in page._element.iter(f"{drawn}buAutoNum")]
    else:
        pages = text(form.written(one)).body.get_elements("draw:page")
        titles = [letters(page.get_elements("draw:frame")[0]) for page in pages]
        held = "".join(map(letters, pages))
    assert {packed(block.name) for block in told(one)} <= set(titles)
    assert len(set(titles)) == len(titles)
    assert all(said in held for said in words(one))


def test_a_project_says_so_on_every_sheet_and_numbers_its_lines(project: PrintedView) -> None:
    said = packed(project.project)
    assert said == packed("Projet soumis à avis, 10 avril 2025")
    pages = [packed(page) for page in tagged.texts(pdf.one(project, report.TEMPLATE))]
    assert all(said in page for page in pages)
    made: Any = office.Document(io.BytesIO(office_suite.written(project, docx)))
    section = made.sections[0]
    assert packed(section.header.paragraphs[0].text) == said
    assert section._sectPr.find(qn("w:lnNumType")).get(qn("w:restart")) == "newPage"
    flat = text(office_suite.written(project, odt))
    assert said in letters(flat.styles.get_element("//style:header"))
    lines = flat.styles.get_element("//text:linenumbering-configuration")
    assert lines.get_attribute("text:number-lines") in ("true", True)


def test_a_project_says_so_on_every_slide(example: Store) -> None:
    one = shown(example, PROJECT)
    made: Any = deck.Presentation(io.BytesIO(pptx.written(one)))
    said = [[s.text_frame.text for s in page.shapes if s.has_text_frame] for page in made.slides]
    assert all(one.project in lines for lines in said)
    pages = text(odp.written(one)).body.get_elements("draw:page")
    assert all(packed(one.project) in letters(page) for page in pages)


def test_what_is_adopted_has_neither_that_mark_nor_numbered_lines(
    example: Store, adopted: PrintedView
) -> None:
    assert adopted.project == ""
    made: Any = office.Document(io.BytesIO(office_suite.written(adopted, docx)))
    assert made.sections[0]._sectPr.find(qn("w:lnNumType")) is None
    lines = text(office_suite.written(adopted, odt)).styles.get_element(
        "//text:linenumbering-configuration"
    )
    assert lines.get_attribute("text:number-lines") not in ("true", True)
    page, view = router.visit(PAGES, f"/bilan/{ADOPTED}", "", example) or pytest.fail("bilan")
    head = next(block for block in page.blocks(view) if isinstance(block, Hero))
    assert packed("adopté le 20 juin 2024") in packed(plain(head.lead))


def test_a_link_of_the_team_leads_to_the_live_page(adopted: PrintedView) -> None:
    origin = adopted.imprint.origin
    assert target("/bilan/2023", origin) == f"{AT.site}/bilan/2023"
    assert target("https://exemple.fr/a", origin) == "https://exemple.fr/a"
    assert target("", origin) == ""


MADE_OF_IT = (
    "/fiche/bilan/{}",
    "/projection/bilan/{}",
    "/encart/bilan/{}/piliers",
    "/export/bilan/{}/piliers.csv",
    "/figure/bilan/{}/piliers.svg",
)


def test_all_that_is_made_of_a_report_says_that_it_is_a_project_and_only_then(
    example: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENCARTS", "oui")
    client = create_app(example).server.test_client()
    mark = packed("Projet soumis à avis, 10 avril 2025")
    for path in MADE_OF_IT:
        for year, wanted in ((PROJECT, True), (ADOPTED, False)):
            answer = client.get(path.format(year))
            read = packed(re.sub(r"<[^>]*>", " ", unescape(answer.text)))
            assert (answer.status_code, mark in read) == (200, wanted), (path, year)


def test_a_meeting_sheet_and_the_kit_of_a_report_say_that_it_is_a_project(example: Store) -> None:
    mark = packed("Projet soumis à avis, 10 avril 2025")
    for year, wanted in ((PROJECT, True), (ADOPTED, False)):
        page, view = router.visit(SHEETS, f"/fiche/bilan/{year}", "", example) or pytest.fail(
            str(year)
        )
        (paper,) = tagged.texts(pdf.one(session.of(page, view, AT), session.TEMPLATE))
        assert (mark in packed(paper)) == wanted, year
        page, view = router.visit(PAGES, f"/bilan/{year}", "", example) or pytest.fail(str(year))
        made = portfolio.of(page, view, AT)
        index = portfolio_index.written(made.title, made.filters, made.imprint, ())
        assert (mark in packed(index)) == wanted, year
