"""Labels that never collide, ticks that are round."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import base

numbers = st.floats(-1e6, 1e6)


@given(st.lists(st.tuples(numbers, st.floats(0.01, 1e4)), min_size=1, max_size=8))
def test_spread_labels_never_meet_and_keep_their_order(labels: list[tuple[float, float]]) -> None:
    wanted, sizes = [w for w, _ in labels], [s for _, s in labels]
    placed = base.spread(wanted, sizes)
    ranks = sorted(range(len(wanted)), key=lambda i: wanted[i])
    assert len(placed) == len(wanted)
    for one, other in itertools.pairwise(ranks):
        least = (sizes[one] + sizes[other]) / 2
        assert placed[other] - placed[one] >= least * 0.999 - 1e-6


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
def test_spread_labels_stay_between_the_two_ends_where_they_fit(wanted: list[float]) -> None:
    placed = base.spread(wanted, [12.0] * len(wanted), 0, 100)
    assert min(placed) >= 6 - 1e-6
    assert max(placed) <= 94 + 1e-6


def test_a_label_that_meets_no_other_stays_where_it_was() -> None:
    assert base.spread([10, 50, 52], [10, 10, 10]) == [10, 46, 56]


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
    assert base.wrap("un deux trois", 7) == "un deux\ntrois"
