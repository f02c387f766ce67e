"""« Bilan annuel » as a report: the parts of its page in order, then annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dashboard import keys
from dashboard.content import Authored, Exhibit, Fold, Hero, KeyFigures, Notice, Prose, Terms, text
from dashboard.content import Block as Shown
from dashboard.documents import imprint
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.value import LARGE, DocumentBlock, Figure, PrintedRows, PrintedView
from dashboard.exhibits import common, quarter_list
from dashboard.pages import team
from dashboard.pages.page import Page
from dashboard.view import View
from dashboard.words import lexicon
from dashboard.words.typography import typeset

KIND, TEMPLATE = "Bilan annuel", "rapport"
WIDTH = 174.0
"""Millimetres between the margins."""

PART, SUBJECT = 2, 3
"""Levels of the title of a part, and of what stands in it."""

LONGEST = 600
"""Rows of an annex at most: the others are at the address of the view."""

LINES = "lignes"
"""The figure that is long: it goes to an annex."""


def of(page: Page, view: View, at: DocumentStamp) -> PrintedView:
    """The report of the year of that view."""
    whole = shown(page, view, at)
    return replace(whole, blocks=(*whole.blocks, *_annexes(view, page.blocks(view))))


def shown(page: Page, view: View, at: DocumentStamp) -> PrintedView:
    """The same without its annexes, to be shown."""
    blocks = page.blocks(view)
    hero = next(block for block in blocks if isinstance(block, Hero))
    filters = common.filters_text(view)
    frame = common.frame_of(view, (keys.PILLAR, keys.QUARTER))
    return PrintedView(
        kind=KIND,
        title=hero.title,
        kicker=hero.kicker,
        filters=typeset(filters),
        lead=lexicon.bare(hero.lead),
        blocks=tuple(_parts(blocks)),
        rest="",
        imprint=imprint.of(page, view, at),
        file_name=common.file_name(view, frame, "bilan", str(view.selection.year)),
        project=typeset(team.project(view)),
    )


def _parts(shown: Iterable[Shown]) -> Iterator[DocumentBlock]:
    """The parts of the page; what is long or says how to read goes to an annex."""
    for block in shown:
        if isinstance(block, Hero) and block.key_figures:
            yield block.key_figures
        elif isinstance(block, Exhibit) and block.slug != LINES:
            yield _exhibit(block)
        elif isinstance(block, Authored | Prose | Terms | Notice | KeyFigures):
            yield _bare(block)


def _bare(block: Authored | Prose | Terms | Notice | KeyFigures) -> DocumentBlock:
    if isinstance(block, Prose | Notice):
        return replace(block, paragraphs=tuple(map(lexicon.bare, block.paragraphs)))
    return block


def _exhibit(item: Exhibit) -> Figure | PrintedRows:
    """A figure where it is drawn, else its whole table; the title of a part has its number."""
    level = PART if item.title[:1].isdigit() else SUBJECT
    if item.chart is not None and not item.table_first:
        return Figure(item, WIDTH, LARGE, level)
    count = len(item.table.rows)
    return PrintedRows(item, item.table, count, count, level)


def _annexes(view: View, shown: Iterable[Shown]) -> Iterator[DocumentBlock]:
    exhibits = [block for block in shown if isinstance(block, Exhibit)]
    quarters = typeset(quarter_list.exhibit(view))
    lines = [item for item in exhibits if item.slug == LINES]
    annexes: tuple[tuple[str, tuple[DocumentBlock, ...]], ...] = (
        (f"Annexe A. {quarters.title}", (_under(quarters),)),
        *((f"Annexe B. {item.title}", (_under(item),)) for item in lines),
        ("Annexe C. Définitions et limites de chaque figure", tuple(_notes((*exhibits, quarters)))),
        ("Annexe D. Lire et vérifier", tuple(_help(shown))),
    )
    for title, blocks in annexes:
        yield Prose((), typeset(title), level=PART)
        yield from blocks


def _under(item: Exhibit) -> PrintedRows:
    """The table of an annex, whose title is the exhibit's already; the first rows of a long one."""
    count = min(len(item.table.rows), LONGEST)
    return PrintedRows(replace(item, title=""), item.table, count, count, SUBJECT)


def _notes(exhibits: Iterable[Exhibit]) -> Iterator[Prose]:
    for item in exhibits:
        if item.notes:
            yield Prose(tuple(map(text, item.notes)), item.title, bullets=True, level=SUBJECT)


def _help(shown: Iterable[Shown]) -> Iterator[DocumentBlock]:
    folds = (block for block in shown if isinstance(block, Fold))
    for block in (inner for fold in folds for inner in fold.blocks):
        if isinstance(block, Prose):
            yield _bare(block)
