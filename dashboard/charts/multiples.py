"""Values by year, a panel a part, one under the other, on one scale."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from dashboard.charts import base, stack
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import Bar, BarGroup, Note, Rule, Scene
from dashboard.charts.style import Stroke
from dashboard.domain.chart import Multiples
from dashboard.domain.indicator import Break
from dashboard.words import tokens

TALL, AFTER, FOOT, WORD, LINE = 74, 16, 24, 16, 18
"""Pixels of the tallest bar, under a panel, of the years, over a bar for what it says, of a line
of words."""
WIDE = 0.76


def draw(value: Multiples) -> Scene:
    """A panel a part: the chosen years are full; a year without any line has no bar and no zero."""
    ranks = range(len(value.strands))
    ends = value.years[0] - 0.5, value.years[-1] + 0.5
    labels = [base.words(_short(value, year)) for year in value.years]
    return Scene(
        stack.margins(stack.SIDE, FOOT),
        (base.ticked(*ends, value.years, labels),),
        (stack.down(_inside(value)),),
        bars=tuple([_bars(value, rank) for rank in ranks]),
        rules=(*_feet(value, *ends), *_rules(value)),
        notes=(*_notices(value), *(note for rank in ranks for note in _words(value, rank))),
    )


def height(value: Multiples) -> int:
    """Pixels: a head and the tallest bar for each panel, then the years."""
    return stack.total(_inside(value), FOOT)


KIND = ChartKind(Multiples, draw, height)


def _panel() -> int:
    return stack.NAMED + WORD + TALL + AFTER


def _inside(value: Multiples) -> float:
    return _top(value) + len(value.strands) * _panel() - AFTER


def _top(value: Multiples) -> float:
    """Pixels of the words of the breaks, over the first panel."""
    return float(LINE * len(_reasons(value)))


def _parting(value: Multiples) -> list[Break]:
    """The breaks between its years."""
    return [item for item in value.breaks if value.years[0] < item.year <= value.years[-1]]


def _reasons(value: Multiples) -> list[str]:
    """The lines that say what each dotted rule is: the narrowest screen holds them."""
    each = (f"┊ {item.dated}" for item in _parting(value))
    return [line for words in each for line in textwrap.wrap(words, stack.LONGEST)]


def _notices(value: Multiples) -> Iterator[Note]:
    for rank, line in enumerate(_reasons(value)):
        yield stack.title(line, LINE * (rank + 0.5), strong=False)


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


def _bars(value: Multiples, rank: int) -> BarGroup:
    strand, scale, foot = value.strands[rank], _scale(value), _foot(value, rank)
    full, tint = tokens.colour("qpv"), tokens.colour("qpv-tint")
    bars = [
        Bar(
            year,
            foot,
            foot - amount * scale,
            full if value.first <= year <= value.last else tint,
            Stroke(full),
            f"annee={year}",
            f"{strand.label}, {year}\u00a0: {said}",
        )
        for year, amount, said in zip(value.years, strand.values, strand.said, strict=True)
        if amount is not None
    ]
    return BarGroup(strand.label, tuple(bars), WIDE, flat=False)


def _words(value: Multiples, rank: int) -> Iterator[Note]:
    strand, scale, font = value.strands[rank], _scale(value), base.font(base.SMALL - 1)
    yield stack.title(strand.label, _head(value, rank) + stack.NAMED / 2)
    for year, amount, said in zip(value.years, strand.values, strand.said, strict=True):
        top = _foot(value, rank) - (amount or 0.0) * scale
        yield Note(base.words(said), year, top, font, hung="bottom")


def _feet(value: Multiples, left: float, right: float) -> Iterator[Rule]:
    for rank in range(len(value.strands)):
        at = _foot(value, rank)
        yield Rule(left, at, right, at, Stroke(tokens.colour("rule")))


def _rules(value: Multiples) -> Iterator[Rule]:
    """A dotted rule down every panel where the years part."""
    for item in _parting(value):
        yield base.rule(item.year - 0.5, _top(value), _inside(value))
