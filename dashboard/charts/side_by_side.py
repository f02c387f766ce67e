"""A bar a place in each category, on one scale; the places told apart by what fills their bars."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.charts import stack
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.scene import Axis, BarGroup, Note, Scene
from dashboard.charts.style import Fill, Stroke
from dashboard.domain.chart import SideBySide
from dashboard.domain.indicator import show
from dashboard.domain.profile import Category, Profile

BAR, GAP, AFTER = 14, 5, 12
"""Pixels of a bar, between two bars, under the last one of a category."""
WORDS = 74
SWATCH = 0.06
"""Share of the width of a bar in the key."""


def draw(chart: SideBySide) -> Scene:
    """A key where there are several places, then the categories; an absent value says its mark."""
    value = chart.profile
    top = value.top or 1.0
    return Scene(
        stack.margins(WORDS),
        (Axis(0, top),),
        (stack.down(_inside(value)),),
        bars=(*_key_bars(value, top), *(_bars(value, rank) for rank in range(_many(value)))),
        notes=(*_key_words(value, top), *_words(value)),
    )


def height(chart: SideBySide) -> int:
    """Pixels: the key, then a head and a bar a place for each category."""
    return stack.total(_inside(chart.profile))


KIND = ChartKind(SideBySide, draw, height)


def _many(value: Profile) -> int:
    return len(value.places)


def _key(value: Profile) -> float:
    """Pixels of the key: a line a place, none where there is one place."""
    return stack.NAMED * _many(value) + AFTER / 2 if _many(value) > 1 else 0.0


def _category(value: Profile) -> float:
    return stack.NAMED + _many(value) * (BAR + GAP) + AFTER


def _inside(value: Profile) -> float:
    return _key(value) + len(value.lines) * _category(value)


def _head(value: Profile, index: int) -> float:
    """Where the category of that index begins."""
    return _key(value) + index * _category(value)


def _middle(value: Profile, index: int, rank: int) -> float:
    """The middle of the bar of a place in a category."""
    return _head(value, index) + stack.NAMED + rank * (BAR + GAP) + BAR / 2


def _fill(value: Profile, rank: int) -> tuple[Fill, Stroke]:
    return stack.fill(rank, value.places[rank].kind.is_quarter)


def _key_bars(value: Profile, top: float) -> Iterator[BarGroup]:
    if _many(value) < 2:
        return
    for rank, place in enumerate(value.places):
        swatch = (stack.NAMED * (rank + 0.5), SWATCH * top, place.name)
        yield stack.bars(place.name, [swatch], BAR, _fill(value, rank))


def _key_words(value: Profile, top: float) -> Iterator[Note]:
    if _many(value) < 2:
        return
    for rank, place in enumerate(value.places):
        yield stack.value(place.name, SWATCH * top, stack.NAMED * (rank + 0.5))


def _bars(value: Profile, rank: int) -> BarGroup:
    place, found = value.places[rank], []
    for index, line in enumerate(value.lines):
        item = line.found[rank]
        told = f"{line.label}, {place.name} : {_said(line, rank)}"
        found.append((_middle(value, index, rank), item.value if item else None, told))
    return stack.bars(place.name, found, BAR, _fill(value, rank))


def _said(line: Category, rank: int) -> str:
    return show(line.indicator, line.found[rank])


def _words(value: Profile) -> Iterator[Note]:
    for index, line in enumerate(value.lines):
        yield stack.title(line.label, _head(value, index) + stack.NAMED / 2, strong=False)
        for rank, item in enumerate(line.found):
            end = item.value if item is not None and item.value is not None else 0.0
            yield stack.value(_said(line, rank), end, _middle(value, index, rank))
