"""Panels stand side by side while they fit, and under their neighbour beside a tall one."""

from dashboard.components.assembly import rows_of
from dashboard.components.page import Slot


def slugs(*slots: Slot) -> list[str]:
    return ["".join(slot.slug for slot in row) for row in rows_of(slots)]


def test_panels_stand_side_by_side_while_they_fit():
    assert slugs(Slot("a", (), 7), Slot("b", (), 5), Slot("c", ()), Slot("d", (), 6)) == [
        "ab",
        "c",
        "d",
    ]


def test_the_panel_after_a_tall_one_stands_under_the_one_before_it():
    tall = Slot("b", (), 5, tall=True)
    assert slugs(Slot("a", (), 7), tall, Slot("c", (), 7), Slot("d", (), 5)) == ["abc", "d"]


def test_a_panel_too_wide_to_stand_under_it_starts_a_row():
    tall = Slot("b", (), 5, tall=True)
    assert slugs(Slot("a", (), 7), tall, Slot("c", (), 8)) == ["ab", "c"]
