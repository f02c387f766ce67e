"""Small bars by year, one band a pillar, all on the same scale."""

from __future__ import annotations

from dashboard.charts import base
from dashboard.charts.base import Figure
from dashboard.domain import french
from dashboard.domain.breakdown import Slice, YearGrid
from dashboard.domain.funding import unnamed
from dashboard.domain.indicator import Break
from dashboard.words import tokens

Values = list[float | None]
BAND_HEAD = 40
BAND_MIN = 26
BAND_LEAST = 4
UNIT = 150
FOOT = 28
EDGE = 4
LINE = 16
WORDS = 52
"""Letters of a line that the narrowest phone shows whole."""


def draw(grid: YearGrid, measure: str, first: int, last: int) -> Figure:
    """Chosen years full, the others tinted with a full outline; each bar bears its value."""
    table = grid.amounts if measure == "amount" else grid.counts
    top = max((max(row, default=0) for row in table), default=0) or 1
    bands = _bands(grid, table, top)
    data, words, notes, axes, shapes = [], [], [], {}, []
    span = (first, last)
    for index, item in enumerate(grid.slices):
        values = _known(grid, [float(row[index]) for row in table], index)
        low, high, peak = bands[index]
        name = "yaxis" if index == 0 else f"yaxis{index + 1}"
        anchor = "y" if index == 0 else f"y{index + 1}"
        axes[name] = base.hidden_axis(0, peak, domain=[low, high], anchor="x")
        data.append(_bars(grid, values, anchor, item, span) | _hover(grid, values, measure, item))
        notes.append(_title(item, high))
        words.append(_values(grid, values, anchor, measure, span))
        shapes.append(_baseline(anchor))
    years = list(grid.years)
    return {
        "data": [*data, *words],
        "layout": base.layout(
            (EDGE, EDGE, _head(grid), FOOT),
            barmode="overlay",
            bargap=0.12,
            xaxis=base.axis(
                years[0] - 0.55,
                years[-1] + 0.55,
                years,
                _year_labels(years, first, last),
                tickangle=0,
                anchor="free",
                position=0,
            ),
            annotations=[*notes, *_break_notes(grid)],
            shapes=[*shapes, *_break_rules(grid)],
            **axes,
        ),
    }


def _known(grid: YearGrid, values: list[float], index: int) -> Values:
    """The values of a slice, None where nothing is known."""
    return [None if grid.unknown(rank, index) else value for rank, value in enumerate(values)]


def height(grid: YearGrid) -> int:
    """Pixels: a band a pillar, its height follows its tallest bar, on one scale."""
    return _head(grid) + FOOT + _inside_height(grid)


def _inside_height(grid: YearGrid) -> int:
    return UNIT + len(grid.slices) * (BAND_HEAD + BAND_MIN)


def _head(grid: YearGrid) -> int:
    """Pixels over the first band: what the breaks are has its own lines, clear of every title."""
    words = _break_words(grid)
    return EDGE + (LINE * (1 + words.count("<br>")) + EDGE if words else 0)


def _bands(
    grid: YearGrid, table: tuple[tuple[float, ...], ...], top: float
) -> list[tuple[float, float, float]]:
    """(bottom, top, value at the top) of each band: one euro has the same height in each."""
    inside = _inside_height(grid)
    peaks = [max((row[i] for row in table), default=0) for i in range(len(grid.slices))]
    scale = _scale(peaks, inside - len(peaks) * BAND_HEAD)
    bands, at = [], 1.0
    for peak in peaks:
        tall = max(peak * scale, BAND_LEAST)
        at -= BAND_HEAD / inside
        value = max(peak, BAND_LEAST / scale, top * 1e-9)
        bands.append((max(at - tall / inside, 0.0), at, value))
        at -= tall / inside
    return bands


def _scale(peaks: list[float], room: float) -> float:
    """Pixels of one unit, so that the bands fill the room, the flattest at their least."""
    whole = sum(peaks) or 1
    tall = [peak for peak in peaks if peak * room / whole >= BAND_LEAST]
    return (room - BAND_LEAST * (len(peaks) - len(tall))) / (sum(tall) or 1)


