"""The scale of a map is round and short enough."""

from __future__ import annotations

import pytest

from dashboard.charts import map_scale
from dashboard.text import plain


@pytest.mark.parametrize(
    ("wide", "found"), [(14e3, 2_000), (30e3, 5_000), (1e6, 200_000), (3e3, 500), (400, 100)]
)
def test_the_scale_is_a_fifth_of_the_window_at_most(wide: float, found: int) -> None:
    assert map_scale.length((0.0, 0.0, wide, wide)) == found


def test_the_bar_is_as_long_as_its_note_says() -> None:
    window = (0.0, 0.0, 14e3, 14e3)
    line = map_scale.bar(window, 20.0)
    assert line.x1 - line.x0 == 2000
    assert plain(map_scale.notes(window, 20.0)[0].text) == "2\u00a0km"
