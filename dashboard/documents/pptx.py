"""A document as a deck: a slide a part, native charts and tables, what the speaker reads under
them."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dashboard.content import Exhibit, KeyFigures, Notice, Prose, Terms, Text, plain
from dashboard.documents import columns, drawing, pptx_chart, pptx_deck, pptx_parts
from dashboard.documents.docx import cell_words, clean
from dashboard.documents.docx_parts import FACE, Head
from dashboard.documents.office_chart import office_chart
from dashboard.documents.pptx_deck import (
    BODY,
    INSIDE,
    LARGE,
    LETTER,
    UNDER,
    Box,
    Line,
)
from dashboard.documents.value import Block, Document, Figure, Rows
from dashboard.domain import french
from dashboard.exports.image import fonts, png
from dashboard.pages import paper
from dashboard.words.typography import typeset

DRAWN, SHARP = 1000, 2
"""Pixels of the width of a drawing; pixels of its image for each of them."""

SIZES = (24, BODY, 18, 16)
"""Points of the sentences of a slide: the largest that it holds."""

MOST = 2
"""Slides of a table, at most: the others of its rows are at the address of the view."""

AGAIN = "suite"

Sentence = Sequence[tuple[str, bool]]
"""Runs of words, each with whether it is strong."""


class Deck:
    """The slides made so far; each title is said once. ``part`` is the title of the part in hand,
    ``waiting`` the sentences under it that no slide holds yet."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.part, self.waiting = document.title, list[Sentence]()
        imprint = document.imprint
        self.made = pptx_deck.prepare(clean(document.title), clean(imprint.name))
        self.titles: set[str] = set()

    def slide(self, title: str, layout: int = 5) -> Any:
        """A new slide, with its foot: the name of the document, the publication."""
        self.flush()
        said, rank = title, 1
        while said in self.titles:
            rank += 1
            said = f"{title} ({AGAIN}{f' {rank}' if rank > 2 else ''})"
        self.titles.add(said)
        added = pptx_deck.slide(self.made, clean(said), layout)
        parts = (self.document.imprint.name, self.document.imprint.publication)
        pptx_deck.foot(added, clean(" · ".join(parts)))
        return added

    def flush(self) -> None:
        """Put what waits on slides of its own."""
        said, self.waiting = self.waiting, []
        _sentences(self, self.part, said)


def written(document: Document) -> bytes:
    """The file."""
    deck = Deck(document)
    _opening(deck)
    for block in document.blocks:
        _WRITERS[type(block)](deck, block)
    deck.flush()
    _closing(deck)
    properties = deck.made.core_properties
    properties.created = dt.datetime.combine(document.imprint.origin.day, dt.time(12))
    properties.modified = properties.created
    target = io.BytesIO()
    deck.made.save(target)
    return target.getvalue()


def _opening(deck: Deck) -> None:
    document = deck.document
    marks = f" ({', '.join(document.marks)})" if document.marks else ""
    filters = f"{typeset('Filtres :')} {document.filters}{marks}" if document.filters else ""
    said = (document.kicker, plain(document.lead), filters, document.imprint.notice)
    slide = deck.slide(document.title, 1)
    pptx_parts.sentences(slide, [[(clean(line), False)] for line in said if line], BODY)
    pptx_deck.notes(slide, [clean(document.imprint.origin.address)])


def _closing(deck: Deck) -> None:
    """Where the figures come from, and where they are read today."""
    origin = deck.document.imprint.origin
    day = f"Fait le {french.date(origin.day)}"
    lines = [*deck.document.sources, f"{day}, d’après {origin.address}"]
    _sentences(deck, "Sources", [[(line, False)] for line in lines])


def _sentences(deck: Deck, title: str, said: Sequence[Sentence]) -> None:
    """Sentences as large as one slide holds them; else on two, and so on."""
    if not said:
        return
    size = next((size for size in SIZES if _tall(said, size) <= INSIDE.height), SIZES[-1])
    held = len(said)
    while held > 1 and _tall(said[:held], size) > INSIDE.height:
        held -= 1
    slide = deck.slide(title, 1)
    cleaned = [[(clean(words), strong) for words, strong in line] for line in said[:held]]
    pptx_parts.sentences(slide, cleaned, size)
    _sentences(deck, title, said[held:])


def _tall(said: Iterable[Sentence], size: float) -> float:
    room = size / 2 / 72
    lines = (sum(len(words) for words, _ in line) for line in said)
    return sum(pptx_parts.tall(letters, INSIDE.width - 0.4, size) + room for letters in lines)


