"""The lines of an indicator drawn small, beside many others: the path, the cuts, the last value.

What it draws stretches to any box; strokes and marks keep their size (assets/gallery.css). Its
years are those of all the drawings beside it, its heights are its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

from dashboard.domain.series import Series
from dashboard.domain.sparkline import Extent, Sparkline

WIDE, TALL = 1000, 100
"""The units of the drawing, whatever its size."""
LOOKS, HOLLOW = 4, ("q1", "q3")
"""Lines that are told apart; those whose marks are hollow."""


def svg(chart: Sparkline, label: str) -> str:
    """One ``<svg>`` that is an image, named by ``label``."""
    place = _Place(chart)
    drawn = "".join(
        (
            *(_band(run, place) for run in chart.stretches),
            *(_rule(year, place) for year in _cuts(chart)),
            *(_line(item, "r", place) for item in chart.references),
            *(_line(item, _look(item, chart), place) for item in chart.quarters),
        )
    )
    return (
        f'<svg class="courbe" role="img" aria-label="{escape(label)}" '
        f'viewBox="0 0 {WIDE} {TALL}" preserveAspectRatio="none">{drawn}</svg>'
    )


class _Place:
    """Where a year and a value stand in the drawing."""

    def __init__(self, chart: Sparkline) -> None:
        self.first, last = chart.span
        self.years = max(1, last - self.first)
        values = chart.values
        self.low, self.high = min(values, default=0.0), max(values, default=1.0)

    def x(self, year: float) -> int:
        return round(WIDE * (year - self.first) / self.years)

    def y(self, value: float) -> int:
        if self.high == self.low:
            return TALL // 2
        return round(TALL * (self.high - value) / (self.high - self.low))


def _look(item: Series, chart: Sparkline) -> str:
    """The mark and the dash of a quarter; those of another than those chosen are light."""
    code = item.territory.code
    light = chart.chosen and code not in chart.chosen
    return f"q{chart.looks.get(code, 0) % LOOKS}{' f' if light else ''}"


def _line(item: Series, css: str, place: _Place) -> str:
    """The line of a territory, cut where values part; a mark at its last value and at each value
    that stands alone."""
    if not item.known:
        return ""
    runs = [[(place.x(p.year), place.y(float(p.value or 0))) for p in run] for run in item.segments]
    lines = "".join(_steps(run) for run in runs if len(run) > 1)
    alone = [run[0] for run in runs[:-1] if len(run) == 1]
    marks = "".join(f"M{x},{y}h0" for x, y in (*alone, runs[-1][-1]))
    drawn = f'<path class="l {css}" d="{lines}"/>' if lines else ""
    heart = f'<path class="c" d="{marks}"/>' if css[:2] in HOLLOW else ""
    return f'{drawn}<path class="m {css}" d="{marks}"/>{heart}'


def _steps(points: Iterable[tuple[int, int]]) -> str:
    """The path through those points: a first one, then steps, which are short to write."""
    found = list(points)
    steps = " ".join(f"{x - x0},{y - y0}" for (x0, y0), (x, y) in pairwise(found))
    return f"M{found[0][0]},{found[0][1]}l{steps}"


def _band(run: Sequence[Extent], place: _Place) -> str:
    """From the lowest to the highest of many quarters, years that may be joined."""
    top = [(place.x(year), place.y(high)) for year, _, high in run]
    bottom = [(place.x(year), place.y(low)) for year, low, _ in reversed(run)]
    css, end = ("b", "z") if len(run) > 1 else ("b s", "")
    return f'<path class="{css}" d="{_steps([*top, *bottom])}{end}"/>'


def _cuts(chart: Sparkline) -> list[float]:
    """Where the method changed between two known years."""
    years = chart.years
    lines = (*chart.quarters, *chart.references)
    found = {item.year for line in lines for item in line.breaks} | {b.year for b in chart.breaks}
    return [year - 0.5 for year in sorted(found) if years and years[0] < year <= years[-1]]


def _rule(year: float, place: _Place) -> str:
    return f'<path class="v" d="M{place.x(year)},0v{TALL}"/>'
