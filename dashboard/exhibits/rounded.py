"""What a figure says of the values that their source rounds more than is usual."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.domain import french, rounding
from dashboard.domain.indicator import Indicator, Observation
from dashboard.view import View

ValueQuery = tuple[Indicator, Sequence[str], int | None]
"""An indicator, the territories of which a value is shown, its year."""


def notes(indicator: Indicator, observations: Iterable[Observation | None]) -> tuple[str, ...]:
    """One sentence a way of rounding, with the years that it holds for."""
    known = [item for item in observations if item is not None and item.value is not None]
    return _said(indicator, ((item.step, item.year) for item in known))


def _said(indicator: Indicator, steps: Iterable[tuple[float, int]]) -> tuple[str, ...]:
    years: dict[float, set[int]] = {}
    for step, year in set(steps):
        if indicator.rounds(step):
            years.setdefault(step, set()).add(year)
    return tuple(
        f"{french.capital(french.when(years[step]))}, la source arrondit "
        f"{rounding.phrase(step)} : un écart ou un changement plus petit ne se lit pas."
        for step in sorted(years)
    )


def notes_of(view: View, asked: Sequence[ValueQuery]) -> tuple[str, ...]:
    """The same for several indicators, which are named where there are several."""
    found: dict[str, list[str]] = {}
    for indicator, codes, year in asked:
        values, _, steps = view.store.values.column(indicator, codes, year)
        read = zip(values, steps, strict=True)
        shown = ((step, year or 0) for value, step in read if value is not None)
        for note in _said(indicator, shown):
            found.setdefault(note, []).append(indicator.label)
    if len(asked) == 1:
        return tuple(found)
    return tuple(f"{french.listed(labels)} : {french.uncapital(n)}" for n, labels in found.items())
