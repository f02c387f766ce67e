"""Parts sorted by value: a bar, what it is compared with as a tick, its small line of years.

The words stand over the bar, so that no name is cut; what is not kept is lighter, what is not
classed is hatched. The small line has a scale of its own; a point marks the last year chosen. Where
no part has two years, none is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dashboard.charts import base
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import (
    WHOLE,
    Axis,
    Bar,
    BarGroup,
    Margins,
    Mark,
    Note,
    Point,
    Points,
    Polyline,
    Scene,
    TextAnchor,
)
from dashboard.charts.style import Hatch, Stroke, Symbol
from dashboard.domain.chart import Ranking, RankingEntry
from dashboard.domain.series import parted
from dashboard.words import tokens

ROW, EDGE, HEAD = 48, 8, 20
SECOND = 16
"""Pixels of a row, of the second line of a name where one has two."""
BARS, ALONE, LINES = (0.0, 0.58), (0.0, 0.74), (0.8, 1.0)
"""The parts of the width where bars stand, where they stand alone, where small lines do; the words
of a bar end between them."""
SMALL_LINES = 1
"""The rank of the axis of the small lines."""
DOWN, WIDE, TICK = 10, 16, 11
"""Pixels: from the middle of a row of one line to that of its bar, width of a bar, half a tick."""
OVER = 3
"""Pixels between a bar and its words."""
FOOT, TALL = 14, 30
"""Pixels: from the middle of a row to the foot of its small line, how tall that is at most."""
ROOM = 0.3
"""What a value takes of the axis of the bars on a phone, as a share."""
LABEL, LONGEST = 40, 70
"""Letters of a line of words, what a phone has room for beside small lines; letters of a name."""


def draw(chart: Ranking) -> Scene:
    """The bars on the left, the small lines on the right, a row each."""
    top, rows = _top(chart), _Rows.of(chart)
    bars = tuple([_bar(rows, row, item) for row, item in enumerate(chart.entries)])
    lines = (
        (*_lines(chart, rows), *_alone(chart, rows), *_points(chart, rows)) if chart.lined else ()
    )
    return Scene(
        Margins(4, 8, EDGE + HEAD, EDGE),
        (
            Axis(0, top, *(BARS if chart.lined else ALONE)),
            Axis(chart.years[0] - 0.4, chart.years[-1] + 0.4, *LINES),
        ),
        (Axis(len(chart.entries) - 0.5, -0.5),),
        bars=(BarGroup("parts", bars, rows.part(WIDE)),),
        marks=(*_ticks(chart, rows), *lines),
        notes=(*(_heads(chart) if chart.lined else ()), *_notes(chart, rows)),
    )


def _top(chart: Ranking) -> float:
    """The end of the axis of the bars: the largest value, of these or of those compared with."""
    return max((max(item.value or 0, item.compared or 0) for item in chart.entries), default=0) or 1


def _end(item: RankingEntry, top: float) -> float:
    """Where the value is said: at the end of the bar, after the tick where one stands close."""
    value, tick = item.value or 0, item.compared or 0
    return tick if value < tick < value + ROOM * top else value


def height(chart: Ranking) -> int:
    """Pixels: one row a part, under what the small lines cover."""
    return 2 * EDGE + HEAD + _Rows.of(chart).height * len(chart.entries)


class _Rows(NamedTuple):
    """How tall the rows are, in pixels: taller where a name has two lines."""

    height: int

    @classmethod
    def of(cls, chart: Ranking) -> _Rows:
        longest = max((_name(item).count("\n") for item in chart.entries), default=0)
        return cls(ROW + SECOND * longest)

    def part(self, pixels: float) -> float:
        """Those pixels in rows."""
        return pixels / self.height

    def bar(self, row: int) -> float:
        """Where the middle of the bar of a row stands."""
        return row + self.part(DOWN + (self.height - ROW) / 2)

    def point(self, row: int, value: float, item: RankingEntry) -> float:
        """Where the small line of a row stands at that value."""
        top = max((one for one in item.series if one is not None), default=0) or 1
        return row + self.part(FOOT - TALL * value / top)


KIND = ChartKind(Ranking, draw, height)


def _bar(rows: _Rows, row: int, item: RankingEntry) -> Bar:
    colour, fill = _colour(item), _fill(item)
    return Bar(
        rows.bar(row),
        0,
        item.value or 0,
        Hatch("/", fill) if item.hatched else fill,
        Stroke(colour),
        base.chosen(item.pick),
        item.full or f"{item.label}\u00a0: {item.said}",
    )


def _colour(item: RankingEntry) -> str:
    return tokens.colour(_role(item))


def _role(item: RankingEntry) -> str:
    known = {"qva": "qva", "aucun": "pilotage", "": "qpv"}
    return known.get(item.role, item.role)


def _fill(item: RankingEntry) -> str:
    """Full where it is kept, its tint where it is there to compare with."""
    if item.kept or item.hatched:
        return _colour(item)
    return tokens.colour("pilotage-tint" if _role(item) == "qva" else f"{_role(item)}-tint")


def _ticks(chart: Ranking, rows: _Rows) -> Iterator[Mark]:
    """An upright tick where each bar is compared to, if anything is."""
    half = rows.part(TICK)
    ticks = [
        (Point(item.compared, rows.bar(row) - half), Point(item.compared, rows.bar(row) + half))
        for row, item in enumerate(chart.entries)
        if item.compared is not None
    ]
    if ticks:
        yield Polyline("comparaison", tuple(ticks), Stroke(tokens.colour("ink"), 2), whole=True)


def _lines(chart: Ranking, rows: _Rows) -> Iterator[Mark]:
    """The small line of every part, as one, cut between parts, at breaks and at gaps."""
    runs = [
        tuple([Point(year, rows.point(row, value, item)) for year, value in run])
        for row, item in enumerate(chart.entries)
        for run in _runs(chart, item)
    ]
    if runs:
        yield Polyline("années", tuple(runs), Stroke(tokens.colour("ink-3"), 1.5), x=SMALL_LINES)


def _runs(chart: Ranking, item: RankingEntry) -> Iterator[list[tuple[int, float]]]:
    """Known years that follow one another and compare, with their values."""
    known = [(y, v) for y, v in zip(chart.years, item.series, strict=True) if v is not None]
    run = known[:1]
    for (before, _), (year, value) in pairwise(known):
        if year - before > 1 or parted(chart.breaks, before, year):
            yield run
            run = []
        run.append((year, value))
    if run:
        yield run


def _alone(chart: Ranking, rows: _Rows) -> Iterator[Mark]:
    """A small square where a year stands between two gaps: no line would show it."""
    found = [
        Point(run[0][0], rows.point(row, run[0][1], item))
        for row, item in enumerate(chart.entries)
        for run in _runs(chart, item)
        if len(run) == 1
    ]
    if found:
        dot = Symbol("square", 3, tokens.colour("ink-3"))
        yield Points("années isolées", tuple(found), dot, whole=True, x=SMALL_LINES)


def _points(chart: Ranking, rows: _Rows) -> Iterator[Mark]:
    """A point on each small line, at the last year chosen."""
    at = chart.years.index(chart.last)
    spots = [(row, item, item.series[at]) for row, item in enumerate(chart.entries)]
    found = [
        Point(chart.last, rows.point(row, value, item), own=Symbol("circle", 7, _colour(item)))
        for row, item, value in spots
        if value is not None
    ]
    if found:
        dot = Symbol("circle", 7, tokens.colour("ink"))
        yield Points("dernière année", tuple(found), dot, whole=True, x=SMALL_LINES)


def _heads(chart: Ranking) -> tuple[Note, Note]:
    """What the small lines cover, over them: their first and their last year."""
    first, last = chart.years[0], chart.years[-1]
    return (_head(first, "left", -6), _head(last, "right", 6))


def _head(year: int, held: TextAnchor, right: float) -> Note:
    said = base.words(str(year))
    return Note(
        said, year, 1, base.quiet(), held, "bottom", right, x_axis=SMALL_LINES, y_axis=WHOLE
    )


def _name(item: RankingEntry) -> str:
    """What the bar is of, on two lines where it is long, then its share, which has no line of its
    own."""
    name = base.wrap(base.shorten(item.label, LONGEST), LABEL)
    return f"{name} ·\u00a0{item.note}" if item.note else name


def _notes(chart: Ranking, rows: _Rows) -> Iterator[Note]:
    """What each bar is of, over it, and its value at its end."""
    top = _top(chart)
    for row, item in enumerate(chart.entries):
        font = base.font(role="ink" if item.kept else "ink-2")
        at, bar = _end(item, top), rows.bar(row)
        over = bar - rows.part(WIDE / 2 + OVER)
        name, said = base.words(_name(item)), base.words(base.strong(item.said))
        yield Note(name, 0, over, font, "left", "bottom", align="left", x_axis=WHOLE)
        yield Note(said, at, bar, font, "left", right=6)
