"""Every form of document bears the logo of whose it is, with what is read in its place."""

from __future__ import annotations

import io
from dataclasses import replace

import docx as word
import odfdo
import pptx as slides_suite
import pytest

from dashboard.content import Prose, text
from dashboard.documents import docx, odp, odt, pdf, pptx
from dashboard.documents.value import PrintedView
from dashboard.store import Store
from tests.documents import tagged
from tests.documents.test_fiche import document
from tests.documents.test_pptx import of_page
from tests.logos import ALT, logo


def borne(one: PrintedView) -> PrintedView:
    return replace(short(one), imprint=replace(one.imprint, logo=logo()))


def short(one: PrintedView) -> PrintedView:
    """The same document, of one sentence."""
    return replace(one, blocks=(Prose((text("Une phrase."),)),))


@pytest.mark.parametrize("template", ["fiche", "rapport"])
def test_a_pdf_bears_it(example: Store, template: str) -> None:
    one = document(example, "QP099001", 2023)
    bare, held = pdf.one(short(one), template), pdf.one(borne(one), template)
    assert [tag.alt for tag in tagged.tags(held) if tag.alt].count(ALT) == 1
    assert ALT not in [tag.alt for tag in tagged.tags(bare)]


def test_a_docx_and_an_odt_begin_with_it(example: Store) -> None:
    one = borne(of_page(example, "/"))
    made = word.Document(io.BytesIO(docx.written(one)))
    assert made.inline_shapes[0]._inline.docPr.get("descr") == ALT
    text = odfdo.Document(io.BytesIO(odt.written(one)))
    assert text.body.get_frames()[0].svg_description == ALT


def test_the_first_slide_bears_it_and_no_other(example: Store) -> None:
    one = borne(of_page(example, "/"))
    made = slides_suite.Presentation(io.BytesIO(pptx.written(one)))
    said = [
        [
            shape._element.nvPicPr.cNvPr.get("descr")
            for shape in slide.shapes
            if shape.shape_type == 13
        ]
        for slide in made.slides
    ]
    assert said[0] == [ALT]
    assert not any(said[1:])
    deck = odfdo.Document(io.BytesIO(odp.written(one)))
    pages = [[f.svg_description for f in page.get_frames()] for page in deck.body.get_draw_pages()]
    assert ALT in pages[0]
    assert not any(ALT in page for page in pages[1:])
