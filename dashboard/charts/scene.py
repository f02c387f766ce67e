"""What a figure draws, before anything paints it: axes, marks, rules, words, each at its place.

The module of a kind of chart composes it into a scene; ``plotly`` and ``svg`` each paint all of it.
It holds what our figures use and no more. Every look is said: a painter chooses no colour.

A coordinate is a value of the axis of some rank, or a share of the plot area, from its left or its
foot, where that rank is ``WHOLE``. Sizes, widths and moves are pixels; a move up or right is more
than 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from dashboard.charts.style import Fill, Font, Hatch, Stroke, Symbol
from dashboard.domain.basemap import Tile
from dashboard.domain.track import Joined, Track
from dashboard.text import Text

AxisRank = int | None
"""Which of the axes across, or up, a coordinate is read on."""
WHOLE: AxisRank = None
TextAnchor = Literal["left", "center", "right"]
Hung = Literal["top", "middle", "bottom"]


class Tick(NamedTuple):
    """A value of an axis that is written."""

    value: float
    label: Text


@dataclass(frozen=True, slots=True)
class Ticks:
    """The values of an axis that are written, how, and the line that starts from each, if any."""

    ticks: tuple[Tick, ...]
    font: Font
    grid: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """The values at the left and the right of an axis, or at its foot and its head, and the part of
    the plot area that it covers. Its ticks stand at the start of the axis that it ``crosses``;
    without any, it only places things."""

    low: float
    high: float
    start: float = 0.0
    end: float = 1.0
    ticks: Ticks | None = None
    crosses: AxisRank = 0

    def share(self, value: float) -> float:
        """How far along the axis a value stands: from 0 to 1 inside."""
        return (value - self.low) / ((self.high - self.low) or 1.0)

    def place(self, value: float) -> float:
        """How far along the plot area a value stands."""
        return self.start + (self.end - self.start) * self.share(value)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from ``start`` to ``end``, centred ``at`` a place of the other axis. ``pick`` is what a
    press chooses, « annee=2016 »; ``told`` what a pointer is told."""

    at: float
    start: float
    end: float
    fill: Fill
    edge: Stroke
    pick: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars of one thickness, in values of the axis along which they follow each other; ``flat``:
    they lie along the width. ValueError for a hatch over a ground: plotly lays none under a bar."""

    name: str
    bars: tuple[Bar, ...]
    thick: float
    flat: bool = True
    x: AxisRank = 0
    y: AxisRank = 0

    def __post_init__(self) -> None:
        if any(isinstance(bar.fill, Hatch) and bar.fill.ground for bar in self.bars):
            raise ValueError("une barre hachurée n’a pas de fond")


class Point(NamedTuple):
    """A point, and what it says; ``own`` is its symbol where it is not that of all; ``word`` stands
    inside of it."""

    x: float
    y: float
    pick: str = ""
    told: str = ""
    own: Symbol | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one symbol, whose words have that font; ``pointed``: they are too many to be links,
    a pointer alone finds them; ``whole``: an edge of the plot area cuts none."""

    name: str
    points: tuple[Point, ...]
    symbol: Symbol
    font: Font | None = None
    pointed: bool = False
    whole: bool = False
    x: AxisRank = 0
    y: AxisRank = 0


@dataclass(frozen=True, slots=True)
class Polyline:
    """Points that follow each other, cut between two runs, each with the symbol if there is one.
    ``whole``: an edge of the plot area cuts none of it."""

    name: str
    runs: tuple[tuple[Point, ...], ...]
    stroke: Stroke
    symbol: Symbol | None = None
    whole: bool = False
    x: AxisRank = 0
    y: AxisRank = 0


@dataclass(frozen=True, slots=True)
class Area:
    """Closed rings, in values of the first axes (metres on a map), filled, then drawn around."""

    name: str
    x: Track | Joined
    y: Track | Joined
    fill: Fill
    stroke: Stroke


class Word(NamedTuple):
    """A few letters at a point, which nobody presses."""

    x: float
    y: float
    text: Text
    font: Font


@dataclass(frozen=True, slots=True)
class TextMark:
    """Words centred on their points, or that many pixels ``over`` them."""

    name: str
    words: tuple[Word, ...]
    over: float | None = None
    x: AxisRank = 0
    y: AxisRank = 0


@dataclass(frozen=True, slots=True)
class Tiles:
    """Images in values of the first axes (metres), each filling its box. Only a page shows them:
    what draws for files and for paper is never given any, nor is plotly."""

    tiles: tuple[Tile, ...]


Mark = Polyline | Points | Area | TextMark | Tiles


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; ``under``: the marks cover it."""

    x0: float
    y0: float
    x1: float
    y1: float
    stroke: Stroke
    under: bool = False
    x: AxisRank = 0
    y: AxisRank = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A rectangle under the marks."""

    x0: float
    y0: float
    x1: float
    y1: float
    fill: str
    opacity: float = 1.0
    x: AxisRank = 0
    y: AxisRank = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A label beside a point: the side ``held`` and the height ``hung`` there, then moved right and
    up; its lines follow ``align``. ``ground`` is laid under it. A press on it chooses ``pick``."""

    text: Text
    x: float
    y: float
    font: Font
    held: TextAnchor = "center"
    hung: Hung = "middle"
    right: float = 0.0
    up: float = 0.0
    align: TextAnchor = "center"
    ground: str = ""
    pick: str = ""
    x_axis: AxisRank = 0
    y_axis: AxisRank = 0


class Margins(NamedTuple):
    """Pixels around the plot area."""

    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A figure: the bars first, then the other marks in their order, the rules and bands, the notes
    over it all. ``tied``: a map, of which a metre is as long across as up."""

    margins: Margins
    across: tuple[Axis, ...]
    up: tuple[Axis, ...]
    bars: tuple[BarGroup, ...] = ()
    marks: tuple[Mark, ...] = ()
    rules: tuple[Rule | Band, ...] = ()
    notes: tuple[Note, ...] = ()
    tied: bool = False

    @property
    def ratio(self) -> float | None:
        """Width over height of the window of a map; None for what may be stretched."""
        x, y = self.across[0], self.up[0]
        return abs((x.high - x.low) / (y.high - y.low)) if self.tied else None
