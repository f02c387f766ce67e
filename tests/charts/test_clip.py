"""What leaves the plot area is cut at its sides: nothing inside is lost, no side is drawn."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import demo, kinds, svg
from dashboard.charts.svg import clip

SQUARE = [(0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8)]
place = st.integers(-30, 40).map(lambda tenth: tenth / 10)
points = st.lists(st.tuples(place, place), min_size=2, max_size=12)


def area(run: list[tuple[float, float]]) -> float:
    pairs = zip(run, [*run[1:], *run[:1]], strict=True)
    return abs(sum(x * b - a * y for (x, y), (a, b) in pairs)) / 2


def test_what_is_all_inside_stays_as_it_is() -> None:
    assert clip.ring(SQUARE) == SQUARE
    assert clip.line(SQUARE) == [SQUARE]


def test_what_is_all_outside_leaves_nothing() -> None:
    away = [(x + 2, y) for x, y in SQUARE]
    assert clip.ring(away) == []
    assert clip.line(away) == []


def test_a_ring_larger_than_the_plot_area_fills_it() -> None:
    assert area(clip.ring([(-1, -1), (2, -1), (2, 2), (-1, 2)])) == pytest.approx(1)


def test_half_a_square_remains_where_it_was_moved_by_half() -> None:
    cut = clip.ring([(x + 0.5, y) for x, y in SQUARE])
    assert area(cut) == pytest.approx(0.3 * 0.6)


def test_a_line_that_leaves_and_comes_back_is_two_lines() -> None:
    parts = clip.line([(0.5, 0.5), (1.5, 0.5), (1.5, 0.7), (0.5, 0.7)])
    assert parts == [[(0.5, 0.5), (1.0, 0.5)], [(1.0, 0.7), (0.5, 0.7)]]


def test_nothing_is_drawn_along_a_side_that_a_line_passes_behind() -> None:
    assert clip.line([(-0.1, 0.2), (-0.1, 0.8)]) == []


@given(points)
def test_no_part_leaves_the_plot_area(run: list[tuple[float, float]]) -> None:
    kept = [clip.ring(run), *clip.line(run)]
    assert all(-1e-9 <= one <= 1 + 1e-9 for part in kept for point in part for one in point)


@given(points)
def test_a_line_loses_no_point_that_stood_inside(run: list[tuple[float, float]]) -> None:
    kept = {point for part in clip.line(run) for point in part}
    moving = [run[0], *(b for a, b in pairwise(run) if a != b)]
    within = [p for p in moving if all(0 < one < 1 for one in p)]
    assert len(moving) < 2 or set(within) <= kept


def test_a_map_for_a_file_is_cut_at_its_window_by_its_own_points() -> None:
    chart, _ = demo.FIGURES["quarter_map"]()
    wide, tall = 300, 200
    drawn = svg.sized(kinds.draw(chart), wide, tall, "carte")
    assert "overflow" not in drawn
    places = [
        (float(x), float(y))
        for path in re.findall(r'<path d="(M[^"]*,[^"]*)" fill', drawn)
        for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", path)
    ]
    assert len(places) > 20
    assert all(-0.1 <= x <= wide + 0.1 and -0.1 <= y <= tall + 0.1 for x, y in places)
