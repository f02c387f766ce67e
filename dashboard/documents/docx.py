"""A document as DOCX: real titles, styles, header rows and text alternatives, to be completed by
hand."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from dashboard.content import Cell, KeyFigures, Notice, Prose, Row, Terms, Text
from dashboard.documents import columns, docx_parts, drawing
from dashboard.documents.value import Block, Document, Figure, Rows
from dashboard.domain import french
from dashboard.exports.image import png
from dashboard.exports.image.content import Origin
from dashboard.words.typography import typeset

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

SHARP = 2
"""Pixels of an image for each pixel of a figure."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def written(document: Document) -> bytes:
    """The file."""
    # 1 MB of code and lxml: only those that are asked a DOCX carry it.
    import docx

    made = docx.Document()
    docx_parts.prepare(made, clean(document.title), clean(document.imprint.name))
    _head(made, document)
    for rank, block in enumerate(document.blocks):
        _WRITERS[type(block)](made, block, document.imprint.origin)
        if rank == 0:
            docx_parts.contents(made, [clean(title) for title in _titles(document.blocks)])
    _foot(made, document)
    made.core_properties.created = dt.datetime.combine(document.imprint.origin.day, dt.time(12))
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def clean(said: str) -> str:
    """The text without what XML cannot hold."""
    return _UNWRITABLE.sub("", said)


def _titles(blocks: Iterable[Block]) -> Iterable[str]:
    """The titles of the parts, as the contents list them."""
    for block in blocks:
        title = block.exhibit.title if isinstance(block, Figure | Rows) else ""
        title = block.title if isinstance(block, Prose) else title
        if title and getattr(block, "level", 0) == 2:  # the level of a part
            yield title


def _head(made: Word, document: Document) -> None:
    if document.imprint.notice:
        docx_parts.boxed(made, clean(document.imprint.notice))
    made.add_paragraph(clean(document.kicker))
    made.add_heading(clean(document.title), 1)
    _runs(made.add_paragraph(), document.lead)
    marks = f" ({', '.join(document.marks)})" if document.marks else ""
    made.add_paragraph(clean(f"{typeset('Filtres :')} {document.filters}{marks}"))


def _runs(paragraph: Paragraph, text: Text) -> None:
    for span in text:
        said = f"({span.text})" if span.tag else span.text
        paragraph.add_run(clean(said)).bold = span.strong or None


def _title(made: Word, title: str, level: int) -> None:
    if title:
        made.add_heading(clean(title), level)


def _prose(made: Word, block: Prose, origin: Origin) -> None:
    _title(made, block.title, block.level)
    for part in block.paragraphs:
        _runs(made.add_paragraph(style="List Bullet" if block.bullets else None), part)


def _terms(made: Word, block: Terms, origin: Origin) -> None:
    _title(made, block.title, 2)
    for term, said in block.items:
        paragraph = made.add_paragraph(style="List Bullet")
        paragraph.add_run(clean(f"{term}{french.NBSP}: ")).bold = True
        _runs(paragraph, said)


def _facts(made: Word, block: KeyFigures, origin: Origin) -> None:
    for item in block.items:
        paragraph = made.add_paragraph(style="List Bullet")
        paragraph.add_run(clean(f"{item.label}{french.NBSP}: {item.value}")).bold = True
        paragraph.add_run(clean(f". {item.detail}"))


def _notice(made: Word, block: Notice, origin: Origin) -> None:
    for part in block.paragraphs:
        _runs(made.add_paragraph(style=docx_parts.BOX), part)


def _figure(made: Word, block: Figure, origin: Origin) -> None:
    item = block.exhibit
    _title(made, item.title, block.level)
    _under(made, item.subtitle, item.frame.line, item.tags)
    if item.chart is None:
        made.add_paragraph(clean(item.empty))
    else:
        wide = round(block.width / block.pixel)
        drawn = drawing.drawing(item, item.chart, origin, wide)
        picture = io.BytesIO(png.pixels(drawn.svg, wide * SHARP))
        docx_parts.picture(made, picture, block.width, clean(drawn.alt), clean(item.title))
    _said(made, block)


def _under(made: Word, subtitle: str, line: str, marks: Iterable[str]) -> None:
    said = " · ".join(part for part in (subtitle, *marks) if part)
    for part in (said, line):
        if part:
            made.add_paragraph(clean(part), style="Subtitle")


def _said(made: Word, block: Figure | Rows) -> None:
    """« Lecture », the verdict, the source."""
    item = block.exhibit
    if item.reading:
        paragraph = made.add_paragraph()
        paragraph.add_run(clean(f"{item.frame.reading}{french.NBSP}: ")).bold = True
        _runs(paragraph, item.reading)
    if item.verdict:
        _runs(made.add_paragraph(style=docx_parts.BOX), item.verdict)
    made.add_paragraph(clean(typeset(f"Source : {item.source}")), style="Caption")


def _rows(made: Word, block: Rows, origin: Origin) -> None:
    item, table = block.exhibit, block.first(block.most)
    _title(made, item.title, block.level)
    left_out = block.left_out(block.most)
    _under(made, " · ".join(filter(None, (item.subtitle, left_out))), item.frame.line, item.tags)
    if table.rows:
        heads = [
            docx_parts.Head(clean(column.label), column.numeric, weight)
            for column, weight in zip(table.columns, columns.weights(table), strict=True)
        ]
        docx_parts.table(made, heads, [_row(row) for row in table.rows], clean(table.caption))
    else:
        made.add_paragraph(clean(table.empty))
    _said(made, block)


def _row(row: Row) -> list[str]:
    """The cells of a row; the one of a group stands alone."""
    return [cell_words(cell) for cell in (row.cells[:1] if row.group else row.cells)]


def cell_words(cell: Cell) -> str:
    """The words of a cell, its marks after them, its note under them."""
    marks = " ".join(f"({mark})" for mark in cell.tags)
    return clean("\n".join(part for part in (f"{cell.text} {marks}".strip(), cell.note) if part))


def _foot(made: Word, document: Document) -> None:
    made.add_heading("Sources", 2)
    for source in document.sources:
        made.add_paragraph(clean(source), style="List Bullet")
    origin = document.imprint.origin
    day = f"fait le {french.date(origin.day)}"
    said = (document.imprint.publication, day, origin.address)
    made.add_paragraph(clean(" · ".join(said)))


_WRITERS: dict[type, Callable[[Word, Any, Origin], None]] = {
    Prose: _prose,
    Terms: _terms,
    KeyFigures: _facts,
    Notice: _notice,
    Figure: _figure,
    Rows: _rows,
}
