"""Incomes as an office suite draws them: a line a place, decile by decile."""

from __future__ import annotations

from dashboard.charts.looks import look, ranked
from dashboard.documents.office_chart import Form, OfficeChart, OfficeSeries, office_chart
from dashboard.domain.chart import Incomes
from dashboard.domain.spread import HIGHEST, LOWEST, Deciles
from dashboard.words import tokens

__all__ = ["office_chart"]


@office_chart.register
def _incomes(chart: Incomes) -> OfficeChart | None:
    """A line a place, from its first decile to its ninth; a decile that is absent parts it."""
    spread = chart.spread
    places = [row for row in spread.rows if row.known]
    if not places:
        return None
    ranks = ranked(row.place.code for row in places)
    series = tuple(
        OfficeSeries(
            row.place.name,
            tuple(row.known.get(rank) for rank in range(LOWEST, HIGHEST + 1)),
            tokens.colour("qpv" if row.place.kind.is_quarter else "reference"),
            parted=_parted(row),
            look=look(row.place.code, ranks),
        )
        for row in places
    )
    names = tuple(f"D{rank}" for rank in range(LOWEST, HIGHEST + 1))
    return OfficeChart(
        Form.LINES, names, series, spread.indicator.decimals, spread.indicator.suffix
    )


def _parted(row: Deciles) -> tuple[int, ...]:
    """The deciles that follow an absent one, from 0 for the first."""
    ranks = range(LOWEST, HIGHEST + 1)
    return tuple(rank - LOWEST for rank in ranks if rank - 1 not in row.known)
