"""Parts sorted by value: a bar, what it is compared with as a tick, its small line of years.

The words stand over the bar, so that no name is cut; what is not kept is lighter, what is not
classed is hatched. The small line has a scale of its own; a point marks the last year chosen. Where
no part has two years, none is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dashboard.charts import base
from dashboard.charts.base import Figure
from dashboard.domain.chart import Entry, Ranking
from dashboard.domain.series import parted
from dashboard.words import tokens

ROW, EDGE, HEAD = 48, 8, 20
BARS, LINES = (0.0, 0.58), (0.8, 1.0)
"""The parts of the width where bars and small lines stand; words of a bar end between them."""
DOWN, WIDE, TICK = 0.2, 0.34, 0.23
"""In rows: how far under the middle of its row a bar stands, its width, half a tick."""
UP = 0.26
"""In rows: how far over the middle its words stand."""
TOP, TALL = 0.3, 0.62
"""In rows: how far under the middle the foot of a small line stands, how tall it is at most."""
LABEL = 40


def draw(chart: Ranking) -> Figure:
    """The bars on the left, the small lines on the right, a row each."""
    top = max((max(item.value or 0, item.compared or 0) for item in chart.entries), default=0) or 1
    rows = len(chart.entries)
    low, high = chart.years[0] - 0.4, chart.years[-1] + 0.4
    lines = [*_lines(chart), *_alone(chart), *_points(chart)] if chart.lined else []
    return {
        "data": [_bars(chart), *_ticks(chart), *lines],
        "layout": base.layout(
            (4, 8, EDGE + HEAD, EDGE),
            xaxis=base.hidden_axis(0, top, domain=list(BARS)),
            xaxis2=base.hidden_axis(low, high, domain=list(LINES)),
            yaxis=base.hidden_axis(rows - 0.5, -0.5),
            annotations=[*(_heads(chart) if chart.lined else ()), *_notes(chart)],
            barmode="overlay",
        ),
    }


def height(chart: Ranking) -> int:
    """Pixels: one row a part, under what the small lines cover."""
    return 2 * EDGE + HEAD + ROW * len(chart.entries)


def _bars(chart: Ranking) -> Figure:
    items = chart.entries
    colours = [_colour(item) for item in items]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [item.value or 0 for item in items],
        "y": [row + DOWN for row in range(len(items))],
        "width": WIDE,
        "marker": {
            "color": [_fill(item) for item in items],
            "line": {"color": colours, "width": 1},
            "pattern": {
                "shape": ["/" if item.hatched else "" for item in items],
                "size": 6,
                "solidity": 0.25,
            },
        },
        "customdata": [f"{item.pick[0]}={item.pick[1]}" if item.pick else "" for item in items],
        "text": [item.full or f"{item.label}\u00a0: {item.said}" for item in items],
        "textposition": "none",
        "hoverinfo": "text",
    }


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


def _ticks(chart: Ranking) -> Iterator[Figure]:
    """An upright tick where each bar is compared to, if anything is."""
    spots = [(row, item.compared) for row, item in enumerate(chart.entries)]
    known = [(row, value) for row, value in spots if value is not None]
    if not known:
        return
    yield {
        "type": "scatter",
        "mode": "lines",
        "x": [x for _, value in known for x in (value, value, None)],
        "y": [y for row, _ in known for y in (row + DOWN - TICK, row + DOWN + TICK, None)],
        "line": {"color": tokens.colour("ink"), "width": 2},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _lines(chart: Ranking) -> Iterator[Figure]:
    """The small line of every part, as one trace cut between parts, at breaks and at gaps."""
    xs: list[int | None] = []
    ys: list[float | None] = []
    for row, item in enumerate(chart.entries):
        for run in _runs(chart, item):
            xs += [*(year for year, _ in run), None]
            ys += [*(_up(row, value, item) for _, value in run), None]
    if xs:
        line = {"color": tokens.colour("ink-3"), "width": 1.5}
        how = {"xaxis": "x2", "line": line, "hoverinfo": "skip"}
        yield {"type": "scatter", "mode": "lines", "x": xs, "y": ys, **how}


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


def _alone(chart: Ranking) -> Iterator[Figure]:
    """A small point where a year stands between two gaps: no line would show it."""
    spots = [
        (run[0][0], _up(row, run[0][1], item))
        for row, item in enumerate(chart.entries)
        for run in _runs(chart, item)
        if len(run) == 1
    ]
    if spots:
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": [year for year, _ in spots],
            "y": [up for _, up in spots],
            "xaxis": "x2",
            "marker": {"size": 3, "color": tokens.colour("ink-3")},
            "cliponaxis": False,
            "hoverinfo": "skip",
        }


def _points(chart: Ranking) -> Iterator[Figure]:
    """A point on each small line, at the last year chosen."""
    at = chart.years.index(chart.last)
    spots = [(row, item, item.series[at]) for row, item in enumerate(chart.entries)]
    known = [(row, item, value) for row, item, value in spots if value is not None]
    if known:
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": [chart.last] * len(known),
            "y": [_up(row, value, item) for row, item, value in known],
            "xaxis": "x2",
            "marker": {"size": 7, "color": [_colour(item) for _, item, _ in known]},
            "cliponaxis": False,
            "hoverinfo": "skip",
        }


def _heads(chart: Ranking) -> tuple[Figure, Figure]:
    """What the small lines cover, over them: their first and their last year."""
    place = {"xref": "x2", "yref": "paper", "yanchor": "bottom"}
    first, last = chart.years[0], chart.years[-1]
    return (
        base.note(str(first), first, 1, xanchor="left", xshift=-6, **place),
        base.note(str(last), last, 1, xanchor="right", xshift=6, **place),
    )


def _notes(chart: Ranking) -> Iterator[Figure]:
    """What each bar is of, over it, and its value at its end."""
    place = {"xanchor": "left", "yanchor": "middle"}
    for row, item in enumerate(chart.entries):
        ink = tokens.colour("ink" if item.kept else "ink-2")
        font = {"size": base.TEXT, "color": ink}
        name = base.shorten(item.label, LABEL) + (f" · {item.note}" if item.note else "")
        at = max(item.value or 0, item.compared or 0)
        yield base.note(name, 0, row - UP, xref="paper", font=font, **place)
        yield base.note(f"<b>{item.said}</b>", at, row + DOWN, xshift=6, font=font, **place)
