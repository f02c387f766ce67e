"""The words of values on a map: as their source rounds them, or the mark of their absence."""

from __future__ import annotations

from dashboard.domain.indicator import Status
from dashboard.exhibits import map_labels
from tests.claims import spaced
from tests.domain.samples import RATE


def said(
    values: list[float | None], statuses: list[Status | None], steps: list[float]
) -> list[str]:
    return [spaced(label) for label in map_labels.labels(RATE, values, statuses, steps)]


def test_each_value_keeps_the_precision_of_its_source_in_its_place() -> None:
    found = said([37.63, 9.0, 12.5], [Status.FINAL] * 3, [0.1, 1.0, 0.1])
    assert found == ["37,6 %", "9 %", "12,5 %"]


def test_an_absence_is_its_mark_and_a_true_zero_is_a_number() -> None:
    found = said([None, None, 0.0], [Status.SECRET, None, Status.FINAL], [1.0, 1.0, 1.0])
    assert found == ["s", "n. d.", "0 %"]
