"""One indicator at a glance: the quarters that are told apart, or how far they all spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.domain.indicator import Indicator
from dashboard.domain.series import Series
from dashboard.domain.sparkline import Extent
from dashboard.domain.territory import Territory
from dashboard.exhibits import choose, stand
from dashboard.exhibits.stand import QuarterStand
from dashboard.view import View

FEW = 4
"""Quarters that a small drawing tells apart."""


@dataclass(frozen=True, slots=True)
class Glance:
    """One indicator as the gallery shows it by a year: the quarters that it tells apart.

    Where they are too many, ``extents`` are the lowest and the highest value of each year that is
    known, ``spread`` the last ones up to that year, ``verdicts`` how many of each there are.
    """

    indicator: Indicator
    generation: str
    stands: tuple[QuarterStand, ...]
    extents: tuple[Extent, ...] = ()
    spread: Extent | None = None
    verdicts: tuple[tuple[str, int], ...] = ()
    quarters: int = 0
    reference: Series | None = None

    @property
    def references(self) -> tuple[Series, ...]:
        """What its quarters are compared with, each once."""
        held = (self.reference, *(one.reference for one in self.stands))
        return tuple({line.territory.code: line for line in held if line}.values())

    @property
    def year(self) -> int:
        """The last year of the values that are shown."""
        years = [one.last.year for one in self.stands if one.last]
        return max([*years, *([self.spread[0]] if self.spread else [])], default=0)


def of(view: View, indicator: Indicator) -> Glance | None:
    """That indicator; None where no quarter has a value in the perimeters of the view."""
    generation = choose.generation_of(view, indicator)
    quarters = choose.measured_quarters(view, generation)
    if len(quarters) <= FEW:
        stands = tuple(stand.of(view, indicator, quarter.code) for quarter in quarters)
        found = Glance(indicator, generation, stands)
        return found if any(one.line.known for one in stands) else None
    return _many(view, indicator, generation, quarters)


def _many(
    view: View, indicator: Indicator, generation: str, quarters: Sequence[Territory]
) -> Glance | None:
    values, year = view.store.values, view.selection.year
    codes = [quarter.code for quarter in quarters]
    extents = tuple(_extents(view, indicator, codes))
    if not extents:
        return None
    chosen = choose.highlighted(view, generation)[:FEW]
    stands = tuple(stand.of(view, indicator, quarter.code) for quarter in chosen)
    judged = _verdicts(view, indicator, codes) if len(codes) <= choose.TOLD_APART else ()
    compared = None if indicator.summable else values.comparator(indicator, codes, year)
    reference = values.series(indicator, compared[0]) if compared else None
    spread = next((item for item in reversed(extents) if item[0] <= year), None)
    return Glance(indicator, generation, stands, extents, spread, judged, len(codes), reference)


def _extents(view: View, indicator: Indicator, codes: Sequence[str]) -> Iterator[Extent]:
    """The lowest and the highest value of the quarters, each year that has one."""
    for year in view.store.values.years(indicator, codes):
        numbers = view.store.values.numbers(indicator, codes, year)
        known = [number for number in numbers if number is not None]
        if known:
            yield year, min(known), max(known)


def _verdicts(
    view: View, indicator: Indicator, codes: Sequence[str]
) -> tuple[tuple[str, int], ...]:
    found = (stand.of(view, indicator, code) for code in codes)
    counts = Counter(str(one.judged.trend) for one in found if one.judged and one.line.points)
    return tuple(counts.most_common())
