"""Parts sorted by value: a bar, what it is compared with as a tick, its small line of years.

The words stand over the bar, so that no name is cut; what is not kept is lighter, what is not
classed is hatched. The small line has a scale of its own; a point marks the last year chosen. Where
no part has two years, none is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dashboard.charts import base
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import (
    WHOLE,
    Axis,
    Bar,
    BarGroup,
    Held,
    Margins,
    Mark,
    Note,
    Point,
    Points,
    Polyline,
    Scene,
)
from dashboard.charts.style import Hatch, Stroke, Symbol
from dashboard.domain.chart import Entry, Ranking
from dashboard.domain.series import parted
from dashboard.words import tokens

ROW, EDGE, HEAD = 48, 8, 20
BARS, ALONE, LINES = (0.0, 0.58), (0.0, 0.74), (0.8, 1.0)
"""The parts of the width where bars stand, where they stand alone, where small lines do; the words
of a bar end between them."""
SMALL_LINES = 1
"""The rank of the axis of the small lines."""
DOWN, WIDE, TICK = 0.2, 0.34, 0.23
"""In rows: how far under the middle of its row a bar stands, its width, half a tick."""
UP = 0.26
"""In rows: how far over the middle its words stand."""
TOP, TALL = 0.3, 0.62
"""In rows: how far under the middle the foot of a small line stands, how tall it is at most."""
LABEL = 40


def draw(chart: Ranking) -> Scene:
    """The bars on the left, the small lines on the right, a row each."""
    top = max((max(item.value or 0, item.compared or 0) for item in chart.entries), default=0) or 1
    bars = tuple([_bar(row, item) for row, item in enumerate(chart.entries)])
    lines = (*_lines(chart), *_alone(chart), *_points(chart)) if chart.lined else ()
    return Scene(
        Margins(4, 8, EDGE + HEAD, EDGE),
        (
            Axis(0, top, *(BARS if chart.lined else ALONE)),
            Axis(chart.years[0] - 0.4, chart.years[-1] + 0.4, *LINES),
        ),
        (Axis(len(chart.entries) - 0.5, -0.5),),
        bars=(BarGroup("parts", bars, WIDE),),
        marks=(*_ticks(chart), *lines),
        notes=(*(_heads(chart) if chart.lined else ()), *_notes(chart)),
    )


def height(chart: Ranking) -> int:
    """Pixels: one row a part, under what the small lines cover."""
    return 2 * EDGE + HEAD + ROW * len(chart.entries)


KIND = ChartKind(Ranking, draw, height)


def _bar(row: int, item: Entry) -> Bar:
    colour, fill = _colour(item), _fill(item)
    return Bar(
        row + DOWN,
        0,
        item.value or 0,
        Hatch("/", fill) if item.hatched else fill,
        Stroke(colour),
        base.chosen(item.pick),
        item.full or f"{item.label}\u00a0: {item.said}",
    )


def _colour(item: Entry) -> str:
    return tokens.colour(_role(item))


def _role(item: Entry) -> str:
    known = {"qva": "qva", "aucun": "pilotage", "": "qpv"}
    return known.get(item.role, item.role)


def _fill(item: Entry) -> str:
    """Full where it is kept, its tint where it is there to compare with."""
    if item.kept or item.hatched:
        return _colour(item)
    return tokens.colour("pilotage-tint" if _role(item) == "qva" else f"{_role(item)}-tint")


def _ticks(chart: Ranking) -> Iterator[Mark]:
    """An upright tick where each bar is compared to, if anything is."""
    ticks = [
        (Point(item.compared, row + DOWN - TICK), Point(item.compared, row + DOWN + TICK))
        for row, item in enumerate(chart.entries)
        if item.compared is not None
    ]
    if ticks:
        yield Polyline("comparaison", tuple(ticks), Stroke(tokens.colour("ink"), 2), whole=True)


def _lines(chart: Ranking) -> Iterator[Mark]:
    """The small line of every part, as one, cut between parts, at breaks and at gaps."""
    runs = [
        tuple([Point(year, _up(row, value, item)) for year, value in run])
        for row, item in enumerate(chart.entries)
        for run in _runs(chart, item)
    ]
    if runs:
        yield Polyline("années", tuple(runs), Stroke(tokens.colour("ink-3"), 1.5), x=SMALL_LINES)


def _runs(chart: Ranking, item: Entry) -> Iterator[list[tuple[int, float]]]:
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


def _up(row: int, value: float, item: Entry) -> float:
    top = max((one for one in item.series if one is not None), default=0) or 1
    return row + TOP - TALL * value / top


def _alone(chart: Ranking) -> Iterator[Mark]:
    """A small square where a year stands between two gaps: no line would show it."""
    found = [
        Point(run[0][0], _up(row, run[0][1], item))
        for row, item in enumerate(chart.entries)
        for run in _runs(chart, item)
        if len(run) == 1
    ]
    if found:
        dot = Symbol("square", 3, tokens.colour("ink-3"))
        yield Points("années isolées", tuple(found), dot, whole=True, x=SMALL_LINES)


def _points(chart: Ranking) -> Iterator[Mark]:
    """A point on each small line, at the last year chosen."""
    at = chart.years.index(chart.last)
    spots = [(row, item, item.series[at]) for row, item in enumerate(chart.entries)]
    found = [
        Point(chart.last, _up(row, value, item), own=Symbol("circle", 7, _colour(item)))
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


def _head(year: int, held: Held, right: float) -> Note:
    said = base.words(str(year))
    return Note(
        said, year, 1, base.quiet(), held, "bottom", right, x_axis=SMALL_LINES, y_axis=WHOLE
    )


def _notes(chart: Ranking) -> Iterator[Note]:
    """What each bar is of, over it, and its value at its end."""
    for row, item in enumerate(chart.entries):
        font = base.font(role="ink" if item.kept else "ink-2")
        note = f" · {item.note}" if item.note else ""
        name, said = base.shorten(item.label, LABEL) + note, base.strong(item.said)
        at = max(item.value or 0, item.compared or 0)
        yield Note(base.words(name), 0, row - UP, font, "left", x_axis=WHOLE)
        yield Note(base.words(said), at, row + DOWN, font, "left", right=6)
