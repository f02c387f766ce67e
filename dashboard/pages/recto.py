"""The portrait of a quarter on one A4: what is essential, then what is not printed and where."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Exhibit, Printed, Prose, Recto, Row, Table
from dashboard.pages import abridged, paper
from dashboard.pages.abridged import Abridged
from dashboard.pages.page import Page, Panel
from dashboard.view import View

ROOM = 326
"""Pixels for the two tables of the sheet, titles included; assets/recto.css sets the same sizes."""

HEAD = 60
"""Title, subtitle, head of a table, and the gap before."""

GAP_HEIGHT = 165
BESIDE = 3
"""Rows of the table that stands for a gap too tall to be drawn: the quarter's own comes first."""

INDICATORS, LINES = 8, 4
CONTACTS, LIMITS = 3, 3


def printed(page: Page) -> Page:
    """The portrait with the panel that paper shows in place of the others."""
    return replace(page, panels=(*page.panels, Panel("papier", lambda view: (_recto(page, view),))))


def _recto(page: Page, view: View) -> Recto:
    found = Abridged(page.blocks(view))
    place, tables = found.exhibits["carte"], _tables(view, found)
    shown = (place, *(item.exhibit for item in tables), *_gap(found))
    beside, limits = _beside(found), found.limits(LIMITS)
    return Recto(
        hero=found.hero,
        place=Printed(place, 0.7),
        beside=beside or limits,
        tables=tables,
        words=(*found.contacts(CONTACTS), *(limits if beside else ())),
        source=" ; ".join(paper.sources(shown)),
        rest=abridged.REST,
    )


def _gap(found: Abridged) -> tuple[Exhibit, ...]:
    return (found.gap,) if found.gap else ()


def _beside(found: Abridged) -> tuple[Printed | Prose, ...]:
    """The gap, drawn where it holds, else its table; without one, what is known."""
    gaps = tuple(_gap_printed(item, found.hero.title) for item in _gap(found))
    return gaps or found.situation


def _gap_printed(item: Exhibit, name: str) -> Printed:
    scale = min(0.8, GAP_HEIGHT / item.height) if item.chart else 0.0
    if scale >= paper.SMALLEST:
        return Printed(item, round(scale, 3))
    own_first = sorted(item.table.rows, key=lambda row: row.cells[0].text != name)
    cut = paper.cut(replace(item.table, rows=tuple(own_first)), 1000, BESIDE)
    return _rows(item, cut)


def _tables(view: View, found: Abridged) -> tuple[Printed, ...]:
    """The first indicator of each theme, then the largest lines, in the room that is left."""
    room, shown = float(ROOM), []
    rates, lines = found.exhibits.get("indicateurs"), found.lines(view.selection.is_period)
    if rates:
        table = _first_of_themes(rates.table)
        table = replace(table, rows=table.rows[:INDICATORS])
        shown.append(_rows(rates, table))
        room -= HEAD + paper.height(table)
    if lines:
        item, table = lines
        most = LINES if shown else LINES * 3
        shown.append(_rows(replace(item, table=table), paper.cut(table, room - HEAD, most)))
    return tuple(shown)


def _rows(item: Exhibit, table: Table) -> Printed:
    """The exhibit with those rows alone, and how many are left out of it."""
    return Printed(replace(item, table=table), 0.0, paper.left_out(item.table, table))


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
