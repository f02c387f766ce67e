"""A document written down the page, whatever the file: titles, sentences, images, tables in the
order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from dashboard.content import (
    Authored,
    Cell,
    KeyFigures,
    Notice,
    Prose,
    Row,
    Table,
    Terms,
    plain,
)
from dashboard.documents import columns, drawing
from dashboard.documents.runs import ItemPlace, Run, clean, entries, linked, runs
from dashboard.documents.value import DocumentBlock, Figure, PrintedRows, PrintedView
from dashboard.domain import french
from dashboard.exports.image import png
from dashboard.exports.image.content import ImageOrigin
from dashboard.markdown import Heading, Items, MarkdownBlock, beneath
from dashboard.words.typography import typeset

SHARP, LOGO = 2, (50.0, 14.0)
"""Pixels of an image for each pixel of a figure; millimetres of the room of a logo."""


class ParagraphStyle(Enum):
    """What a paragraph is; a ``LEAD`` stays with the figure that follows, a ``BOX`` is what must
    be seen."""

    BODY = "corps"
    LEAD = "chapeau"
    BULLET = "liste"
    UNDER = "sous-titre"
    CAPTION = "source"
    BOX = "encadré"


@dataclass(frozen=True, slots=True)
class Head:
    """What heads a column, whether it holds numbers, its weight among the others, the letters of
    its longest word."""

    label: str
    numeric: bool
    weight: float
    longest: int = 0


class Paper(Protocol):
    """What writes the parts of a document in one form of file."""

    def title(self, said: str, level: int) -> None:
        """A title, from 1 for that of the document."""

    def paragraph(self, runs: Sequence[Run], style: ParagraphStyle = ParagraphStyle.BODY) -> None:
        """Sentences."""

    def item(self, runs: Sequence[Run], item: ItemPlace) -> None:
        """A paragraph of a list."""

    def apart(self) -> AbstractContextManager[None]:
        """What is written meanwhile is ruled at its side: it is not computed."""

    def contents(self, titles: Sequence[str]) -> None:
        """The contents, which show these titles until an office suite computes the pages."""

    def picture(self, pixels: bytes, width: float, alt: str, title: str) -> None:
        """An image, so many millimetres wide, with its text alternative."""

    def table(self, heads: Sequence[Head], rows: Sequence[Sequence[str]], caption: str) -> None:
        """A table whose heads are repeated on each page; a row of one cell heads others."""


def write(paper: Paper, document: PrintedView) -> None:
    """The whole document: its head, its contents after the first block, its parts, its sources."""
    _head(paper, document)
    following = (*document.blocks[1:], None)
    for rank, (block, after) in enumerate(zip(document.blocks, following, strict=True)):
        if isinstance(block, Prose) and isinstance(after, Figure | PrintedRows):
            _lead(paper, block)
        else:
            _WRITERS[type(block)](paper, block, document.imprint.origin)
        if rank == 0:
            paper.contents([clean(title) for title in _titles(document.blocks)])
    _foot(paper, document)


def heads(table: Table) -> list[Head]:
    """What heads the columns of a table."""
    weighed = zip(table.columns, columns.weights(table), columns.longest(table), strict=True)
    return [
        Head(clean(column.label), column.numeric, weight, longest)
        for column, weight, longest in weighed
    ]


def widths(heads: Sequence[Head], whole: float, letter: float, around: float) -> list[float]:
    """The width of each column, in the unit of that of the whole, of a letter and of what stands
    around the words of a cell."""
    least = [head.longest * letter + around for head in heads]
    return columns.shares([head.weight for head in heads], least, whole)


def cells(row: Row) -> list[str]:
    """The words of the cells of a row; those of one that heads others stand alone."""
    return [_cell(cell) for cell in (row.cells[:1] if row.group else row.cells)]


def _cell(cell: Cell) -> str:
    """The words of a cell, its marks after them, its note under them."""
    marks = " ".join(f"({mark})" for mark in cell.tags)
    return clean("\n".join(part for part in (f"{cell.text} {marks}".strip(), cell.note) if part))


def _titles(blocks: Iterable[DocumentBlock]) -> Iterable[str]:
    """The titles of the parts, as the contents list them."""
    for block in blocks:
        title = block.exhibit.title if isinstance(block, Figure | PrintedRows) else ""
        title = block.title if isinstance(block, Authored | Prose) else title
        if title and getattr(block, "level", 0) == 2:  # the level of a part
            yield title


def _plain(paper: Paper, said: str, style: ParagraphStyle = ParagraphStyle.BODY) -> None:
    if said:
        paper.paragraph([Run(clean(said))], style)


def _head(paper: Paper, document: PrintedView) -> None:
    logo = document.imprint.logo
    if logo:
        paper.picture(logo.content, logo.fitting(*LOGO)[0], clean(logo.alt), "Logo")
    if document.imprint.notice:
        paper.paragraph([Run(clean(document.imprint.notice), strong=True)], ParagraphStyle.BOX)
    _plain(paper, document.kicker)
    paper.title(clean(document.title), 1)
    paper.paragraph(runs(document.lead))
    marks = f" ({', '.join(document.marks)})" if document.marks else ""
    _plain(paper, f"{typeset('Filtres :')} {document.filters}{marks}")


def _title(paper: Paper, title: str, level: int) -> None:
    if title:
        paper.title(clean(title), level)


def _prose(paper: Paper, block: Prose, origin: ImageOrigin) -> None:
    _title(paper, block.title, block.level)
    for part in block.paragraphs:
        paper.paragraph(runs(part), ParagraphStyle.BULLET if block.bullets else ParagraphStyle.BODY)


def _lead(paper: Paper, block: Prose) -> None:
    """What opens a part whose first figure follows."""
    _title(paper, block.title, block.level)
    for part in block.paragraphs:
        paper.paragraph(runs(part), ParagraphStyle.LEAD)


def _authored(paper: Paper, block: Authored, origin: ImageOrigin) -> None:
    _title(paper, block.title, block.level)
    with paper.apart():
        paper.paragraph([Run(clean(block.mark), strong=True)], ParagraphStyle.UNDER)
        for part in block.parts:
            _part(paper, part, block.level, origin)
        _plain(paper, block.signature, ParagraphStyle.CAPTION)


def _part(paper: Paper, part: MarkdownBlock, level: int, origin: ImageOrigin) -> None:
    if isinstance(part, Items):
        for said, item in entries(part, origin):
            paper.item(said, item)
    elif isinstance(part, Heading):
        paper.title(clean(plain(part.text)), beneath(level, part))
    else:
        paper.paragraph(linked(part.text, origin))


def _terms(paper: Paper, block: Terms, origin: ImageOrigin) -> None:
    _title(paper, block.title, 2)
    for term, said in block.items:
        named = Run(clean(f"{term}{french.NBSP}: "), strong=True)
        paper.paragraph([named, *runs(said)], ParagraphStyle.BULLET)


def _facts(paper: Paper, block: KeyFigures, origin: ImageOrigin) -> None:
    for item in block.items:
        said = Run(clean(f"{item.label}{french.NBSP}: {item.value}"), strong=True)
        paper.paragraph([said, Run(clean(f". {item.detail}"))], ParagraphStyle.BULLET)


def _notice(paper: Paper, block: Notice, origin: ImageOrigin) -> None:
    for part in block.paragraphs:
        paper.paragraph(runs(part), ParagraphStyle.BOX)


def _figure(paper: Paper, block: Figure, origin: ImageOrigin) -> None:
    item = block.exhibit
    _title(paper, item.title, block.level)
    _under(paper, item.subtitle, item.frame.line, item.tags)
    if item.chart is None:
        _plain(paper, item.empty)
    else:
        wide = round(block.width / block.pixel)
        drawn = drawing.drawing(item, item.chart, origin, wide)
        pixels = png.pixels(drawn.svg, wide * SHARP)
        paper.picture(pixels, block.width, clean(drawn.alt), clean(item.title))
    _said(paper, block)


def _under(paper: Paper, subtitle: str, line: str, marks: Iterable[str]) -> None:
    _plain(paper, " · ".join(part for part in (subtitle, *marks) if part), ParagraphStyle.UNDER)
    _plain(paper, line, ParagraphStyle.UNDER)


def _said(paper: Paper, block: Figure | PrintedRows) -> None:
    """« Lecture », the verdict, the source."""
    item = block.exhibit
    if item.reading:
        said = Run(clean(f"{item.frame.reading}{french.NBSP}: "), strong=True)
        paper.paragraph([said, *runs(item.reading)])
    if item.verdict:
        paper.paragraph(runs(item.verdict), ParagraphStyle.BOX)
    _plain(paper, typeset(f"Source : {item.source}"), ParagraphStyle.CAPTION)


def _rows(paper: Paper, block: PrintedRows, origin: ImageOrigin) -> None:
    item, table = block.exhibit, block.first(block.most)
    _title(paper, item.title, block.level)
    left_out = block.left_out(block.most)
    _under(paper, " · ".join(filter(None, (item.subtitle, left_out))), item.frame.line, item.tags)
    if table.rows:
        paper.table(heads(table), [cells(row) for row in table.rows], clean(table.caption))
    else:
        _plain(paper, table.empty)
    _said(paper, block)


def _foot(paper: Paper, document: PrintedView) -> None:
    paper.title("Sources", 2)
    for source in document.sources:
        _plain(paper, source, ParagraphStyle.BULLET)
    origin = document.imprint.origin
    day = f"fait le {french.date(origin.day)}"
    said = f"{document.imprint.publication} · {day} · vue figée : {origin.address}"
    _plain(paper, typeset(said))


_WRITERS: dict[type, Callable[[Paper, Any, ImageOrigin], None]] = {
    Prose: _prose,
    Authored: _authored,
    Terms: _terms,
    KeyFigures: _facts,
    Notice: _notice,
    Figure: _figure,
    PrintedRows: _rows,
}
