"""An indicator knows how it is read, and what one may not do with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.domain.indicator import Observation, Status, Unit, show
from tests.domain.samples import COUNT, MEDIAN, observation


def test_a_value_is_shown_with_its_unit() -> None:
    rate = replace(MEDIAN, unit=Unit.PERCENT, decimals=1)
    assert MEDIAN.format(15_540) == "15\u202f540\u00a0€"
    assert rate.format(40.0) == "40,0\u00a0%"
    assert rate.format_gap(-3.0) == "\u22123,0\u00a0pts"
    assert COUNT.format(10_096) == "10\u202f096"


def test_an_absent_value_has_its_own_mark_and_is_never_zero() -> None:
    assert show(MEDIAN, observation(2019, None)) == "s"
    assert show(MEDIAN, None) == "n.\u00a0d."
    not_published = Observation("a", "b", 2019, None, Status.NOT_PUBLISHED)
    not_applicable = Observation("a", "b", 2019, None, Status.NOT_APPLICABLE)
    assert show(MEDIAN, not_published) == "n.\u00a0d."
    assert show(MEDIAN, not_applicable) == "–"


def test_only_a_count_may_be_declared_summable() -> None:
    with pytest.raises(ValueError, match="règle 1"):
        replace(MEDIAN, summable=True)
