"""How tall a chart is drawn, whatever draws it."""

from __future__ import annotations

from functools import singledispatch

from dashboard.charts import (
    ages,
    bars,
    distribution,
    incomes,
    multiples,
    participations,
    quarter_map,
    ranking,
    side_by_side,
    standing,
    trend,
    waterfall,
    whereabouts,
    years,
)
from dashboard.domain.chart import (
    Ages,
    Bars,
    Chart,
    Groups,
    Incomes,
    Ladder,
    Multiples,
    PlaceMap,
    Ranking,
    SideBySide,
    Strip,
    Trend,
    Waterfall,
    Whereabouts,
    Years,
)

NOTHING = 120
"""Pixels of the sentence that stands where nothing can be drawn."""


@singledispatch
def height(chart: Chart | None) -> int:
    """Pixels of the drawing, margins included; those of a sentence where there is none."""
    return NOTHING


@height.register
def _bars(chart: Bars) -> int:
    return bars.height(chart.breakdown, chart.limit)


@height.register
def _ranking(chart: Ranking) -> int:
    return ranking.height(chart)


@height.register
def _waterfall(chart: Waterfall) -> int:
    return waterfall.height(chart)


@height.register
def _years(chart: Years) -> int:
    return years.height(chart.grid)


@height.register
def _trend(chart: Trend) -> int:
    return trend.height(chart.quarters, chart.references)


@height.register
def _ladder(chart: Ladder) -> int:
    return standing.height(chart.standing)


@height.register
def _map(chart: PlaceMap) -> int:
    return quarter_map.height(chart.quarters)


@height.register
def _whereabouts(chart: Whereabouts) -> int:
    return whereabouts.height()


@height.register
def _strip(chart: Strip) -> int:
    return distribution.height(chart.placed)


@height.register
def _groups(chart: Groups) -> int:
    return participations.height(chart.participations)


@height.register
def _side_by_side(chart: SideBySide) -> int:
    return side_by_side.height(chart.profile)


@height.register
def _ages(chart: Ages) -> int:
    return ages.height(chart.pyramids)


@height.register
def _incomes(chart: Incomes) -> int:
    return incomes.height(chart.spread)


@height.register
def _multiples(chart: Multiples) -> int:
    return multiples.height(chart)
