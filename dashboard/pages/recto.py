"""The portrait of a quarter on one A4: what is essential, then what is not printed and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.content import (
    Block,
    Exhibit,
    Hero,
    Notice,
    Printed,
    Prose,
    Recto,
    Row,
    Table,
    Terms,
)
from dashboard.exhibits import action_list
from dashboard.pages import paper, shared
from dashboard.pages.page import Page, Panel, exhibits_in
from dashboard.view import View

ROOM = 326
"""Pixels for the two tables of the sheet, titles included; assets/recto.css sets the same sizes."""

HEAD = 60
"""Title, subtitle, head of a table, and the gap before."""

GAP_HEIGHT = 165
BESIDE = 3
"""Rows of the table that stands for a gap too tall to be drawn: the quarter's own comes first."""

INDICATORS, LINES = 8, 4
CONTACTS, LIMITS = 3, 2

REST = (
    "Non imprimés : autres indicateurs, évolutions, montants par an et par porteur, participation, "
    "définitions. Ils sont à l’adresse ci-dessous."
)


def printed(page: Page) -> Page:
    """The portrait with the panel that paper shows in place of the others."""
    return replace(page, panels=(*page.panels, Panel("papier", lambda view: (_recto(page, view),))))


def _recto(page: Page, view: View) -> Recto:
    blocks = page.blocks(view)
    found = {item.slug: item for item in exhibits_in(blocks)}
    hero = next(block for block in blocks if isinstance(block, Hero))
    tables = _tables(view, found)
    shown = (found["carte"], *(item.exhibit for item in tables))
    sources = dict.fromkeys(item.source for item in (*shown, *_gap(found)))
    return Recto(
        hero=replace(hero, buttons=()),
        place=Printed(found["carte"], 0.7),
        beside=_beside(found, blocks, hero.title),
        tables=tables,
        words=tuple(_words(blocks)),
        source=" ; ".join(sources),
        rest=REST,
    )


def _gap(found: dict[str, Exhibit]) -> tuple[Exhibit, ...]:
    return (found["ecart"],) if "ecart" in found else ()


def _beside(
    found: dict[str, Exhibit], blocks: Sequence[Block], name: str
) -> tuple[Printed | Prose, ...]:
    """The gap, drawn where it holds, else its table; without one, what is known and why."""
    gaps = tuple(_gap_printed(item, name) for item in _gap(found))
    prose = tuple(b for b in blocks if isinstance(b, Prose) and b.title == shared.SITUATION)
    notices = (b.paragraphs for b in blocks if isinstance(b, Notice) and b.kind == "info")
    return gaps or prose or tuple(Prose(said, shared.SITUATION) for said in notices)


def _gap_printed(item: Exhibit, name: str) -> Printed:
    scale = min(0.8, GAP_HEIGHT / item.height) if item.chart else 0.0
    if scale >= paper.SMALLEST:
        return Printed(item, round(scale, 3))
    own_first = sorted(item.table.rows, key=lambda row: row.cells[0].text != name)
    cut = paper.cut(replace(item.table, rows=tuple(own_first)), 1000, BESIDE)
    return Printed(replace(item, table=cut), 0.0, paper.left_out(item.table, cut))


def _tables(view: View, found: dict[str, Exhibit]) -> tuple[Printed, ...]:
    """The first indicator of each theme, then the largest lines, in the room that is left."""
    room, shown = float(ROOM), []
    if "indicateurs" in found:
        item = found["indicateurs"]
        table = _first_of_themes(item.table)
        table = replace(table, rows=table.rows[:INDICATORS])
        shown.append(Printed(replace(item, table=table), 0.0, paper.left_out(item.table, table)))
        room -= HEAD + paper.height(table)
    if "lignes" in found:
        item = found["lignes"]
        most = LINES if shown else LINES * 3
        table = paper.cut(lines(item.table, view.selection.is_period), room - HEAD, most)
        shown.append(Printed(replace(item, table=table), 0.0, paper.left_out(item.table, table)))
    return tuple(shown)


def lines(table: Table, dated: bool) -> Table:
    """The lines of one quarter: its name goes, what tells how it is known stays at the title. The
    mark of the pillars stands once, above the table.

    Columns: title, holder, year, pillar, quarter, amounts, of which the last is the one counted.
    """
    rows = []
    for row in table.rows:
        title, holder, year, pillar, quarter, *_, amount = row.cells
        note = year.text if dated else ""
        marked = replace(title, tags=(*title.tags, *quarter.tags), note=note)
        rows.append(replace(row, cells=(marked, holder, replace(pillar, tags=()), amount)))
    title_, holder_, _, pillar_, *_, amount_ = table.columns
    if amount_.label == action_list.SHARE:
        amount_ = replace(amount_, label="Sa part")
    return replace(table, columns=(title_, holder_, pillar_, amount_), rows=tuple(rows))


def _first_of_themes(table: Table) -> Table:
    kept: list[Row] = []
    first = True
    for row in table.rows:
        if row.group:
            first = True
        elif first:
            kept.append(row)
            first = False
    return replace(table, rows=tuple(kept), notes=())


def _words(blocks: Sequence[Block]) -> list[Prose | Terms]:
    """Whom to turn to, and the first limits."""
    found: list[Prose | Terms] = []
    for block in blocks:
        if isinstance(block, Terms) and not block.anchored and len(found) == 0:
            found.append(replace(block, items=block.items[:CONTACTS]))
        if isinstance(block, Prose) and block.bullets:
            found.append(replace(block, paragraphs=block.paragraphs[:LIMITS]))
    return found
