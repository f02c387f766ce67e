"""Labels of a map settle where none touches another, at a phone's scale and at a card's."""

from __future__ import annotations

import numpy as np

from dashboard.charts.label_placement import Canvas, Label, LabelSpot, overlap

WINDOW = (0.0, 0.0, 1000.0, 1000.0)
SCALES = (2.0, 1.0)
SIZES = [(50.0, 20.0)] * 2


def canvas() -> Canvas:
    return Canvas(WINDOW, SCALES)


def label(*spots: LabelSpot) -> Label:
    return Label(spots, SIZES, SCALES)


def test_a_label_alone_takes_its_first_spot() -> None:
    first, second = LabelSpot(500, 500), LabelSpot(200, 200)
    assert canvas().settle([label(first, second)]) == [first]


def test_one_of_two_labels_that_touch_moves() -> None:
    middle, away = LabelSpot(500, 500), LabelSpot(200, 200)
    assert canvas().settle([label(middle, away), label(middle)]) == [away, middle]


def test_a_label_leaves_what_is_already_there() -> None:
    held = Canvas(WINDOW, SCALES, np.array([((450.0, 450.0, 550.0, 550.0),) * 2]))
    assert held.settle([label(LabelSpot(500, 500), LabelSpot(200, 200))]) == [LabelSpot(200, 200)]


def test_a_label_is_not_cut_by_the_edge() -> None:
    assert canvas().settle([label(LabelSpot(10, 500), LabelSpot(200, 500))]) == [
        LabelSpot(200, 500)
    ]


def test_a_spot_free_on_a_phone_but_taken_on_a_card_is_refused() -> None:
    shifted = LabelSpot(500, 500, up=100)
    on_the_card = ((0.0, 0.0, 1.0, 1.0), (400.0, 580.0, 600.0, 620.0))
    held = Canvas(WINDOW, SCALES, np.array([on_the_card]))
    assert held.settle([label(shifted, LabelSpot(200, 200))]) == [LabelSpot(200, 200)]


def test_a_label_with_nowhere_free_takes_the_spot_that_covers_least() -> None:
    held = Canvas(WINDOW, SCALES, np.array([((400.0, 400.0, 600.0, 600.0),) * 2]))
    most, least = LabelSpot(500, 500), LabelSpot(640, 500)
    assert held.settle([label(most, least)]) == [least]


def test_the_side_that_is_held_says_where_the_box_lies() -> None:
    box = LabelSpot(100, 100, "left", "bottom", right=5).box((20, 10), 2.0)
    assert box == (110.0, 100.0, 150.0, 120.0)


def test_boxes_that_only_share_an_edge_share_no_ground() -> None:
    one = np.array([[0, 0, 1, 1], [0, 0, 2, 2]])
    assert overlap(one, np.array([[1, 0, 2, 1], [1, 1, 3, 3]])).tolist() == [0, 1]
