"""Where a quarter stands on an indicator: its last value, its gap, the verdict on its change."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain import verdict
from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.series import Gap, Series
from dashboard.domain.territory import Territory
from dashboard.domain.verdict import Verdict
from dashboard.view import View


@dataclass(frozen=True, slots=True)
class QuarterStand:
    """One quarter and one indicator, up to the year of a view.

    ``last`` is its last known value, else why there is none; ``gap`` is None where no reference is
    known of the same year. ``line`` is its whole series, ``reference`` that it is compared with. A
    count is compared with nothing: there is nothing to judge.
    """

    line: Series
    last: Observation | None
    gap: Gap | None
    judged: Verdict | None
    reference: Series | None

    @property
    def quarter(self) -> Territory:
        """Whose it is."""
        return self.line.territory


def of(view: View, indicator: Indicator, code: str) -> QuarterStand:
    """Where that quarter stands by the year of the view: told once for all that it shows.

    RuleBroken where it is under active watch: no national source measures it.
    """
    asked = (of, indicator.slug, code)
    if asked not in view.made:
        view.made[asked] = _told(view, indicator, code)
    found: QuarterStand = view.made[asked]
    return found


def _told(view: View, indicator: Indicator, code: str) -> QuarterStand:
    values, year = view.store.values, view.selection.year
    line = values.series(indicator, code)
    last = _last(line, year)
    if indicator.summable:
        return QuarterStand(line, last, None, None, None)
    found = values.comparator(indicator, [code], year)
    other = values.series(indicator, found[0]) if found else None
    gap = _gap(line, other, found[1]) if other and found else None
    return QuarterStand(line, last, gap, verdict.judge(line, other, year), other)


def _last(line: Series, year: int) -> Observation | None:
    """The last number up to that year; else the last mark of absence."""
    known = line.at(year)
    earlier = [point.observation for point in line.points if point.year <= year]
    return known.observation if known else earlier[-1] if earlier else None


def _gap(line: Series, other: Series, year: int) -> Gap | None:
    mine, theirs = line.point(year).observation, other.point(year).observation
    if mine is None or theirs is None:
        return None
    return Gap(line.indicator, mine, theirs, line.territory, other.territory)
