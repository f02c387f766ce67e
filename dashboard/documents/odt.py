"""A document as ODT, the format that French administrations exchange: real titles, styles, header
rows and text alternatives, to be completed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.documents import flow, odf
from dashboard.documents.flow import Head, Run, Style
from dashboard.documents.value import Document

if TYPE_CHECKING:
    from odfdo import Document as Office

WIDE = 174.0
"""Millimetres between the margins."""


class _Paper:
    """The parts of a document, added to an ODT."""

    def __init__(self, made: Office) -> None:
        self.made = made
        self.images = 0

    def title(self, said: str, level: int) -> None:
        from odfdo import Header

        self.made.body.append(Header(level, said, style=f"Heading_20_{level}"))

    def paragraph(self, runs: Sequence[Run], style: Style = Style.BODY) -> None:
        written = odf.paragraph(runs, odf.name(style))
        self.made.body.append(odf.bullet(written) if style is Style.BULLET else written)

    def contents(self, titles: Sequence[str]) -> None:
        odf.contents(self.made, titles)

    def picture(self, pixels: bytes, width: float, alt: str, title: str) -> None:
        from odfdo import Paragraph

        self.images += 1
        frame = odf.image(self.made, pixels, width, f"Image {self.images}")
        frame.svg_title, frame.svg_description = title, alt
        held = Paragraph(style=odf.name(Style.BODY))
        held.append(frame)
        self.made.body.append(held)

    def table(self, heads: Sequence[Head], rows: Sequence[Sequence[str]], caption: str) -> None:
        self.made.body.append(odf.table(self.made, heads, rows, caption, WIDE))


def written(document: Document) -> bytes:
    """The file."""
    # 4 MB of code: only those that are asked an ODT carry it.
    import odfdo

    made = odfdo.Document("text")
    made.body.clear()
    title, author = flow.clean(document.title), flow.clean(document.imprint.name)
    odf.prepare(made, f"{author} · {title} · ")
    paper = _Paper(made)
    flow.write(paper, document)
    odf.describe(made, title, author, document.imprint.origin.day)
    return odf.saved(made)
