"""What an office suite draws as lines: indicators and small multiples, year by year; incomes,
decile by decile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard.charts import trend
from dashboard.charts.looks import REFERENCE, STYLES, Look, Looks, look, ranked
from dashboard.documents.office_chart import (
    CUT,
    EUROS,
    ChartForm,
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
    Trend,
    Whereabouts,
)
from dashboard.domain.flow import Flows
from dashboard.domain.series import Series
from dashboard.domain.spread import HIGHEST, LOWEST
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
def _trend(chart: Trend) -> OfficeChart | None:
    known = [item for item in (*chart.quarters, *chart.references) if item.known]
    if not known:
        return None
    found = sorted({point.year for item in known for point in item.known})
    years = range(found[0], found[-1] + 1)
    broken = {item.year for series in known for item in series.breaks}
    indicator = known[0].indicator
    ranks = chart.looks or ranked(item.territory.code for item in chart.quarters)
    lines = (_line(item, years, _look(item, chart, ranks)) for item in known)
    return OfficeChart(
        ChartForm.LINES,
        tuple(year_named(year, broken) for year in years),
        tuple(piece for line in lines for piece in line),
        indicator.decimals_at(max(point.step for item in known for point in item.known)),
        indicator.suffix,
        start=trend.start(chart.quarters, chart.references),
    )


def _look(item: Series, chart: Trend, ranks: Looks) -> Look:
    return REFERENCE if item in chart.references else look(item.territory.code, ranks)


def _line(item: Series, years: range, style: Look) -> Iterator[OfficeSeries]:
    """The line of a territory, in the pieces that its breaks leave."""
    values = {point.year: point.value for point in item.known}
    starts = [years.index(run[0].year) for run in item.segments if run]
    colour = tokens.colour("reference" if style == REFERENCE else "qpv")
    read = tuple(values.get(year) for year in years)
    line = OfficeSeries(item.territory.name, read, colour, look=style)
    return _pieces(line, starts, [str(year) for year in years])


def _pieces(
    line: OfficeSeries, starts: Iterable[int], names: Sequence[str]
) -> Iterator[OfficeSeries]:
    """The line cut before the points of those ranks, a series a piece: one suite alone draws a line
    that is cut. Those after the first say, by its name among ``names``, where they begin."""
    joined = (rank for rank in starts if rank and line.values[rank - 1] is not None)
    whole = len(line.values)
    for first, last in pairwise((0, *sorted(joined), whole)):
        values = tuple(
            value if first <= rank < last else None for rank, value in enumerate(line.values)
        )
        said = f"{line.name} {CUT} {names[first]}" if first else line.name
        yield replace(line, name=said, values=values, again=first > 0)


@office_chart.register
def _incomes(chart: Incomes) -> OfficeChart | None:
    """A line a place, from its first decile to its ninth."""
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
            look=look(row.place.code, ranks),
        )
        for row in places
    )
    names = tuple(f"D{rank}" for rank in range(LOWEST, HIGHEST + 1))
    return OfficeChart(
        ChartForm.LINES, names, series, spread.indicator.decimals, spread.indicator.suffix
    )


@office_chart.register
def _multiples(chart: Multiples) -> OfficeChart:
    """A line a panel on their one scale, since what they hold may not be stacked; it is cut where
    the years part."""
    broken = {item.year for item in chart.breaks}
    starts = [rank for rank, year in enumerate(chart.years) if year in broken]
    years = [str(year) for year in chart.years]
    lines = (
        OfficeSeries(
            strand.label, strand.values, tokens.colour("qpv"), look=STYLES[rank % len(STYLES)]
        )
        for rank, strand in enumerate(chart.strands)
    )
    series = tuple(piece for line in lines for piece in _pieces(line, starts, years))
    names = tuple(year_named(year, broken) for year in chart.years)
    return OfficeChart(ChartForm.LINES, names, series, unit=EUROS, start=0.0)
