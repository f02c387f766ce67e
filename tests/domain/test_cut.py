"""What is compared with what is absent has no gap: an absence is no zero."""

from __future__ import annotations

import pytest

from dashboard.domain.cut import gap


@pytest.mark.parametrize(
    ("value", "other", "apart"),
    [(3.0, 5.0, -2.0), (0.0, 5.0, -5.0), (None, 5.0, None), (3.0, None, None), (None, None, None)],
)
def test_a_gap_needs_both_values(
    value: float | None, other: float | None, apart: float | None
) -> None:
    assert gap(value, other) == apart
