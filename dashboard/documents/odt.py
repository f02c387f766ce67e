"""A document as ODT, the format that French administrations exchange: real titles, styles, header
rows and text alternatives, to be completed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dashboard.documents import flow, odf, odf_words
from dashboard.documents.docx_parts import AROUND, LETTER
from dashboard.documents.flow import Head, ParagraphStyle
from dashboard.documents.runs import ItemPlace, Run, clean
from dashboard.documents.value import PrintedView

if TYPE_CHECKING:
    from odfdo import Document as Office

WIDE = 174.0
"""Millimetres between the margins."""


class _Paper:
    """The parts of a document, added to an ODT."""

    def __init__(self, made: Office) -> None:
        self.made, self.lists = made, odf_words.OdfLists(made.body)
        self.images = 0

    def title(self, said: str, level: int) -> None:
        from odfdo import Header

        made: Any = Header(level, said)
        made.set_attribute("text:style-name", f"Heading_20_{level}")
        self.made.body.append(made)

    def paragraph(self, runs: Sequence[Run], style: ParagraphStyle = ParagraphStyle.BODY) -> None:
        written = odf_words.paragraph(runs, odf.name(style))
        if style is ParagraphStyle.BULLET:
            self.lists.item(written, ItemPlace(1, opens=True))
        else:
            self.made.body.append(written)

    def item(self, runs: Sequence[Run], item: ItemPlace) -> None:
        self.lists.item(odf_words.paragraph(runs, odf.name(ParagraphStyle.BODY)), item)

    @contextmanager
    def apart(self) -> Iterator[None]:
        before = len(self.made.body.children)
        yield
        odf_words.ruled(self.made, self.made.body.children[before:])

    def contents(self, titles: Sequence[str]) -> None:
        odf.contents(self.made, titles)

    def picture(self, pixels: bytes, width: float, alt: str, title: str) -> None:
        from odfdo import Paragraph

        self.images += 1
        frame = odf.image(self.made, pixels, width, f"Image {self.images}")
        frame.svg_title, frame.svg_description = title, alt
        held = Paragraph(style=odf.name(ParagraphStyle.BODY))
        held.append(frame)
        self.made.body.append(held)

    def table(self, heads: Sequence[Head], rows: Sequence[Sequence[str]], caption: str) -> None:
        shares = flow.widths(heads, WIDE, LETTER, AROUND)
        self.made.body.append(odf.table(self.made, heads, rows, caption, shares))


def written(document: PrintedView) -> bytes:
    """The file."""
    # 4 MB of code: only those that are asked an ODT carry it.
    import odfdo

    made = odfdo.Document("text")
    made.body.clear()
    title, author = clean(document.title), clean(document.imprint.name)
    odf.prepare(made, f"{author} · {title} · ", clean(document.project))
    if document.project:
        odf_words.number_lines(made)
    paper = _Paper(made)
    flow.write(paper, document)
    odf.describe(made, title, author, document.imprint.origin.day)
    return odf.saved(made)
