"""The words of values on a map."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.domain.indicator import Indicator, Status, missing_mark


def labels(
    indicator: Indicator,
    values: Sequence[float | None],
    statuses: Sequence[Status | None],
    steps: Sequence[float],
) -> list[str]:
    """Each value as a reader sees it, or the mark of its absence."""
    found = [
        missing_mark(known) if value is None else ""
        for value, known in zip(values, statuses, strict=True)
    ]
    for step in set(steps):
        places = [p for p, value in enumerate(values) if value is not None and steps[p] == step]
        spelled = indicator.formats([values[place] or 0.0 for place in places], step)
        for place, label in zip(places, spelled, strict=True):
            found[place] = label
    return found