def _runs(text: Text) -> list[tuple[str, bool]]:
    return [(f"({span.text})" if span.tag else span.text, span.strong) for span in text]


def _prose(deck: Deck, block: Prose) -> None:
    if block.title:
        deck.flush()
        deck.part = block.title
    deck.waiting += map(_runs, block.paragraphs)


def _terms(deck: Deck, block: Terms) -> None:
    lines = [[(f"{term}{french.NBSP}: ", True), *_runs(said)] for term, said in block.items]
    deck.flush()
    _sentences(deck, block.title or deck.part, lines)


def _facts(deck: Deck, block: KeyFigures) -> None:
    """One column a figure: what it is, its value in large, what is to be known of it."""
    slide = deck.slide(block.title or "L’essentiel en chiffres")
    wide = INSIDE.width / max(len(block.items), 1)
    for rank, item in enumerate(block.items):
        box = Box(INSIDE.left + rank * wide, INSIDE.top + 0.3, wide - 0.3, INSIDE.height - 0.3)
        size = LARGE if len(item.value) * LARGE * LETTER / 72 < box.width else BODY * 1.5
        pptx_deck.words(
            slide,
            box,
            (
                Line(clean(item.label), BODY, "ink-2"),
                Line(clean(item.value), size, bold=True),
                Line(clean(item.detail), 16, "ink-2"),
            ),
        )


def _notice(deck: Deck, block: Notice) -> None:
    deck.waiting += map(_runs, block.paragraphs)


def _figure(deck: Deck, block: Figure) -> None:
    item = block.exhibit
    if item.chart is None:
        deck.flush()
        _sentences(deck, item.title, [[(item.empty, False)]])
        return
    slide = _headed(deck, item, item.subtitle)
    drawn = drawing.drawing(item, item.chart, deck.document.imprint.origin, DRAWN)
    native = office_chart(item.chart)
    if native is None:
        named = f'font-family="{fonts.SANS}'
        svg = drawn.svg.replace(named, f"{named}, {FACE}")
        pixels = png.pixels(drawn.svg, DRAWN * SHARP)
        pptx_parts.picture(slide, INSIDE, pixels, svg, clean(drawn.alt))
    else:
        frame = pptx_chart.add(slide, native, INSIDE.emu)
        pptx_parts.described(frame, clean(drawn.alt))


def _headed(deck: Deck, item: Exhibit, under: str) -> Any:
    """A slide with the title of an exhibit, what is to be known at once, what the speaker says."""
    slide = deck.slide(item.title)
    said = " · ".join(part for part in (under, item.frame.line, *item.tags) if part)
    if said:
        pptx_deck.words(slide, UNDER, [Line(clean(said), 14, "ink-2")])
    pptx_deck.notes(slide, [clean(line) for line in _spoken(deck, item)])
    return slide


def _spoken(deck: Deck, item: Exhibit) -> Iterable[str]:
    """« Lecture », the verdict, the source, the limits, the address."""
    if item.reading:
        yield f"{item.frame.reading}{french.NBSP}: {plain(item.reading)}"
    if item.verdict:
        yield plain(item.verdict)
    yield typeset(f"Source : {item.source}")
    yield from item.notes
    yield deck.document.imprint.origin.address


def _rows(deck: Deck, block: Rows) -> None:
    table = paper.narrowed(block.first(block.most))
    if not table.rows:
        deck.flush()
        _sentences(deck, block.exhibit.title, [[(table.empty, False)]])
        return
    weighed = zip(table.columns, columns.weights(table), strict=True)
    heads = [Head(clean(column.label), column.numeric, weight) for column, weight in weighed]
    rows = [list(map(cell_words, row.cells[:1] if row.group else row.cells)) for row in table.rows]
    told = 0
    for _ in range(MOST):
        held = pptx_parts.fitting(rows[told:], heads, INSIDE)
        if not held:
            break
        told += held
        _table(deck, block, heads, rows[told - held : told], told)


def _table(
    deck: Deck, block: Rows, heads: Sequence[Head], rows: list[list[str]], last: int
) -> None:
    item = block.exhibit
    left_out = block.left_out(last) if last < len(block.table.rows) else ""
    slide = _headed(deck, item, " · ".join(filter(None, (item.subtitle, left_out))))
    pptx_parts.table(slide, INSIDE, heads, rows, clean(block.table.caption))


_WRITERS: dict[type[Block], Callable[[Deck, Any], None]] = {
    Prose: _prose,
    Terms: _terms,
    KeyFigures: _facts,
    Notice: _notice,
    Figure: _figure,
    Rows: _rows,
}
