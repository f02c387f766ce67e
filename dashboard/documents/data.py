"""A document as plain data for a template: dicts, lists and strings, which no template reads as
markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import unquote

from dashboard.content import (
    Authored,
    Cell,
    Exhibit,
    KeyFigures,
    Notice,
    Prose,
    Row,
    Span,
    Terms,
    Text,
)
from dashboard.documents import code, columns, imprint
from dashboard.documents.drawing import drawing
from dashboard.documents.value import DocumentBlock, Figure, PrintedRows, PrintedView, TwoColumns
from dashboard.domain import french
from dashboard.exports.image.content import ImageOrigin
from dashboard.markdown import Heading, Items, MarkdownBlock, beneath
from dashboard.words import lexicon, tokens
from dashboard.words.typography import typeset

Data = dict[str, Any]


def of(document: PrintedView) -> Data:
    """The document with all that a template needs, its drawings included."""
    made = document.imprint
    origin = made.origin
    return {
        "kind": document.kind,
        "title": document.title,
        "kicker": document.kicker,
        "filters": document.filters,
        "lead": runs(document.lead, origin),
        "marks": list(document.marks),
        "blocks": _blocks(document.blocks, origin),
        "sources": typeset(f"Source : {' ; '.join(document.sources)}."),
        "source_list": list(document.sources),
        "rest": typeset(document.rest),
        "notes": document.notes,
        "project": document.project,
        "name": made.name,
        "notice": made.notice if document.project else made.warning,
        "publisher": made.publisher,
        "publication": made.publication,
        "address": origin.address if _whole(origin) else "",
        "shown_address": unquote(origin.address),
        "code": code.of(origin.address) if _whole(origin) else "",
        "day": french.date(origin.day),
        "date": [origin.day.year, origin.day.month, origin.day.day],
        "language": document.language,
    }


def logo(document: PrintedView, room: tuple[float, float]) -> Data | None:
    """The logo of whose document it is, as large as so many millimetres hold it; None where there
    is none."""
    held = document.imprint.logo
    if held is None:
        return None
    width, height = held.fitting(*room)
    return {"bytes": list(held.content), "alt": held.alt, "width": width, "height": height}


def colours() -> dict[str, str]:
    """Every colour of the tokens by its role."""
    return {role: said for role, said in tokens.tokens().items() if said.startswith("#")}


def runs(text: Text, origin: ImageOrigin) -> list[Data]:
    """A text as runs: its links are whole addresses or none, its explained words are plain."""
    return [_run(span, origin) for span in lexicon.bare(text)]


def _run(span: Span, origin: ImageOrigin) -> Data:
    href = imprint.target(span.href, origin)
    return {
        "text": span.text,
        "strong": span.strong,
        "emphasis": span.emphasis,
        "mark": span.tag,
        "href": href,
    }


def _whole(origin: ImageOrigin) -> bool:
    """Whether links can be followed: nothing else than a whole address leads out of a file."""
    return origin.address.startswith("http")


def _blocks(blocks: Iterable[DocumentBlock], origin: ImageOrigin) -> list[Data]:
    return [_WRITERS[type(block)](block, origin) for block in blocks]


def _prose(value: Prose, origin: ImageOrigin) -> Data:
    return {
        "kind": "prose",
        "level": value.level,
        "title": value.title,
        "bullets": value.bullets,
        "paragraphs": [runs(part, origin) for part in value.paragraphs],
    }


def _authored(value: Authored, origin: ImageOrigin) -> Data:
    return {
        "kind": "authored",
        "level": value.level,
        "title": value.title,
        "mark": value.mark,
        "signature": value.signature,
        "parts": _written(value.parts, value.level, origin),
    }


def _written(parts: Sequence[MarkdownBlock], level: int, origin: ImageOrigin) -> list[Data]:
    """What staff wrote, whose headings stand under that level."""
    return [_part(part, level, origin) for part in parts]


def _part(part: MarkdownBlock, level: int, origin: ImageOrigin) -> Data:
    if isinstance(part, Items):
        items = [_written(item, level, origin) for item in part.items]
        return {"kind": "items", "first": part.first, "items": items}
    said = runs(part.text, origin)
    if isinstance(part, Heading):
        return {"kind": "heading", "level": beneath(level, part), "said": said}
    return {"kind": "paragraph", "said": said}


def _terms(value: Terms, origin: ImageOrigin) -> Data:
    items = [{"term": term, "said": runs(said, origin)} for term, said in value.items]
    return {"kind": "terms", "title": value.title, "items": items}


def _facts(value: KeyFigures, origin: ImageOrigin) -> Data:
    items = [
        {"label": item.label, "value": item.value, "detail": item.detail} for item in value.items
    ]
    return {"kind": "facts", "items": items}


def _notice(value: Notice, origin: ImageOrigin) -> Data:
    return {"kind": "notice", "paragraphs": [runs(part, origin) for part in value.paragraphs]}


def _figure(value: Figure, origin: ImageOrigin) -> Data:
    item = value.exhibit
    found = {"kind": "figure", "level": value.level, **_head(item, origin), "empty": item.empty}
    if item.chart is None:
        return {**found, "svg": "", "alt": item.alt}
    drawn = drawing(item, item.chart, origin, round(value.width / value.pixel))
    return {**found, "svg": drawn.svg, "alt": drawn.alt}


def _head(item: Exhibit, origin: ImageOrigin) -> Data:
    """What stands around every exhibit, drawn or not."""
    return {
        "title": item.title,
        "subtitle": item.subtitle,
        "line": item.frame.line,
        "marks": list(item.tags),
        "reading": {"label": item.frame.reading, "said": runs(item.reading, origin)},
        "verdict": runs(item.verdict, origin),
    }


def _rows(value: PrintedRows, origin: ImageOrigin) -> Data:
    table = value.table
    held = value.first(value.most)
    return {
        "kind": "rows",
        "level": value.level,
        **_head(value.exhibit, origin),
        "columns": [
            {"label": column.label, "numeric": column.numeric, "weight": weight}
            for column, weight in zip(table.columns, columns.weights(held), strict=True)
        ],
        "rows": [_row(row) for row in held.rows],
        "counts": list(value.counts),
        "left_out": [value.left_out(count) for count in value.counts],
        "empty": table.empty,
    }


def _row(row: Row) -> Data:
    return {"group": row.group, "current": row.current, "cells": _cells(row.cells)}


def _cells(cells: Sequence[Cell]) -> list[Data]:
    return [
        {"text": cell.text, "note": cell.note, "marks": list(cell.tags), "strong": cell.strong}
        for cell in cells
    ]


def _pair(value: TwoColumns, origin: ImageOrigin) -> Data:
    return {
        "kind": "pair",
        "share": value.share,
        "left": _blocks(value.left, origin),
        "right": _blocks(value.right, origin),
    }


_WRITERS: dict[type, Callable[[Any, ImageOrigin], Data]] = {
    Prose: _prose,
    Authored: _authored,
    Terms: _terms,
    KeyFigures: _facts,
    Notice: _notice,
    Figure: _figure,
    PrintedRows: _rows,
    TwoColumns: _pair,
}
