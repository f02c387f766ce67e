"""A document shown slide by slide, whatever the file: a part, a figure or a table each, and what
the speaker reads under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dashboard.content import Authored, Exhibit, KeyFigures, Notice, Prose, Terms, plain
from dashboard.documents import drawing, flow, office_lines, slide_words, stage
from dashboard.documents.flow import Head
from dashboard.documents.runs import clean, runs
from dashboard.documents.stage import (
    BODY,
    DRAWN,
    INSIDE,
    LARGE,
    LETTER,
    LOGO,
    MARK,
    SMALL,
    SUBTITLE,
    UNDER,
    DeckStage,
    Picture,
    Sentence,
    Slide,
    SlideBox,
    TextLine,
)
from dashboard.documents.value import DocumentBlock, Figure, PrintedRows, PrintedView
from dashboard.domain import french
from dashboard.pages import paper
from dashboard.words.typography import typeset

SIZES = (24, BODY, 18, 16)
"""Points of the sentences of a slide: the largest that it holds."""

NARROW = 480
"""Pixels of the width of a drawing that is tall: its words shrink less as a slide takes it in."""

MOST = 2
"""Slides of a table, at most: the others of its rows are at the address of the view."""

AGAIN = "suite"


class Deck:
    """The slides made so far; each title is said once. ``part`` is the title of the part in hand,
    ``waiting`` the sentences under it that no slide holds yet."""

    def __init__(self, document: PrintedView, made: DeckStage) -> None:
        self.document, self.made = document, made
        self.part, self.waiting = document.title, list[Sentence]()
        self.titles: set[str] = set()

    def slide(self, title: str, told: bool = False) -> Slide:
        """A new slide, with its foot: the name of the document, the publication."""
        self.flush()
        said, rank = title, 1
        while said in self.titles:
            rank += 1
            said = f"{title} ({AGAIN}{f' {rank}' if rank > 2 else ''})"
        self.titles.add(said)
        imprint = self.document.imprint
        foot = clean(f"{imprint.name} · {imprint.publication}")
        made = self.made.slide(clean(said), foot, told)
        if self.document.project:
            made.words(MARK, [TextLine(clean(self.document.project), SMALL, "notice", bold=True)])
        return made

    def flush(self) -> None:
        """Put what waits on slides of its own."""
        said, self.waiting = self.waiting, []
        _sentences(self, self.part, said)


def show(document: PrintedView, made: DeckStage) -> None:
    """The whole document: its opening, its blocks, its sources."""
    deck = Deck(document, made)
    _opening(deck)
    for block in document.blocks:
        _WRITERS[type(block)](deck, block)
    deck.flush()
    _closing(deck)


def _opening(deck: Deck) -> None:
    document = deck.document
    marks = f" ({', '.join(document.marks)})" if document.marks else ""
    filters = f"{typeset('Filtres :')} {document.filters}{marks}" if document.filters else ""
    said = (document.kicker, plain(document.lead), filters, document.imprint.notice)
    slide = deck.slide(document.title, told=True)
    slide.sentences([slide_words.line(said) for said in said if said], BODY)
    if document.imprint.logo:
        slide.logo(LOGO, document.imprint.logo)
    slide.notes([clean(document.imprint.origin.address)])


def _closing(deck: Deck) -> None:
    """Where the figures come from, and where they are read today."""
    origin = deck.document.imprint.origin
    day = f"Fait le {french.date(origin.day)}"
    lines = [*deck.document.sources, typeset(f"{day}, vue figée : {origin.address}")]
    _sentences(deck, "Sources", list(map(slide_words.line, lines)))


def _sentences(deck: Deck, title: str, said: Sequence[Sentence]) -> None:
    """Sentences as large as one slide holds them; else on two, and so on."""
    if not said:
        return
    size = next((size for size in SIZES if _tall(said, size) <= INSIDE.height), SIZES[-1])
    held = len(said)
    while held > 1 and (_tall(said[:held], size) > INSIDE.height or said[held - 1].heads):
        held -= 1
    deck.slide(title, told=True).sentences(said[:held], size)
    _sentences(deck, title, said[held:])


def _tall(said: Iterable[Sentence], size: float) -> float:
    room = size / 2 / 72
    wide = INSIDE.width - 0.4
    return sum(stage.tall(one.letters, wide - one.depth * 0.4, size) + room for one in said)


def _prose(deck: Deck, block: Prose) -> None:
    if block.title:
        deck.flush()
        deck.part = block.title
    deck.waiting += slide_words.prose(block)


def _authored(deck: Deck, block: Authored) -> None:
    deck.flush()
    deck.part = block.title or deck.part
    origin = deck.document.imprint.origin
    _sentences(deck, block.name, list(slide_words.authored(block, origin)))


def _terms(deck: Deck, block: Terms) -> None:
    deck.flush()
    _sentences(deck, block.title or deck.part, list(slide_words.terms(block)))


def _facts(deck: Deck, block: KeyFigures) -> None:
    """One column a figure: what it is, its value in large, what is to be known of it."""
    slide = deck.slide(block.title or "L’essentiel en chiffres")
    wide = INSIDE.width / max(len(block.items), 1)
    for rank, item in enumerate(block.items):
        box = SlideBox(INSIDE.left + rank * wide, INSIDE.top + 0.3, wide - 0.3, INSIDE.height - 0.3)
        size = LARGE if len(item.value) * LARGE * LETTER / 72 < box.width else BODY * 1.5
        slide.words(
            box,
            (
                TextLine(clean(item.label), BODY, "ink-2"),
                TextLine(clean(item.value), size, bold=True),
                TextLine(clean(item.detail), 16, "ink-2"),
            ),
        )


def _notice(deck: Deck, block: Notice) -> None:
    deck.waiting += (Sentence(runs(said)) for said in block.paragraphs)


def _figure(deck: Deck, block: Figure) -> None:
    item = block.exhibit
    if item.chart is None:
        deck.flush()
        _sentences(deck, item.title, [slide_words.line(item.empty)])
        return
    slide = _headed(deck, item, item.subtitle)
    origin = deck.document.imprint.origin
    drawn = drawing.drawing(item, item.chart, origin, DRAWN, NARROW)
    native = office_lines.office_chart(item.chart)
    picture = Picture(drawn.svg, clean(drawn.alt))
    if native is not None:
        slide.chart(INSIDE, native, picture)
        return
    slide.picture(INSIDE, picture)
    count = len(item.table.rows)
    if count:
        _rows(deck, PrintedRows(item, item.table, count, count))


def _headed(deck: Deck, item: Exhibit, under: str) -> Slide:
    """A slide with the title of an exhibit, what is to be known at once, what the speaker says."""
    slide = deck.slide(item.title)
    # The filters end as a sentence does: they come last.
    said = " · ".join(part for part in (under, *item.tags, item.frame.line) if part)
    if said:
        slide.words(UNDER, [TextLine(clean(said), _under(said), "ink-2")])
    slide.notes([clean(line) for line in _spoken(deck, item)])
    return slide


def _under(said: str) -> float:
    """Points of what stands under a title: one line, else two that are smaller."""
    one = stage.tall(len(said), UNDER.width, SUBTITLE) <= UNDER.height
    return SUBTITLE if one else SUBTITLE - 3


def _spoken(deck: Deck, item: Exhibit) -> Iterable[str]:
    """« Lecture », the verdict, the source, the limits, the address."""
    if item.reading:
        yield f"{item.frame.reading}{french.NBSP}: {plain(item.reading)}"
    if item.verdict:
        yield plain(item.verdict)
    yield typeset(f"Source : {item.source}")
    yield from item.notes
    yield deck.document.imprint.origin.address


def _rows(deck: Deck, block: PrintedRows) -> None:
    table = paper.narrowed(block.first(block.most))
    if not table.rows:
        deck.flush()
        _sentences(deck, block.exhibit.title, [slide_words.line(table.empty)])
        return
    heads, rows = flow.heads(table), [flow.cells(row) for row in table.rows]
    told = 0
    for _ in range(MOST):
        held = stage.fitting(rows[told:], heads, INSIDE)
        if not held:
            break
        told += held
        _table(deck, block, heads, rows[told - held : told], told - held)


def _table(
    deck: Deck, block: PrintedRows, heads: Sequence[Head], rows: list[list[str]], start: int
) -> None:
    """A slide with these rows, of which the first is the one of rank ``start``; which they are is
    said where they are not all."""
    item = block.exhibit
    part = paper.part(block.table, start, start + len(rows))
    slide = _headed(deck, item, " · ".join(filter(None, (item.subtitle, part))))
    slide.table(INSIDE, heads, rows, clean(block.table.caption))


_WRITERS: dict[type[DocumentBlock], Callable[[Deck, Any], None]] = {
    Prose: _prose,
    Authored: _authored,
    Terms: _terms,
    KeyFigures: _facts,
    Notice: _notice,
    Figure: _figure,
    PrintedRows: _rows,
}
