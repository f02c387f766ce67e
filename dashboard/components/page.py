"""The body of a page: rows of panels on a grid of twelve columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard.components import filters, ids, labels
from dashboard.components.blocks import render_all
from dashboard.components.context import Context
from dashboard.components.filters import FilterBar
from dashboard.components.marks import aria
from dashboard.components.prose import definitions
from dashboard.components.shell import Surroundings, shell
from dashboard.content import Block, Exhibit, Listing
from dashboard.domain.chart import Trend
from dashboard.html import tags as html
from dashboard.html.element import Element
from dashboard.words import lexicon


class Slot(NamedTuple):
    """A panel at its place: its blocks, its width in twelfths of the page, whether it is as tall
    as two others.
    """

    slug: str
    blocks: tuple[Block, ...]
    width: int = 12
    tall: bool = False
    label: str = ""

    @property
    def anchor(self) -> str:
        """Where the contents of the page lead for it; empty where it shows nothing."""
        return anchor(self.slug) if self.label and self.blocks else ""


STRETCH, LINES_STRETCH, MAP_STRETCH = 0.6, 1.4, 0.3
"""Part of its own height by which a drawing, lines, or a map, may be stretched beside a taller
one."""
MAP, LISTED, LINE = 540, 10, 37
"""Pixels of a map in half a page, of the head of a table less what its neighbour may lack, of each
of its rows."""
FEWEST = 5
"""Parts from which a page has a list of its contents."""

SlotRows = Sequence[Sequence[Slot]]


def render(rows: SlotRows, at: Context) -> Element:
    """The panels of a page, row by row; on a phone they follow one another."""
    made = [_row(row, at) for row in rows if row]
    found = contents([slot for row in rows for slot in row])
    return html.Div([*made[:1], *found, *made[1:]], className="grille")


def contents(slots: Sequence[Slot]) -> list[Element]:
    """« Sur cette page »: a link to each named part, behind a fold on a phone; none on a short
    page."""
    named = [slot for slot in slots if slot.anchor]
    if len(named) < FEWEST:
        return []
    opener = html.Details(html.Summary(labels.CONTENTS), className="sommaire-pli")
    links = [html.Li(html.A(slot.label, href=f"#{slot.anchor}")) for slot in named]
    return [html.Nav([opener, html.Ul(links)], className="sommaire", **aria(label=labels.CONTENTS))]


def anchor(slug: str) -> str:
    """The name of a part of the page in its address."""
    return f"partie-{slug}"


def page(
    rows: SlotRows,
    at: Context,
    frame: Surroundings,
    bar: FilterBar,
) -> Element:
    """A whole page: frame, filter bar, panels."""
    printed = filters.on_paper(bar.sentence, bar.remarks)
    return shell(frame, at, render(rows, at), filters.bar(bar, at), printed)


def content(blocks: Sequence[Block], at: Context, anchor: str = "") -> list[Element]:
    """What stands inside a panel: the children that a change of view replaces."""
    reached = [Element("span", {"id": anchor, "className": "ancre"}, "")] if anchor else []
    return [*render_all(blocks, at), *definitions(lexicon.explained(blocks)), *reached]


def _row(row: Sequence[Slot], at: Context) -> Element:
    slots = [Slot(*slot) for slot in row]
    css = "rangee rangee-egale" if _balanced(slots) else "rangee"
    return html.Div([_panel(slot, at) for slot in slots], className=css)


def _balanced(slots: Sequence[Slot]) -> bool:
    """Whether the drawings of a row may be given one height: the smallest is stretched a little."""
    found = [_figure_of(slot) for slot in slots]
    drawn = [item for item in found if item is not None]
    if len(drawn) < max(2, len(found)):
        return False
    talls = [_tall(item) for item in drawn]
    return all(max(talls) - t <= _stretch(i) for i, t in zip(drawn, talls, strict=True))


def _stretch(item: Exhibit) -> float:
    """Pixels by which its drawing may grow: lines read the better for it, a map shows no more."""
    if item.full_screen:
        return MAP * MAP_STRETCH
    return item.height * (LINES_STRETCH if isinstance(item.chart, Trend) else STRETCH)


def filled(row: Sequence[Slot]) -> list[Slot]:
    """The row where a drawing much lower than its neighbour shows its table too, if it holds in
    the room that would stay white."""
    cards = [slot.blocks[0] for slot in row if len(slot.blocks) == 1]
    found = [item for item in cards if isinstance(item, Exhibit)]
    if len(found) < max(2, len(row)) or any(slot.tall for slot in row) or _balanced(row):
        return list(row)
    most = max(_tall(item) for item in found)
    opened = [_opened(item, most - _tall(item)) for item in found]
    return [slot._replace(blocks=(item,)) for slot, item in zip(row, opened, strict=True)]


def _opened(item: Exhibit, room: int) -> Exhibit:
    holds = item.chart is not None and item.table.rows and _listed(item) <= room
    return replace(item, table_open=True) if holds else item


def _tall(item: Exhibit) -> int:
    """Pixels of what a card draws; a map is as tall as half the page lets it."""
    drawn = MAP if item.full_screen else item.height if item.chart is not None else _listed(item)
    return drawn + _around(item)


def _listed(item: Exhibit) -> int:
    """Pixels of its table."""
    return LISTED + LINE * len(item.table.rows)


def settled(slot: Slot) -> Slot:
    """The panel, as tall as two others only where its table is longer than the map beside it."""
    block = slot.blocks[0] if slot.blocks else None
    short = isinstance(block, Exhibit) and _listed(block) <= MAP
    return slot._replace(tall=False) if short else slot


def _figure_of(slot: Slot) -> Exhibit | None:
    block = slot.blocks[0] if len(slot.blocks) == 1 else None
    return block if isinstance(block, Exhibit) and block.chart is not None else None


def _around(item: Exhibit) -> int:
    """Pixels that a card takes beyond what all cards take: its controls, its verdict."""
    return 150 * bool(item.controls) + 90 * bool(item.verdict)


def _panel(slot: Slot, at: Context) -> Element:
    cards = all(isinstance(block, (Exhibit, Listing)) for block in slot.blocks)
    css = f"panneau large-{slot.width}{' panneau-carte' * cards}{' panneau-haut' * slot.tall}"
    return html.Div(content(slot.blocks, at, slot.anchor), id=ids.panel(slot.slug), className=css)
