"""Outlines are drawn alone or together, and known by their ranks in the list of the page."""

from __future__ import annotations

from dashboard.domain.quarter_map import Outlines
from dashboard.domain.track import Track, joined

SQUARE = ((0.0, 0.0), (1.0, 0.0), (1.0, 2.0))


def test_two_rings_are_one_drawing_with_a_gap_between_them() -> None:
    across, along = Outlines((SQUARE, SQUARE), 4).tracks
    assert across == [0.0, 1.0, 1.0, None, 0.0, 1.0, 1.0]
    assert along == [0.0, 0.0, 2.0, None, 0.0, 0.0, 2.0]
    assert (across.parts, along.parts) == ((4,), (4,))


def test_an_outline_is_drawn_by_steps_in_whole_metres_the_north_at_the_top() -> None:
    assert Outlines((SQUARE, SQUARE)).path == 2 * "M0,0l1,0 0,-2Z"
    assert joined([Track([1.0], [4], "a"), Track([2.0], [8], "b")]).path == "ab"
    assert joined([Track([1.0], path="a"), Track([2.0], path="b")]).path == "ab"


def test_tracks_together_keep_the_ranks_of_each() -> None:
    both = joined([Track([1.0], [4]), Track([2.0, 3.0], [8])])
    assert list(both) == [1.0, None, 2.0, 3.0]
    assert (len(both), both[1:3]) == (4, [None, 2.0])
    assert both.parts == (4, 8)


def test_a_track_that_no_page_holds_takes_its_rank_from_all() -> None:
    assert joined([Track([1.0], [4]), Track([2.0])]).parts == ()
    assert Outlines((SQUARE,)).tracks[0].parts == ()


def test_the_box_stands_around_every_ring() -> None:
    assert Outlines((SQUARE, ((-1.0, 0.0), (0.0, 5.0)))).box == (-1.0, 0.0, 1.0, 5.0)
