"""Euros per inhabitant: the perimeter of the year, no zero where nothing is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.domain import per_head
from dashboard.domain.per_head import PerHead
from dashboard.domain.series import RuleBroken
from tests.domain.samples import observation, quarter

OLD = quarter("QP000001")
NEW = replace(quarter("QN00001M"), generation="2024")


def test_the_inhabitants_of_another_perimeter_are_refused() -> None:
    with pytest.raises(RuleBroken, match="périmètre de l’année"):
        PerHead(2024, 100.0, 1, NEW, observation(2018, 50.0, OLD.code))


def test_no_line_and_no_people_are_no_zero() -> None:
    people = observation(2018, 50.0, OLD.code)
    assert PerHead(2018, 0.0, 0, OLD, people).value is None
    assert PerHead(2018, 100.0, 1, OLD, None).value is None
    assert PerHead(2018, 100.0, 1, OLD, people).value == 2.0


def test_a_change_of_perimeter_parts_the_years() -> None:
    heads = (PerHead(2023, 1.0, 1, OLD, None), PerHead(2024, 1.0, 1, NEW, None))
    (found,) = per_head.breaks(heads)
    assert (found.year, "2024" in found.reason) == (2024, True)
    assert per_head.breaks(heads[:1]) == ()