def _bars(
    grid: YearGrid, values: Values, anchor: str, item: Slice, span: tuple[int, int]
) -> Figure:
    role = item.role or "qpv"
    full, tint = tokens.colour(role), tokens.colour(f"{role}-tint")
    chosen = [span[0] <= year <= span[1] for year in grid.years]
    return {
        "type": "bar",
        "name": item.label,
        "x": list(grid.years),
        "y": values,
        "yaxis": anchor,
        "marker": {
            "color": [full if flag else tint for flag in chosen],
            "line": {"color": full, "width": 1},
        },
        "customdata": [f"annee={year}" for year in grid.years],
    }


def _hover(grid: YearGrid, values: Values, measure: str, item: Slice) -> Figure:
    """What a bar says under the pointer: its pillar, its year, its value, its part of the year."""
    table = grid.amounts if measure == "amount" else grid.counts
    bars = zip(grid.years, values, map(sum, table), strict=True)
    return {
        "text": [
            f"{item.label}, {year}\u00a0: {_whole(grid, value, measure)}{_part(grid, value, whole)}"
            for year, value, whole in bars
        ],
        "textposition": "none",
        "hoverinfo": "text",
    }


def _part(grid: YearGrid, value: float | None, whole: float) -> str:
    """The part of the year that a pillar takes, where the figure holds the others."""
    if len(grid.slices) < 2 or not value or not whole:
        return ""
    return f", soit {french.share(100 * value / whole)} de l’année"


def _whole(grid: YearGrid, value: float | None, measure: str) -> str:
    if value is None:
        return unnamed(grid.quarters) if grid.quarters else "aucune ligne"
    return french.euros(value) if measure == "amount" else french.number(value)


def _values(
    grid: YearGrid, values: Values, anchor: str, measure: str, span: tuple[int, int]
) -> Figure:
    strong = [span[0] <= year <= span[1] for year in grid.years]
    said = [_label(value, measure) for value in values]
    texts = [f"<b>{text}</b>" if flag else text for text, flag in zip(said, strong, strict=True)]
    inks = [tokens.colour("ink" if flag else "ink-2") for flag in strong]
    return base.text_trace(
        texts,
        grid.years,
        [value or 0 for value in values],
        "top center",
        yaxis=anchor,
        textfont={"color": inks},
    )


def _label(value: float | None, measure: str) -> str:
    if value is None:
        return french.NOT_APPLICABLE
    if measure == "count" or not value:
        return french.number(value)
    return french.significant(value / 1000)


def _title(item: Slice, top: float) -> Figure:
    """The name of the pillar over its bars: it stands for a legend, and filters as one."""
    return base.note(
        f"<b>{item.label}</b>",
        0,
        top,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        yshift=18,
        bgcolor=tokens.colour("paper"),
        font={"size": base.TEXT, "color": tokens.colour(f"{item.role or 'qpv'}-text")},
        **base.click(item.pick),
    )


def _baseline(anchor: str) -> Figure:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "yref": anchor,
        "y0": 0,
        "y1": 0,
        "line": {"color": tokens.colour("ink-3"), "width": 1},
    }


def _year_labels(years: list[int], first: int, last: int) -> list[str]:
    short = [str(year) if len(years) <= 6 else f"’{year % 100:02d}" for year in years]
    return [
        f"<b>{label}</b>" if first <= year <= last else label
        for year, label in zip(years, short, strict=True)
    ]


def _break_rules(grid: YearGrid) -> list[Figure]:
    return [base.rule(item.year - 0.5, 0, 1, yref="paper") for item in _inside(grid)]


def _break_notes(grid: YearGrid) -> list[Figure]:
    words = _break_words(grid)
    if not words:
        return []
    place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return [base.note(words, 0, 1, **place, yshift=EDGE, align="left")]


def _break_words(grid: YearGrid) -> str:
    """« ┊ 2022 : la cité éducative entre… »: the dotted rule, named as a trend names it."""
    said = [f"┊ {item.dated}" for item in _inside(grid)]
    return "<br>".join(base.wrap(text, WORDS) for text in said)


def _inside(grid: YearGrid) -> list[Break]:
    return [item for item in grid.breaks if grid.years[0] < item.year <= grid.years[-1]]
