"""What an office suite draws as lines: incomes, decile by decile; small multiples, year by year."""

from __future__ import annotations

from dashboard.charts.looks import STYLES, look, ranked
from dashboard.documents.office_chart import (
    EUROS,
    Form,
    OfficeChart,
    OfficeSeries,
    office_chart,
    year_named,
)
from dashboard.domain.chart import (
    Chart,
    Incomes,
    Multiples,
    PlaceMap,
    Strip,
    Whereabouts,
)
from dashboard.domain.flow import Flows
from dashboard.domain.spread import HIGHEST, LOWEST, Deciles
from dashboard.words import tokens

__all__ = ["WITHOUT", "office_chart"]

WITHOUT: dict[type[Chart], str] = {
    PlaceMap: "une carte",
    Whereabouts: "une carte",
    Strip: "cent quartiers sur une ligne, rangés sans axe de valeurs",
    Flows: "des flux d’une colonne à l’autre",
}
"""The kinds of charts that no suite draws, and why: a deck holds their image, and their table."""


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


@office_chart.register
def _multiples(chart: Multiples) -> OfficeChart:
    """A line a panel on their one scale, since what they hold may not be stacked; it is cut where
    the years part."""
    cut = {item.year for item in chart.breaks}
    parted = tuple(rank for rank, year in enumerate(chart.years) if year in cut)
    series = tuple(
        OfficeSeries(
            strand.label,
            strand.values,
            tokens.colour("qpv"),
            parted=(*parted, *_after_gaps(strand.values)),
            look=STYLES[rank % len(STYLES)],
        )
        for rank, strand in enumerate(chart.strands)
    )
    names = tuple(year_named(year, cut) for year in chart.years)
    return OfficeChart(Form.LINES, names, series, unit=EUROS, start=0.0)


def _after_gaps(values: tuple[float | None, ...]) -> tuple[int, ...]:
    """The ranks of what follows an absence."""
    return tuple(rank for rank in range(1, len(values)) if values[rank - 1] is None)
