"""Any page shown on a wall: its figures one by one, as large as the screen lets them be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.content import Block, Exhibit, Projected, Projection
from dashboard.pages import imprint, paper, shared
from dashboard.pages.abridged import bare
from dashboard.pages.page import Page, exhibits_in, in_form
from dashboard.pages.sheet import MAIN
from dashboard.view import View

ROOT = "/projection"
"""The path of what is shown on a wall, before that of its page."""

ROWS = 6
"""Rows of a table that are read from afar."""

FULL, ASIDE, NARROWEST = 940, 1110, 480
"""Pixels of a screen of 1920 by 1080 that a figure takes: down, across; the width under which its
words would collide."""


def of_each(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The projection of each page that has figures."""
    return tuple(of(page) for page in pages if page.slug in MAIN)


def of(page: Page) -> Page:
    """The projection of a page: the same filters, the same parameter, under ``/projection``."""
    return in_form(page, ROOT, "Projection", _blocks)


def _blocks(page: Page, view: View) -> tuple[Block, ...]:
    inner = replace(view, path=page.path.replace("*", view.param))
    slides = tuple(_slides(page, inner))
    return (
        *shared.remarks(view),
        Projection(page.title(inner), slides, imprint.href(page, inner)),
    )


def _slides(page: Page, view: View) -> Iterator[Projected]:
    for panel in page.panels:
        for item in map(bare, exhibits_in(panel.blocks(view))):
            if item.chart is not None and not item.table_first:
                yield Projected(item, panel.slug, scale(item))
            elif item.table.rows:
                yield _table(item, panel.slug)


def _table(item: Exhibit, panel: str) -> Projected:
    """The first rows of a table, as many as are read from afar, and how many it has."""
    whole = paper.narrowed(replace(item.table, rows=tuple(item.table.rows)))
    table = replace(whole, rows=whole.rows[:ROWS], notes=())
    return Projected(
        replace(item, table=table, chart=None), panel, 1.0, paper.left_out(item.table, table)
    )


def scale(item: Exhibit) -> float:
    """How many times its size a figure is drawn on a screen of 1920 by 1080: as tall as it, but
    never so large that its words would collide."""
    return round(min(FULL / item.height, ASIDE / NARROWEST), 2)
