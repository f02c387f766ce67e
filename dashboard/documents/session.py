"""« Fiche de séance » as a PDF: three sentences, one figure and its table, room to write, and the
address of the view as a code that a phone reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.content import Exhibit, Prose, Sheet
from dashboard.documents import imprint
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.value import (
    DocumentBlock,
    DocumentImprint,
    Figure,
    PrintedRows,
    PrintedView,
    TwoColumns,
)
from dashboard.exhibits import common
from dashboard.pages import paper
from dashboard.pages.page import Page
from dashboard.view import View
from dashboard.words.typography import typeset

NOTES = 42.0
"""Millimetres left to write, at least, where the rows of the table can give way."""

KIND, TEMPLATE = "Fiche de séance", "fiche"
WIDTH, SHARE = 182.0, 0.56
"""Millimetres of a figure; the part of that width that a map takes beside its table."""

FEWEST, MOST, ALONE = 2, 12, 40
"""Rows of the table, at least; at most under a figure, and where none is drawn."""


def of(page: Page, view: View, at: DocumentStamp) -> PrintedView:
    """The sheet of that view; ``page`` is the page of its sheet."""
    sheet = next(block for block in page.blocks(view) if isinstance(block, Sheet))
    table = paper.narrowed(sheet.table)
    item = replace(sheet.shown.exhibit, table=replace(table, rows=paper.foremost(table)))
    frame = item.frame
    return PrintedView(
        kind=KIND,
        title=typeset(sheet.title),
        kicker="",
        filters=typeset(sheet.filters),
        lead=(),
        blocks=tuple(_blocks(item, Prose(sheet.sentences, bullets=True), bool(sheet.shown.scale))),
        rest="",
        notes=NOTES,
        imprint=_leading(imprint.of(page, view, at), imprint.located(view, at, sheet.href)),
        file_name=common.file_name(view, frame, "seance", item.slug),
    )


def _leading(whole: DocumentImprint, address: str) -> DocumentImprint:
    """The imprint of the page that the sheet was made from, rather than of the sheet."""
    return replace(whole, origin=replace(whole.origin, address=address))


def _blocks(item: Exhibit, said: Prose, drawn: bool) -> Iterator[DocumentBlock]:
    """The sentences, the figure and its table; a map keeps its shape, so that they stand beside."""
    if not drawn:
        yield from (said, PrintedRows(item, item.table, min(FEWEST, len(item.table.rows)), ALONE))
        return
    if item.full_screen:
        yield TwoColumns((Figure(item, WIDTH * SHARE),), (said,), SHARE)
    else:
        yield from (said, Figure(item, WIDTH))
    bare = replace(item, title="", subtitle="", reading=(), verdict=(), tags=())
    yield PrintedRows(bare, item.table, FEWEST, MOST)
