"""Labels that never collide, ticks that are round."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures import base

numbers = st.floats(-1e6, 1e6)


@given(st.lists(numbers, min_size=1, max_size=8), st.floats(0.01, 1e4))
def test_spread_labels_are_never_closer_than_asked_and_keep_their_order(
    wanted: list[float], gap: float
) -> None:
    placed = base.spread(wanted, gap)
    ordered = sorted(placed)
    assert all(b - a >= gap * 0.999 - 1e-6 for a, b in itertools.pairwise(ordered))
    ranks = sorted(range(len(wanted)), key=lambda i: wanted[i])
    assert [placed[i] for i in ranks] == ordered


@given(numbers, st.floats(0.1, 1e6))
def test_ticks_span_what_they_measure(low: float, width: float) -> None:
    ticks = base.nice_ticks(low, low + width)
    assert ticks[0] <= low + 1e-6 * abs(low) + 1e-9 * width
    assert ticks[-1] >= low + width - 1e-3 * width
    assert 2 <= len(ticks) <= 9


def test_a_long_label_is_cut_at_a_word() -> None:
    assert base.shorten("Centre social et culturel des Combes", 20) == "Centre social et…"
    assert base.shorten("Court", 20) == "Court"


def test_a_label_wraps_between_words() -> None:
    assert base.wrap("un deux trois", 7) == "un deux<br>trois"
