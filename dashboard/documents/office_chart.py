"""A chart as an office suite draws it by itself, so that it can be edited: categories, series, and
how their numbers read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import singledispatch
from itertools import accumulate, pairwise

from dashboard.charts import bars
from dashboard.charts.looks import REFERENCE, Look
from dashboard.domain import french
from dashboard.domain.chart import (
    Ages,
    Bars,
    Chart,
    Groups,
    Ladder,
    Ranking,
    Shift,
    SideBySide,
    Waterfall,
    Years,
)
from dashboard.domain.indicator import Observation, missing_mark
from dashboard.domain.territory import Territory
from dashboard.words import tokens

EUROS = "€"
CUT = "┊"
"""What stands before a year from which values may not be compared with those before it."""


class ChartForm(StrEnum):
    """How it is drawn: horizontal bars, stacked columns, lines."""

    BARS = "barres"
    COLUMNS = "colonnes"
    LINES = "courbes"


@dataclass(frozen=True, slots=True)
class OfficeSeries:
    """Values in the order of the categories, None where nothing is published. ``colours`` are those
    of each point, where they are not all that of the series; ``look`` is its mark and its dash
    (``charts/looks.py``). What is ``unseen`` holds up what stands on it; what comes ``again`` is a
    piece of the series before it, cut where values may not be joined."""

    name: str
    values: tuple[float | None, ...]
    colour: str
    colours: tuple[str, ...] = ()
    look: Look = REFERENCE
    unseen: bool = False
    again: bool = False

    @property
    def listed(self) -> bool:
        """Whether the legend names it."""
        return not (self.unseen or self.again)


@dataclass(frozen=True, slots=True)
class OfficeChart:
    """``decimals`` and ``unit`` (« € », « % »; empty: a plain number) say how its numbers read;
    ``said`` are the labels of the first series, where they are not its numbers; ``start`` is where
    the axis of values begins, where the figure says so."""

    form: ChartForm
    categories: tuple[str, ...]
    series: tuple[OfficeSeries, ...]
    decimals: int = 0
    unit: str = ""
    said: tuple[str, ...] = ()
    start: float | None = None

    @property
    def number_format(self) -> str:
        """The format code of its numbers, which an office suite writes in its own language."""
        digits = "#,##0" + (f".{'0' * self.decimals}" if self.decimals else "")
        return f'{digits}"{french.NBSP}{self.unit}"' if self.unit else digits


@singledispatch
def office_chart(chart: Chart | None) -> OfficeChart | None:
    """The chart in the forms that every office suite has; None where none has it
    (``WITHOUT``), and where it holds no value."""
    return None


@office_chart.register
def _bars(chart: Bars) -> OfficeChart:
    shown = bars.shown(chart.breakdown.slices, chart.limit)
    names, amounts = tuple(item.label for item in shown), tuple(item.amount for item in shown)
    colours = tuple(_colour(item.role) for item in shown)
    series = OfficeSeries("Montant", amounts, tokens.colour("qpv"), colours)
    return OfficeChart(ChartForm.BARS, names, (series,), unit=EUROS, start=0.0)


def _colour(role: str) -> str:
    known = {"qva": "qva", "aucun": "pilotage", "": "qpv"}
    return tokens.colour(known.get(role, role))


@office_chart.register
def _ranking(chart: Ranking) -> OfficeChart:
    items = chart.entries
    values = OfficeSeries(
        french.years(chart.first, chart.last),
        tuple(item.value for item in items),
        tokens.colour("qpv"),
        tuple(_colour(item.role) for item in items),
    )
    beside = OfficeSeries(
        chart.beside, tuple(item.compared for item in items), tokens.colour("reference")
    )
    series = (values, beside) if chart.beside else (values,)
    names, said = tuple(item.label for item in items), tuple(item.said for item in items)
    return OfficeChart(ChartForm.BARS, names, series, said=said, start=0.0)


@office_chart.register
def _years(chart: Years) -> OfficeChart:
    grid, money = chart.grid, chart.measure == "amount"
    table = grid.amounts if money else grid.counts
    first_years = {item.year for item in grid.breaks}
    series = tuple(
        OfficeSeries(item.label, _column(chart, table, index), _colour(item.role))
        for index, item in enumerate(grid.slices)
    )
    names = tuple(year_named(year, first_years) for year in grid.years)
    return OfficeChart(ChartForm.COLUMNS, names, series, unit=EUROS if money else "", start=0.0)


def _column(chart: Years, table: Sequence[Sequence[float]], index: int) -> tuple[float | None, ...]:
    unknown = chart.grid.unknown
    return tuple(None if unknown(rank, index) else row[index] for rank, row in enumerate(table))


def year_named(year: int, first_years: set[int]) -> str:
    """A year, marked where its values may not be compared with those before it."""
    return f"{CUT} {year}" if year in first_years else str(year)


@office_chart.register
def _ladder(chart: Ladder) -> OfficeChart:
    standing = chart.standing
    entries = sorted(standing.entries, key=lambda pair: -(pair[1].value or 0))
    colours = tuple(
        tokens.colour("qpv" if place.kind.is_quarter else "reference") for place, _ in entries
    )
    values = tuple(item.value for _, item in entries)
    series = OfficeSeries(str(standing.year), values, tokens.colour("qpv"), colours)
    names = tuple(_named(place, item) for place, item in entries)
    decimals = standing.indicator.decimals_at(max((item.step for _, item in entries), default=0.0))
    return OfficeChart(ChartForm.BARS, names, (series,), decimals, standing.indicator.suffix)


def _named(place: Territory, item: Observation) -> str:
    return place.name if item.value is not None else f"{place.name} ({missing_mark(item.status)})"


@office_chart.register
def _groups(chart: Groups) -> OfficeChart:
    rows = chart.participations.rows
    return OfficeChart(
        ChartForm.BARS,
        tuple(name for name, *_ in rows),
        (
            OfficeSeries("Prévu", _counts([row[1] for row in rows]), tokens.colour("reference")),
            OfficeSeries("Réel", _counts([row[2] for row in rows]), tokens.colour("qpv")),
        ),
    )


def _counts(found: Sequence[object]) -> tuple[float | None, ...]:
    return tuple(count if isinstance(count, int) else None for count in found)


@office_chart.register
def _side_by_side(chart: SideBySide) -> OfficeChart:
    lines, places = chart.profile.lines, chart.profile.places
    found = tuple(zip(*(line.found for line in lines), strict=True))
    shades = ("qpv", "class-2", "class-3", "reference")
    series = tuple(
        OfficeSeries(
            place.name,
            tuple(item.value if item is not None else None for item in items),
            tokens.colour(shades[rank % len(shades)]),
        )
        for rank, (place, items) in enumerate(zip(places, found, strict=True))
    )
    lead = lines[0].indicator
    names = tuple(line.label for line in lines)
    return OfficeChart(ChartForm.BARS, names, series, lead.decimals, lead.suffix, start=0.0)


@office_chart.register
def _ages(chart: Ages) -> OfficeChart:
    """Whole percents, as the figure says them."""
    several = len(chart.pyramids) > 1
    bands = [(item, band) for item in chart.pyramids for band in reversed(item.bands)]
    names = tuple(f"{p.place.name}, {b.label}" if several else b.label for p, b in bands)
    women, men = tuple(round(b.women) for _, b in bands), tuple(round(b.men) for _, b in bands)
    series = (
        OfficeSeries("Femmes", women, tokens.colour("qpv")),
        OfficeSeries("Hommes", men, tokens.colour("class-2")),
    )
    return OfficeChart(ChartForm.BARS, names, series, unit="%", start=0.0)


@office_chart.register
def _waterfall(chart: Waterfall) -> OfficeChart:
    """Columns that stand on an unseen one: the totals, what rose, what fell."""
    steps, colour = chart.shifts, tokens.colour
    reached = list(accumulate((step.difference for step in steps), initial=chart.start.amount))
    floors = [min(pair) for pair in pairwise(reached)]
    rises = [step.difference if step.difference > 0 else None for step in steps]
    falls = [-step.difference if step.difference < 0 else None for step in steps]
    between = [None] * len(steps)
    return OfficeChart(
        ChartForm.COLUMNS,
        (chart.start.label, *(_step(step) for step in steps), chart.end.label),
        (
            OfficeSeries("Appui", (None, *floors, None), colour("paper"), unseen=True),
            OfficeSeries("Total", (reached[0], *between, chart.end.amount), colour("ink-2")),
            OfficeSeries("En plus", (None, *rises, None), colour("qpv")),
            OfficeSeries("En moins", (None, *falls, None), colour("reference")),
        ),
        unit=EUROS,
        start=0.0,
    )


def _step(step: Shift) -> str:
    return f"{step.label} (à vérifier)" if step.doubtful else step.label
