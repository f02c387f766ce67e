"""A document as DOCX: real titles, styles, header rows and text alternatives, to be completed by
hand."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dashboard.documents import docx_parts, docx_words, flow
from dashboard.documents.flow import Head, ParagraphStyle
from dashboard.documents.runs import ItemPlace, Run, clean
from dashboard.documents.value import PrintedView

if TYPE_CHECKING:
    from docx.document import Document as Word

STYLES = {
    ParagraphStyle.BODY: None,
    ParagraphStyle.LEAD: docx_parts.LEAD,
    ParagraphStyle.BULLET: "List Bullet",
    ParagraphStyle.UNDER: "Subtitle",
    ParagraphStyle.CAPTION: "Caption",
    ParagraphStyle.BOX: docx_parts.BOX,
}
"""The name of each style in an office suite."""


class _Paper:
    """The parts of a document, added to a DOCX."""

    def __init__(self, made: Word) -> None:
        self.made, self.lists = made, docx_words.DocxLists(made)

    def title(self, said: str, level: int) -> None:
        self.made.add_heading(said, level)

    def paragraph(self, runs: Sequence[Run], style: ParagraphStyle = ParagraphStyle.BODY) -> None:
        paragraph = self.made.add_paragraph(style=STYLES[style])
        docx_words.write(paragraph, runs)

    def item(self, runs: Sequence[Run], item: ItemPlace) -> None:
        self.lists.item(runs, item)

    @contextmanager
    def apart(self) -> Iterator[None]:
        before = len(self.made.element.body)
        yield
        docx_words.ruled(self.made.element.body[before - 1 : -1])

    def contents(self, titles: Sequence[str]) -> None:
        docx_parts.contents(self.made, titles)

    def picture(self, pixels: bytes, width: float, alt: str, title: str) -> None:
        docx_parts.picture(self.made, io.BytesIO(pixels), width, alt, title)

    def table(self, heads: Sequence[Head], rows: Sequence[Sequence[str]], caption: str) -> None:
        docx_parts.table(self.made, heads, rows, caption)


def written(document: PrintedView) -> bytes:
    """The file."""
    # 1 MB of code and lxml: only those that are asked a DOCX carry it.
    import docx

    made = docx.Document()
    docx_parts.prepare(made, clean(document.title), clean(document.imprint.name))
    if document.project:
        docx_words.submitted(made, clean(document.project))
    flow.write(_Paper(made), document)
    made.core_properties.created = dt.datetime.combine(document.imprint.origin.day, dt.time(12))
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()
