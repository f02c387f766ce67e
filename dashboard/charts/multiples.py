"""Values by year, a panel a part, one under the other, on one scale."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.charts import base, stack
from dashboard.charts.base import Figure
from dashboard.domain.chart import Multiples
from dashboard.domain.indicator import Break
from dashboard.words import tokens

TALL, AFTER, FOOT, WORD = 74, 16, 24, 16
"""Pixels of the tallest bar, under a panel, of the years, over a bar for what it says."""
WIDE = 0.76


def draw(value: Multiples) -> Figure:
    """A panel a part: the chosen years are full; a year without any line has no bar and no zero."""
    last = len(value.strands) - 1
    return {
        "data": [_bars(value, rank) for rank in range(last + 1)],
        "layout": stack.layout(
            _inside(value),
            stack.SIDE,
            FOOT,
            xaxis=base.axis(
                value.years[0] - 0.5,
                value.years[-1] + 0.5,
                value.years,
                [_short(value, year) for year in value.years],
            ),
            annotations=[
                *_reasons(value),
                *(note for rank in range(last + 1) for note in _words(value, rank)),
            ],
            shapes=[*_feet(value), *_rules(value)],
            barmode="overlay",
        ),
    }


def height(value: Multiples) -> int:
    """Pixels: a head and the tallest bar for each panel, then the years."""
    return stack.total(_inside(value), FOOT)


def _panel() -> int:
    return stack.NAMED + WORD + TALL + AFTER


def _inside(value: Multiples) -> float:
    return _top(value) + len(value.strands) * _panel() - AFTER


def _top(value: Multiples) -> float:
    """Pixels of the words of the breaks, over the first panel."""
    return float(stack.NAMED * len(_parting(value)))


def _parting(value: Multiples) -> list[Break]:
    """The breaks between its years."""
    return [item for item in value.breaks if value.years[0] < item.year <= value.years[-1]]


def _reasons(value: Multiples) -> Iterator[Figure]:
    for rank, item in enumerate(_parting(value)):
        yield stack.title(f"┊ {item.dated}", stack.NAMED * (rank + 0.5), strong=False)


def _short(value: Multiples, year: int) -> str:
    """« 2016 » at the two ends, « 17 » between."""
    whole = year in (value.years[0], value.years[-1])
    return str(year) if whole else f"{year % 100:02d}"


def _head(value: Multiples, rank: int) -> float:
    """Where a panel begins."""
    return _top(value) + rank * _panel()


def _foot(value: Multiples, rank: int) -> float:
    """Where the bars of a panel stand."""
    return _head(value, rank) + stack.NAMED + WORD + TALL


def _scale(value: Multiples) -> float:
    """Pixels of a unit, the same in every panel."""
    known = [a for strand in value.strands for a in strand.values if a is not None]
    return TALL / (max(known, default=0.0) or 1.0)


def _bars(value: Multiples, rank: int) -> Figure:
    strand, scale = value.strands[rank], _scale(value)
    full, tint = tokens.colour("qpv"), tokens.colour("qpv-tint")
    chosen = [value.first <= year <= value.last for year in value.years]
    return {
        "type": "bar",
        "name": strand.label,
        "x": list(value.years),
        "y": [None if amount is None else -amount * scale for amount in strand.values],
        "base": [_foot(value, rank)] * len(value.years),
        "width": WIDE,
        "marker": {
            "color": [full if flag else tint for flag in chosen],
            "line": {"color": full, "width": 1},
        },
        "text": [
            f"{strand.label}, {year}\u00a0: {said}"
            for year, said in zip(value.years, strand.said, strict=True)
        ],
        "textposition": "none",
        "hoverinfo": "text",
        "customdata": [f"annee={year}" for year in value.years],
    }


def _words(value: Multiples, rank: int) -> Iterator[Figure]:
    strand, scale = value.strands[rank], _scale(value)
    yield stack.title(strand.label, _head(value, rank) + stack.NAMED / 2)
    for year, amount, said in zip(value.years, strand.values, strand.said, strict=True):
        yield base.note(
            said,
            year,
            _foot(value, rank) - (amount or 0.0) * scale,
            yanchor="bottom",
            font={"size": base.SMALL - 1, "color": tokens.colour("ink")},
        )


def _feet(value: Multiples) -> Iterator[Figure]:
    for rank in range(len(value.strands)):
        at = _foot(value, rank)
        yield {
            "type": "line",
            "x0": value.years[0] - 0.5,
            "x1": value.years[-1] + 0.5,
            "y0": at,
            "y1": at,
            "line": {"color": tokens.colour("rule"), "width": 1},
        }


def _rules(value: Multiples) -> Iterator[Figure]:
    """A dotted rule down every panel where the years part."""
    for item in _parting(value):
        yield base.rule(item.year - 0.5, _top(value), _inside(value))
