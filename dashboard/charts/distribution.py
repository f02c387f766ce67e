"""A hundred dots, each for a hundredth of all the quarters, and where a few of them stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.charts import base, measure
from dashboard.charts.chart_kind import ChartKind
from dashboard.charts.looks import Looks, look, ranked
from dashboard.charts.scene import Axis, Margins, Note, Point, Points, Rule, Scene, TextAnchor
from dashboard.charts.style import Stroke, Symbol
from dashboard.domain.chart import Strip
from dashboard.domain.distribution import HUNDRED, NamedDistribution
from dashboard.domain.indicator import Observation, show
from dashboard.domain.territory import Territory
from dashboard.text import Text
from dashboard.words import tokens

STACKS = ((26, 11.0), (40, 8.0), (60, 6.0))
"""How many stacks of dots stand between the lowest and the highest value, and the pixels from a dot
to the next over it: more and smaller ones where most values are close together."""
TALLEST = 150.0
"""Pixels that no stack goes over."""
GAP = 2
"""Pixels between two dots."""
LABEL, FOOT = 26, 30
"""Pixels of the line of one label, and of the axis under the dots."""
LEAST = 70
WIDTH = 300
"""Pixels of the narrowest drawing: what labels must fit in."""
FAR = 1.6
"""How many times as far as all the others the highest value may stand: beyond, its dot is drawn at
the edge, and what it is worth is written."""


@dataclass(frozen=True, slots=True)
class Stacks:
    """Where the dots stand: their value, their level in pixels, the step from one to the next."""

    across: list[float]
    along: list[float]
    step: float

    @property
    def top(self) -> float:
        """Pixels of the tallest."""
        return max(LEAST, max(self.along) + self.step)


def draw(chart: Strip) -> Scene:
    """The dots stacked by value, each named quarter a mark over them with its name and value."""
    value = chart.placed
    marks = chart.looks or ranked(place.code for place, _ in value.named)
    low, high = _ends(value)
    stacks = _stacks(value)
    labels = _labels(value, low, high)
    pairs = [(item, stacks.top + LABEL * (rank + 0.6)) for rank, item in enumerate(labels)]
    return Scene(
        Margins(8, 8, 6, FOOT),
        (_axis(value, low, high),),
        (Axis(-stacks.step, _top(value)),),
        marks=(_dots(stacks), *(_mark(value, item, at, marks) for item, at in pairs)),
        rules=tuple([_drop(item, at, stacks.step) for item, at in pairs]),
        notes=(*(_name(item, at) for item, at in pairs), *_beyond(value, stacks, high)),
    )


def height(chart: Strip) -> int:
    """Pixels: the tallest stack, a line a name, the axis."""
    return round(_top(chart.placed) + _stacks(chart.placed).step + 6) + FOOT


KIND = ChartKind(Strip, draw, height)


def _axis(value: NamedDistribution, low: float, high: float) -> Axis:
    room = (high - low) * 0.03
    ends = low - room, high + room
    ticks = [tick for tick in base.nice_ticks(low, high) if ends[0] <= tick <= ends[1]]
    labels = [base.words(value.distribution.indicator.tick(tick)) for tick in ticks]
    return base.ticked(*ends, ticks, labels)


def _top(value: NamedDistribution) -> float:
    return _stacks(value).top + LABEL * (len(value.named) + 0.2)


def _ends(value: NamedDistribution) -> tuple[float, float]:
    """The values that the axis goes from and to: those of the dots and of the quarters, but a last
    one that stands alone far away."""
    *most, last = value.distribution.hundred
    known = [*most, *(item.value or 0.0 for _, item in value.named)]
    low, high = min(known), max(known)
    if last - low <= FAR * (high - low):
        high = max(high, last)
    return (low, high) if low < high else (low - 1, high + 1)


def _beyond(value: NamedDistribution, stacks: Stacks, high: float) -> list[Note]:
    """What the highest value is where its dot stands at the edge, over the dots of the edge."""
    last = value.distribution.hundred[-1]
    if last <= high:
        return []
    said = base.words(f"{value.distribution.indicator.tick(last)} →")
    return [Note(said, high, stacks.along[-1] + stacks.step, base.quiet(), "right", "bottom")]


def _stacks(value: NamedDistribution) -> Stacks:
    """The dots in as few stacks as keep them low; closer to one another where nothing else does."""
    values, ends = value.distribution.hundred, _ends(value)
    found = [_stacked(values, *ends, columns, step) for columns, step in STACKS]
    return next((stacks for stacks in found if max(stacks.along) <= TALLEST), _pressed(found[-1]))


def _pressed(stacks: Stacks) -> Stacks:
    share = TALLEST / max(stacks.along)
    return replace(
        stacks, along=[level * share for level in stacks.along], step=stacks.step * share
    )


def _stacked(values: Sequence[float], low: float, high: float, columns: int, step: float) -> Stacks:
    """Each dot in the middle of its column, over those that are there already."""
    wide = (high - low) / columns
    held: dict[int, int] = {}
    across, along = [], []
    for value in values:
        column = min(int((value - low) / wide), columns - 1)
        across.append(round(low + (column + 0.5) * wide, 6))
        along.append(held.get(column, 0) * step)
        held[column] = held.get(column, 0) + 1
    return Stacks(across, along, step)


def _dots(stacks: Stacks) -> Points:
    ring = Stroke(tokens.colour("qpv"))
    symbol = Symbol("circle", max(stacks.step - GAP, GAP), tokens.colour("class-2"), ring)
    points = [Point(x, y) for x, y in zip(stacks.across, stacks.along, strict=True)]
    return Points(f"{HUNDRED} quartiers", tuple(points), symbol)


@dataclass(frozen=True, slots=True)
class NamedMark:
    """A named quarter, what is written of it, and whether that stands after its mark or before."""

    territory: Territory
    observation: Observation
    words: Text
    after: bool = True

    @property
    def value(self) -> float:
        """Its value, 0 where it is not known."""
        return self.observation.value or 0.0


def _labels(value: NamedDistribution, low: float, high: float) -> list[NamedMark]:
    """The names from the lowest line to the highest one, so that no drop crosses a name: all after
    their marks, or all before them, where that holds."""
    names = [_named(value, pair) for pair in value.named]
    shares = [(n.value - low) / (high - low) for n in names]
    rooms = [(measure.width(n.words, base.TEXT) + 12) / WIDTH for n in names]
    after = [share + room < 1 for share, room in zip(shares, rooms, strict=True)]
    before = [share > room for share, room in zip(shares, rooms, strict=True)]
    sides = after if all(after) or not all(before) else [False] * len(names)
    turned = [replace(name, after=side) for name, side in zip(names, sides, strict=True)]
    return sorted(turned, key=lambda n: n.value, reverse=any(sides))


def _named(value: NamedDistribution, pair: tuple[Territory, Observation]) -> NamedMark:
    territory, item = pair
    said = show(value.distribution.indicator, item)
    name = base.strong(base.shorten(territory.name, 26))
    return NamedMark(territory, item, base.words(name, f" {said}"))


def _mark(value: NamedDistribution, name: NamedMark, at: float, looks: Looks) -> Points:
    symbol = look(name.territory.code, looks).symbol(11, tokens.colour("ink"), 2)
    said = f"{name.territory.name}\u00a0: {show(value.distribution.indicator, name.observation)}"
    point = Point(name.value, at, f"quartier={name.territory.code}", said)
    return Points(name.territory.name, (point,), symbol)


def _drop(name: NamedMark, at: float, step: float) -> Rule:
    """From the mark of a quarter down to the axis."""
    return Rule(name.value, -step, name.value, at, Stroke(tokens.colour("ink"), 1.5))


def _name(name: NamedMark, at: float) -> Note:
    held: TextAnchor = "left" if name.after else "right"
    right, ground = 10 if name.after else -10, tokens.colour("paper")
    return Note(name.words, name.value, at, base.font(), held, right=right, ground=ground)
