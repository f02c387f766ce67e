"""Lines by year, cut at each break, labelled at their ends."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts import base, trend_labels
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.looks import REFERENCE, Look, Looks, look, ranked
from dashboard.charts.scene import WHOLE, Band, Margins, Note, Point, Polyline, Scene
from dashboard.charts.style import Stroke
from dashboard.domain import series
from dashboard.domain.chart import Trend
from dashboard.domain.indicator import Break
from dashboard.domain.series import Series
from dashboard.text import Text
from dashboard.words import tokens

HEIGHT = 340
HEAD = 26
FOOT = 30


def draw(chart: Trend) -> Scene:
    """Quarters in indigo, told apart by mark and dash; references in grey, dashed, named.

    A press on a point chooses its year, where the page offers that year. Without ``looks``,
    quarters take them in the order given.
    """
    everything = _known(chart)
    ticks = base.nice_ticks(*_range(everything))
    low, high = _spanned(everything, ticks)
    years = sorted({point.year for item in everything for point in item.known})
    breaks = _breaks(everything, years)
    pixel = (high - low) / (height(chart) - HEAD - FOOT)
    labels = trend_labels.placed(
        trend_labels.labels(everything, chart.references, chart.chosen), (low, high), pixel
    )
    room = max(0.4, 0.08 * (years[-1] - years[0]))
    ends = years[0] - room, years[-1] + room
    written = [base.words(everything[0].indicator.tick(tick)) for tick in ticks]
    shown = _year_ticks(years)
    return Scene(
        _margins(written, labels),
        (base.ticked(*ends, shown, [base.words(str(year)) for year in shown]),),
        (base.ticked(low, high, ticks, written, Stroke(tokens.colour("rule-2"))),),
        marks=tuple(_lines(chart, everything)),
        rules=(
            *(base.rule(item.year - 0.5, low, high, under=True) for item in breaks),
            *_chosen(chart.year, years, low, high),
            *trend_labels.leaders(everything, labels, (years[-1], ends[1]), pixel),
        ),
        notes=(*labels, *_break_label(breaks)),
    )


def _known(chart: Trend) -> list[Series]:
    return [item for item in (*chart.quarters, *chart.references) if item.known]


def _spanned(everything: Sequence[Series], ticks: Sequence[float]) -> tuple[float, float]:
    low, high = _range(everything)
    return min(low, ticks[0]), max(high, ticks[-1])


def _margins(written: Sequence[Text], labels: Sequence[Note]) -> Margins:
    right = trend_labels.room([label.text for label in labels])
    return Margins(trend_labels.room(written), right, HEAD, FOOT)


def height(chart: Trend) -> int:
    """Pixels: more where more labels stand at the right."""
    return max(HEIGHT, HEAD + FOOT + trend_labels.tall(_known(chart)))


KIND = ChartKind(Trend, draw, height)


def axis_note(series: Sequence[Series], references: Sequence[Series]) -> str:
    """« l’axe commence à 25 % » where it does not start at zero."""
    first = start(series, references)
    if first is None or first <= 0:
        return ""
    known = next(item for item in (*series, *references) if item.known)
    return f"l’axe commence à {known.indicator.tick(first)}"


def start(series: Sequence[Series], references: Sequence[Series]) -> float | None:
    """Where the axis of values starts; None where nothing is known."""
    everything = [item for item in (*series, *references) if item.known]
    return base.nice_ticks(*_range(everything))[0] if everything else None


def _range(everything: Sequence[Series]) -> tuple[float, float]:
    values = [float(point.value or 0) for item in everything for point in item.known]
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    room = 0.12 * (high - low or abs(high) or 1)
    floor = low - room
    return (0.0 if floor < 0.35 * high and low >= 0 else floor), high + room


def _year_ticks(years: Sequence[int]) -> list[int]:
    step = 1 if years[-1] - years[0] <= 4 else 3 if years[-1] - years[0] <= 9 else 4
    kept = range(years[-1], years[0] - 1, -step)
    return sorted(kept)


def _breaks(everything: Sequence[Series], years: Sequence[int]) -> list[Break]:
    found = {item.year: item for series in everything for item in series.breaks}
    return [found[year] for year in sorted(found) if years[0] < year <= years[-1]]


def _break_label(breaks: Sequence[Break]) -> list[Note]:
    if not breaks:
        return []
    plural = "changements de méthode" if len(breaks) > 1 else "changement de méthode"
    said = base.words(f"┊ {plural}")
    return [Note(said, 0, 1, base.quiet(), "left", "bottom", up=4, x_axis=WHOLE, y_axis=WHOLE)]


def _chosen(year: int, years: Sequence[int], low: float, high: float) -> list[Band]:
    if year not in years:
        return []
    return [Band(year - 0.3, low, year + 0.3, high, tokens.colour("qpv-tint"), opacity=0.6)]


def _lines(chart: Trend, everything: Sequence[Series]) -> list[Polyline]:
    looks = chart.looks or ranked(item.territory.code for item in chart.quarters)
    return [_line(chart, item, _look(chart, item, looks)) for item in everything]


def _look(chart: Trend, item: Series, looks: Looks) -> Look:
    return REFERENCE if item in chart.references else look(item.territory.code, looks)


def _line(chart: Trend, item: Series, style: Look) -> Polyline:
    reference = style == REFERENCE
    light = bool(chart.chosen) and item.territory.code not in chart.chosen and not reference
    colour = tokens.colour("reference" if reference or light else "qpv")
    return Polyline(
        item.territory.name,
        tuple([tuple([_point(chart, item, point) for point in run]) for run in item.segments]),
        Stroke(colour, 1.5 if reference or light else 2.5, style.dash),
        style.symbol(6 if reference else 8, colour, 2 if style.hollow else 0),
    )


def _point(chart: Trend, item: Series, point: series.YearValue) -> Point:
    pick = f"annee={point.year}" if point.year in chart.offered else ""
    said = f"{item.territory.name}, {point.year}\u00a0: {item.shown(point)}"
    return Point(point.year, float(point.value or 0), pick, said)
