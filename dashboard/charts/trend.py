"""Lines by year, cut at each break, labelled at their ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard.charts import base, trend_labels
from dashboard.charts.base import Figure
from dashboard.charts.looks import REFERENCE, Looks, look, ranked
from dashboard.domain.indicator import Break
from dashboard.domain.series import Point, Series
from dashboard.words import tokens

HEIGHT = 340
HEAD = 26
FOOT = 30


def draw(
    series: Sequence[Series],
    references: Sequence[Series],
    year: int,
    selected: Collection[str],
    years_offered: Collection[int] = (),
    looks: Looks | None = None,
) -> Figure:
    """Quarters in indigo, told apart by mark and dash; references in grey, dashed, named.

    A click on a point chooses its year, where the page offers that year. Without ``looks``,
    quarters take them in the order given.
    """
    looks = looks or ranked(item.territory.code for item in series)
    everything = [item for item in (*series, *references) if item.known]
    low, high = _range(everything)
    ticks = base.nice_ticks(low, high)
    low, high = min(low, ticks[0]), max(high, ticks[-1])
    years = sorted({point.year for item in everything for point in item.known})
    breaks = _breaks(everything, years)
    data = [
        trace
        for item in everything
        for trace in _line(item, _look(item, references, looks), selected, years_offered)
    ]
    written = [everything[0].indicator.tick(tick) for tick in ticks]
    pixel = (high - low) / (height(series, references) - HEAD - FOOT)
    labels = trend_labels.placed(
        trend_labels.labels(everything, references, selected), (low, high), pixel
    )
    room = max(0.4, 0.08 * (years[-1] - years[0]))
    edge = years[-1] + room
    return {
        "data": data,
        "layout": base.layout(
            _margin(written, labels),
            xaxis=base.axis(
                years[0] - room,
                edge,
                _year_ticks(years),
                list(map(str, _year_ticks(years))),
                tickangle=0,
            ),
            yaxis=base.axis(low, high, ticks, written, **base.grid()),
            annotations=[*labels, *_break_label(breaks)],
            shapes=[base.rule(item.year - 0.5, low, high, layer="below") for item in breaks]
            + _chosen(year, years, low, high)
            + trend_labels.leaders(everything, labels, (years[-1], edge), pixel),
        ),
    }


def _margin(written: Sequence[str], labels: Sequence[Figure]) -> tuple[int, int, int, int]:
    said = [str(label["text"]) for label in labels]
    return trend_labels.room(written), trend_labels.room(said), HEAD, FOOT


def height(series: Sequence[Series], references: Sequence[Series]) -> int:
    """Pixels: more where more labels stand at the right."""
    everything = [item for item in (*series, *references) if item.known]
    return max(HEIGHT, HEAD + FOOT + trend_labels.tall(everything))


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


def _break_label(breaks: Sequence[Break]) -> list[Figure]:
    if not breaks:
        return []
    plural = "changements de méthode" if len(breaks) > 1 else "changement de méthode"
    return [
        base.note(
            f"┊ {plural}",
            0,
            1,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            yshift=4,
        )
    ]


def _chosen(year: int, years: Sequence[int], low: float, high: float) -> list[Figure]:
    if year not in years:
        return []
    return [
        {
            "type": "rect",
            "x0": year - 0.3,
            "x1": year + 0.3,
            "y0": low,
            "y1": high,
            "fillcolor": tokens.colour("qpv-tint"),
            "line": {"width": 0},
            "opacity": 0.6,
            "layer": "below",
        }
    ]


def _look(item: Series, references: Sequence[Series], looks: Looks) -> tuple[str, str]:
    return REFERENCE if item in references else look(item.territory.code, looks)


def _line(
    item: Series,
    style: tuple[str, str],
    selected: Collection[str],
    years_offered: Collection[int],
) -> list[Figure]:
    symbol, dash = style
    reference = style == REFERENCE
    light = bool(selected) and item.territory.code not in selected and not reference
    colour = tokens.colour("reference" if reference or light else "qpv")
    joined = _joined(item)
    x = [point.year if point else None for point in joined]
    name = item.territory.name
    return [
        {
            "type": "scatter",
            "name": name,
            "mode": "lines+markers",
            "x": x,
            "y": [point.value if point else None for point in joined],
            "connectgaps": False,
            "line": {"color": colour, "width": 1.5 if reference or light else 2.5, "dash": dash},
            "marker": {
                "color": colour,
                "symbol": symbol,
                "size": 6 if reference else 8,
                "line": {"width": 2 if symbol.endswith("open") else 0, "color": colour},
            },
            "customdata": [f"annee={at}" if at in years_offered else "" for at in x],
            "text": [
                f"{name}, {point.year}\u00a0: {item.shown(point)}" if point else ""
                for point in joined
            ],
            "hoverinfo": "text",
        }
    ]


def _joined(item: Series) -> list[Point | None]:
    """The points, with nothing between two runs that may not be joined."""
    found: list[Point | None] = []
    for run in item.segments:
        found += [None, *run] if found else run
    return found
