"""How wide a text is, near enough to place it."""

from __future__ import annotations

import pytest

from dashboard.charts import measure


@pytest.mark.parametrize(
    ("text", "size", "seen"),
    [
        ("Jacob-Bellecombette", 12, 107),
        ("Les Trois-Quenouilles", 12, 107),
        ("<b>Biollay - Bellevue 35,5\u00a0%</b>", 13, 140),
        ("<b>Les Hauts-de-Chambéry 42,8\u00a0%</b>", 13, 178),
    ],
)
def test_a_width_is_within_a_tenth_of_what_a_browser_draws(
    text: str, size: float, seen: float
) -> None:
    assert measure.width(text, size) == pytest.approx(seen, rel=0.1)


def test_the_longest_line_counts_and_markup_does_not() -> None:
    assert measure.width("un<br>quatorze", 10) == measure.width("quatorze", 10)
    assert measure.width("<b>un</b>", 10) < 2 * measure.width("un", 10)
