"""Panels on their grid."""

import re
from dataclasses import replace

from dashboard.components import ids
from dashboard.components.page import Slot, filled, render
from dashboard.content import Cell, Column, Exhibit, Row, Table
from dashboard.pages import PAGES
from tests.components import gallery
from tests.components.reading import found, prop
from tests.conftest import ROOT

AT = gallery.AT


def test_each_panel_is_known_by_its_slug_and_has_its_width() -> None:
    made = render([[Slot("a", (gallery.gap(),), 7), Slot("b", (gallery.empty(),), 5)]], AT)
    panels = found(made, css="panneau")
    assert [prop(panel, "id") for panel in panels] == [ids.panel("a"), ids.panel("b")]
    assert ["large-7" in prop(p, "className") for p in panels] == [True, False]


def test_a_row_without_panel_leaves_no_trace() -> None:
    assert len(found(render([[], [Slot("a", (gallery.gap(),))]], AT), css="rangee")) == 1


def test_cards_fill_the_height_of_their_row_and_text_does_not() -> None:
    made = render([[Slot("a", (gallery.gap(),)), Slot("b", (gallery.essential(),))]], AT)
    assert len(found(made, css="panneau-carte")) == 1


def card(slug: str, height: int, rows: int) -> Exhibit:
    lines = tuple(Row((Cell(f"Ligne {rank}"),)) for rank in range(rows))
    held = Table("Montants", (Column("Ligne"),), lines)
    return replace(gallery.gap(), slug=slug, height=height, table=held, verdict=(), controls=())


def test_a_low_drawing_shows_its_table_in_the_room_that_would_stay_white() -> None:
    low, high = Slot("a", (card("a", 220, 5),), 6), Slot("b", (card("b", 580, 13),), 6)
    [(first,), (second,)] = [slot.blocks for slot in filled([low, high])]
    assert isinstance(first, Exhibit)
    assert isinstance(second, Exhibit)
    assert (first.table_open, second.table_open) == (True, False)


def test_a_table_too_long_for_that_room_stays_folded() -> None:
    low, high = Slot("a", (card("a", 220, 40),), 6), Slot("b", (card("b", 580, 13),), 6)
    assert filled([low, high]) == [low, high]


def test_each_width_of_a_panel_has_its_rule_and_no_rule_is_of_no_panel() -> None:
    written = (ROOT / "assets" / "layout.css").read_text("utf-8")
    ruled = {int(width) for width in re.findall(r"\.large-(\d+) \{ grid-column", written)}
    widths = {panel.width for shown in PAGES for panel in shown.panels}
    assert ruled | {12} == widths
