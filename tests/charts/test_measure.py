"""How wide a text is, near enough to place it."""

from __future__ import annotations

import pytest

from dashboard.charts import measure
from dashboard.charts.base import strong
from dashboard.text import Span, text


@pytest.mark.parametrize(
    ("said", "size", "seen"),
    [
        ("Jacob-Bellecombette", 12, 107),
        ("Les Trois-Quenouilles", 12, 107),
        (strong("Biollay - Bellevue 35,5\u00a0%"), 13, 140),
        (strong("Les Hauts-de-Chambéry 42,8\u00a0%"), 13, 178),
    ],
)
def test_a_width_is_within_a_tenth_of_what_a_browser_draws(
    said: str | Span, size: float, seen: float
) -> None:
    assert measure.width(text(said), size) == pytest.approx(seen, rel=0.1)


def test_the_longest_line_counts_and_bold_letters_are_a_little_wider() -> None:
    plain = measure.width(text("quatorze"), 10)
    assert measure.width(text("un\nquatorze"), 10) == plain
    assert plain < measure.width(text(strong("quatorze")), 10) < 1.2 * plain
