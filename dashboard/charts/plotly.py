"""A chart as a plotly figure, a plain dict; the module of each kind draws it."""

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
from dashboard.charts.base import Figure
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


@singledispatch
def figure(chart: Chart) -> Figure:
    """``{"data": […], "layout": {…}}``, without template; TypeError for what is no chart."""
    raise TypeError(f"{type(chart).__name__} n’est pas une figure")


@figure.register
def _bars(chart: Bars) -> Figure:
    return bars.draw(chart.breakdown, chart.noun, chart.limit)


@figure.register
def _ranking(chart: Ranking) -> Figure:
    return ranking.draw(chart)


@figure.register
def _waterfall(chart: Waterfall) -> Figure:
    return waterfall.draw(chart)


@figure.register
def _years(chart: Years) -> Figure:
    return years.draw(chart.grid, chart.measure, chart.first, chart.last)


@figure.register
def _trend(chart: Trend) -> Figure:
    return trend.draw(
        chart.quarters,
        chart.references,
        chart.year,
        chart.chosen,
        chart.offered,
        chart.looks,
    )


@figure.register
def _ladder(chart: Ladder) -> Figure:
    return standing.draw(chart.standing, chart.looks)


@figure.register
def _map(chart: PlaceMap) -> Figure:
    return quarter_map.draw(chart.quarters, chart.ground)


@figure.register
def _whereabouts(chart: Whereabouts) -> Figure:
    return whereabouts.draw(chart.name, chart.point, chart.perimeters, chart.ground)


@figure.register
def _strip(chart: Strip) -> Figure:
    return distribution.draw(chart.placed, chart.looks)


@figure.register
def _groups(chart: Groups) -> Figure:
    return participations.draw(chart.participations)


@figure.register
def _side_by_side(chart: SideBySide) -> Figure:
    return side_by_side.draw(chart.profile)


@figure.register
def _ages(chart: Ages) -> Figure:
    return ages.draw(chart.pyramids)


@figure.register
def _incomes(chart: Incomes) -> Figure:
    return incomes.draw(chart.spread)


@figure.register
def _multiples(chart: Multiples) -> Figure:
    return multiples.draw(chart)
