"""Panels on their grid."""

from dashboard.components import ids
from dashboard.components.page import Slot, render
from tests.components import gallery
from tests.components.reading import found, prop

AT = gallery.AT


def test_each_panel_is_known_by_its_slug_and_has_its_width():
    made = render([[Slot("a", (gallery.gap(),), 7), Slot("b", (gallery.empty(),), 5)]], AT)
    panels = found(made, css="panneau")
    assert [prop(panel, "id") for panel in panels] == [ids.panel("a"), ids.panel("b")]
    assert ["large-7" in prop(p, "className") for p in panels] == [True, False]


def test_a_row_without_panel_leaves_no_trace():
    assert len(found(render([[], [Slot("a", (gallery.gap(),))]], AT), css="rangee")) == 1


def test_cards_fill_the_height_of_their_row_and_text_does_not():
    made = render([[Slot("a", (gallery.gap(),)), Slot("b", (gallery.essential(),))]], AT)
    assert len(found(made, css="panneau-carte")) == 1
