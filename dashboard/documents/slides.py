"""Any page as a deck: its figures in their order, and the tables that it has without figure."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content import Exhibit, Hero, Text
from dashboard.documents import imprint
from dashboard.documents.imprint import DocumentStamp
from dashboard.documents.value import DocumentBlock, Figure, PrintedRows, PrintedView
from dashboard.exhibits import common
from dashboard.pages.page import Page, exhibits_in
from dashboard.view import View
from dashboard.words import lexicon
from dashboard.words.typography import typeset

KIND = "Diaporama"
WIDTH = 300.0
"""Millimetres of a figure on a slide."""


def of(page: Page, view: View, at: DocumentStamp) -> PrintedView:
    """The deck of the figures of that page, for that view; its key figures first."""
    shown = page.blocks(view)
    hero = next((block for block in shown if isinstance(block, Hero)), None)
    frame = common.frame_of(view, view.asked_keys)
    return PrintedView(
        kind=KIND,
        title=hero.title if hero else typeset(page.title(view)),
        kicker=hero.kicker if hero else "",
        filters=typeset(common.filters_text(view)) if page.filters else "",
        lead=_lead(hero) if hero else (),
        blocks=tuple(_blocks(hero, exhibits_in(shown))),
        rest="",
        imprint=imprint.of(page, view, at),
        file_name=common.file_name(view, frame, "diaporama", page.slug, view.param),
    )


def _lead(hero: Hero) -> Text:
    """What the page says of itself; nothing where it only leads to others."""
    return () if any(span.href for span in hero.lead) else lexicon.bare(hero.lead)


def _blocks(hero: Hero | None, exhibits: tuple[Exhibit, ...]) -> Iterator[DocumentBlock]:
    if hero is not None and hero.key_figures:
        yield hero.key_figures
    for item in exhibits:
        count = len(item.table.rows)
        if item.chart is not None and not item.table_first:
            yield Figure(item, WIDTH)
        elif count:
            yield PrintedRows(item, item.table, count, count)
