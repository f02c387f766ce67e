"""The body of a page: rows of panels on a grid of twelve columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dash.development.base_component import Component

from dashboard import lexicon
from dashboard.components import filters, ids
from dashboard.components.blocks import render_all
from dashboard.components.context import Context
from dashboard.components.filters import Bar
from dashboard.components.prose import definitions
from dashboard.components.shell import Surroundings, shell
from dashboard.content import Block, Exhibit, Listing
from dashboard.html import tags as html


class Slot(NamedTuple):
    """A panel at its place: its blocks, its width in twelfths of the page, whether it is as tall
    as two others.
    """

    slug: str
    blocks: tuple[Block, ...]
    width: int = 12
    tall: bool = False


Rows = Sequence[Sequence[Slot]]


def render(rows: Rows, at: Context) -> Component:
    """The panels of a page, row by row; on a phone they follow one another."""
    return html.Div([_row(row, at) for row in rows if row], className="grille")


def page(
    rows: Rows,
    at: Context,
    frame: Surroundings,
    bar: Bar | None = None,
) -> Component:
    """A whole page: frame, filter bar when it offers some, panels."""
    shown = filters.bar(bar, at) if bar else filters.none()
    return shell(frame, at, render(rows, at), shown, bar.sentence if bar else "")


def content(blocks: Sequence[Block], at: Context) -> list[Component]:
    """What stands inside a panel: the children that a change of view replaces."""
    return [*render_all(blocks, at), *definitions(lexicon.explained(blocks))]


def _row(row: Sequence[Slot], at: Context) -> Component:
    return html.Div([_panel(Slot(*slot), at) for slot in row], className="rangee")


def _panel(slot: Slot, at: Context) -> Component:
    cards = all(isinstance(block, (Exhibit, Listing)) for block in slot.blocks)
    css = f"panneau large-{slot.width}{' panneau-carte' * cards}{' panneau-haut' * slot.tall}"
    return html.Div(content(slot.blocks, at), id=ids.panel(slot.slug), className=css)
