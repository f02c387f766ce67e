"""Small bars by year, one band a pillar, all on the same scale."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.charts import base
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import (
    WHOLE,
    Axis,
    AxisRank,
    Bar,
    BarGroup,
    Margins,
    Note,
    Rule,
    Scene,
    TextMark,
    Word,
)
from dashboard.charts.style import Stroke
from dashboard.domain import french
from dashboard.domain.breakdown import Slice, YearGrid
from dashboard.domain.chart import Years
from dashboard.domain.indicator import Break
from dashboard.words import tokens

YearValues = list[float | None]
PillarValues = tuple[tuple[float, ...], ...]
"""The values of each year, a pillar each."""
WIDE = 0.88
"""Years that a bar takes."""
BAND_HEAD = 40
BAND_MIN = 26
BAND_LEAST = 4
UNIT = 150
FOOT = 28
EDGE = 4
LINE = 16
WORDS = 52
"""Letters of a line that the narrowest phone shows whole."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One pillar: its rank, its values, None where nothing is known."""

    chart: Years
    rank: int
    item: Slice
    values: YearValues

    def strong(self, year: int) -> bool:
        """Whether a year stands out."""
        return self.chart.first <= year <= self.chart.last

    @property
    def pairs(self) -> list[tuple[int, float | None]]:
        """Its years, with the value of each."""
        return list(zip(self.chart.grid.years, self.values, strict=True))


def draw(chart: Years) -> Scene:
    """Chosen years full, the others tinted with a full outline; each bar bears its value."""
    grid, table = chart.grid, _table(chart)
    lanes = [_lane(chart, table, rank, item) for rank, item in enumerate(grid.slices)]
    top = max((max(row, default=0) for row in table), default=0) or 1
    bands = _bands(grid, table, top)
    titles = [_title(item, band[1]) for item, band in zip(grid.slices, bands, strict=True)]
    return Scene(
        Margins(EDGE, EDGE, _head(grid), FOOT),
        (_axis(chart),),
        tuple([Axis(0, peak, low, high) for low, high, peak in bands]),
        bars=tuple([_bars(lane) for lane in lanes]),
        marks=tuple([_values(lane) for lane in lanes]),
        rules=(*(_baseline(lane.rank) for lane in lanes), *_break_rules(grid)),
        notes=(*titles, *_break_notes(grid)),
    )


def height(chart: Years) -> int:
    """Pixels: a band a pillar, its height follows its tallest bar, on one scale."""
    return _head(chart.grid) + FOOT + _inside_height(chart.grid)


KIND = ChartKind(Years, draw, height)


def _table(chart: Years) -> PillarValues:
    return chart.grid.amounts if chart.measure == "amount" else chart.grid.counts


def _lane(chart: Years, table: PillarValues, rank: int, item: Slice) -> Lane:
    known = enumerate(float(row[rank]) for row in table)
    values = [None if chart.grid.unknown(at, rank) else value for at, value in known]
    return Lane(chart, rank, item, values)


def _axis(chart: Years) -> Axis:
    """The years, at the foot of the figure whatever the bands."""
    years = chart.grid.years
    short = [str(year) if len(years) <= 6 else f"’{year % 100:02d}" for year in years]
    labels = [
        base.emphasised(label, chart.first <= year <= chart.last)
        for year, label in zip(years, short, strict=True)
    ]
    return base.ticked(years[0] - 0.55, years[-1] + 0.55, years, labels, crosses=WHOLE)


def _inside_height(grid: YearGrid) -> int:
    return UNIT + len(grid.slices) * (BAND_HEAD + BAND_MIN)


def _head(grid: YearGrid) -> int:
    """Pixels over the first band: what the breaks are has its own lines, clear of every title."""
    words = _break_words(grid)
    return EDGE + (LINE * (1 + words.count("\n")) + EDGE if words else 0)


def _bands(grid: YearGrid, table: PillarValues, top: float) -> list[tuple[float, float, float]]:
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


def _bars(lane: Lane) -> BarGroup:
    found = [_bar(lane, year, value) for year, value in lane.pairs if value is not None]
    return BarGroup(lane.item.label, tuple(found), WIDE, flat=False, y=lane.rank)


def _bar(lane: Lane, year: int, value: float) -> Bar:
    role = lane.item.role or "qpv"
    fill = tokens.colour(role if lane.strong(year) else f"{role}-tint")
    said = f"{lane.item.label}, {year}\u00a0: {_whole(lane, value)}{_part(lane, year, value)}"
    return Bar(year, 0, value, fill, Stroke(tokens.colour(role)), f"annee={year}", said)


def _whole(lane: Lane, value: float) -> str:
    return french.euros(value) if lane.chart.measure == "amount" else french.number(value)


def _part(lane: Lane, year: int, value: float) -> str:
    """The part of the year that a pillar takes, where the figure holds the others."""
    grid = lane.chart.grid
    whole = sum(_table(lane.chart)[grid.years.index(year)])
    if len(grid.slices) < 2 or not value or not whole:
        return ""
    return f", soit {french.share(100 * value / whole)} de l’année"


def _values(lane: Lane) -> TextMark:
    found = [_word(lane, year, value) for year, value in lane.pairs]
    return TextMark(f"{lane.item.label}, valeurs", tuple(found), over=0, y=lane.rank)


def _word(lane: Lane, year: int, value: float | None) -> Word:
    strong = lane.strong(year)
    font = base.font(base.SMALL, "ink" if strong else "ink-2")
    said = base.emphasised(_label(value, lane.chart.measure), strong)
    return Word(year, value or 0, said, font)


def _label(value: float | None, measure: str) -> str:
    if value is None:
        return french.NOT_APPLICABLE
    if measure == "count" or not value:
        return french.number(value)
    return french.significant(value / 1000)


def _title(item: Slice, top: float) -> Note:
    """The name of the pillar over its bars: it stands for a legend, and filters as one."""
    return Note(
        base.words(base.strong(item.label)),
        0,
        top,
        base.font(role=f"{item.role or 'qpv'}-text"),
        "left",
        "bottom",
        up=18,
        ground=tokens.colour("paper"),
        pick=base.chosen(item.pick),
        x_axis=WHOLE,
        y_axis=WHOLE,
    )


def _baseline(rank: AxisRank) -> Rule:
    return Rule(0, 0, 1, 0, Stroke(tokens.colour("ink-3")), x=WHOLE, y=rank)


def _break_rules(grid: YearGrid) -> list[Rule]:
    return [base.rule(item.year - 0.5, 0, 1, y=WHOLE) for item in _inside(grid)]


def _break_notes(grid: YearGrid) -> list[Note]:
    words = _break_words(grid)
    if not words:
        return []
    said, font = base.words(words), base.quiet()
    place = Note(said, 0, 1, font, "left", "bottom", up=EDGE, x_axis=WHOLE, y_axis=WHOLE)
    return [replace(place, align="left")]


def _break_words(grid: YearGrid) -> str:
    """« ┊ 2022 : la cité éducative entre… »: the dotted rule, named as a trend names it."""
    said = [f"┊ {item.dated}" for item in _inside(grid)]
    return "\n".join(base.wrap(text, WORDS) for text in said)


def _inside(grid: YearGrid) -> list[Break]:
    return [item for item in grid.breaks if grid.years[0] < item.year <= grid.years[-1]]
