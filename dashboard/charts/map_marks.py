"""Numbered marks of quarters without outline: near a point of their own, or in their commune."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from dashboard.charts import base, map_shapes, measure
from dashboard.charts.label_placement import Canvas, Label, LabelSpot, Size
from dashboard.charts.map_shapes import inside
from dashboard.charts.scene import Mark, Note, Point, Points, Polyline, TextMark, Word
from dashboard.charts.style import Stroke, Symbol
from dashboard.domain import french
from dashboard.domain.ground import Background
from dashboard.domain.quarter_map import MapArea, QuarterMap, QuarterShape
from dashboard.domain.territory import Territory
from dashboard.words import tokens

MARK = 11.0
"""Pixels of the radius of a numbered mark."""
STEP = 2.25 * MARK
NEAR, DOT = 45.0, 5
"""Pixels of how far a mark may stand from its point, and of the dot that shows it."""
ASIDE = MARK + 1.5 * DOT
"""Pixels from the centre of a mark to its point, at least: the dot is never under it."""
NAME = 16
"""Pixels of the line that names the commune, over its marks."""
WAYS = sorted(
    ((dx, dy) for dx in range(-60, 61, 20) for dy in range(-60, 61, 10)),
    key=lambda way: way[0] ** 2 + way[1] ** 2,
)
"""Pixels from the centre of a commune that its row of marks may be moved, nearest first."""


@dataclass(frozen=True, slots=True)
class MarkRow:
    """Marks side by side: those of one commune under its name, or one near its own point.

    ``label`` says where they may be; ``point`` is where an approximate mark points.
    """

    name: str
    members: tuple[MapArea, ...]
    label: Label
    point: tuple[float, float] | None = None

    def at(self, spot: LabelSpot, metres: float) -> MarkGroup:
        """The row where it was placed."""
        start = spot.x - STEP * metres * (len(self.members) - 1) / 2
        places = tuple(start + rank * STEP * metres for rank in range(len(self.members)))
        marks = tuple(zip(self.members, places, strict=True))
        return MarkGroup(self.name, spot.x, spot.y, marks, self.point)


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """A row that was placed: its name, the centre of its marks, each quarter with its x, and the
    point of an approximate mark."""

    name: str
    x: float
    y: float
    marks: tuple[tuple[MapArea, float], ...]
    point: tuple[float, float] | None = None


def rows(value: QuarterMap, background: Background, canvas: Canvas) -> list[MarkRow]:
    """The marks of every commune, those that have a point of their own, where they may stand."""
    names = {(x, y): name for name, x, y in background.names}
    found: dict[tuple[float, float], list[MapArea]] = {}
    for place in map_shapes.drawn(value.told.shapes).marked:
        area = value.told[place]
        found.setdefault(area.shape.centre, []).append(area)
    return [
        _pointed(centre, members, canvas)
        if members[0].shape.pointed
        else _side_by_side(centre, members, names.get(centre, ""), background, canvas)
        for centre, members in found.items()
    ]


def _pointed(point: tuple[float, float], members: list[MapArea], canvas: Canvas) -> MarkRow:
    return MarkRow("", tuple(members), _near(point, len(members), canvas.scales), point)


@lru_cache(256)
def _near(point: tuple[float, float], count: int, scales: tuple[float, ...]) -> Label:
    """Where a mark may stand: beside its point, as near as it can."""
    reach = ASIDE + STEP * (count - 1) / 2
    beside = (
        (dx, dy)
        for dx, dy in WAYS
        if (abs(dx) >= reach or abs(dy) >= ASIDE) and math.hypot(dx, dy) <= NEAR
    )
    spots = [LabelSpot(point[0] + dx * scales[0], point[1] + dy * scales[0]) for dx, dy in beside]
    return Label(spots, [(STEP * scales[0] * count / scale, 2 * MARK) for scale in scales], scales)


def _side_by_side(
    centre: tuple[float, float],
    members: list[MapArea],
    name: str,
    background: Background,
    canvas: Canvas,
) -> MarkRow:
    commune = members[0].shape.territory.communes[0]
    label = _label(centre, commune, background, canvas.scales, name, len(members))
    return MarkRow(name, tuple(members), label)


@lru_cache(256)
def _label(
    centre: tuple[float, float],
    commune: str,
    background: Background,
    scales: tuple[float, ...],
    name: str,
    count: int,
) -> Label:
    """Where the row of a commune may stand, the same for every view of a publication."""
    return Label(
        _spots(centre, commune, background, scales[0]), _sizes(name, count, scales), scales
    )


def _spots(
    centre: tuple[float, float], commune: str, background: Background, metres: float
) -> list[LabelSpot]:
    """Where the row may stand: near the centre of its commune first, and never out of it."""
    home = next((rings for code, rings in background.communes if code == commune), ())
    spots = [
        LabelSpot(centre[0] + dx * metres, centre[1] + dy * metres, up=NAME / 2) for dx, dy in WAYS
    ]
    held = inside(home, [(spot.x, spot.y) for spot in spots])
    return [spot for spot, within in zip(spots, held, strict=True) if within] or spots[:1]


def _sizes(name: str, count: int, scales: tuple[float, ...]) -> list[Size]:
    row = STEP * scales[0] * count
    named = measure.width(base.words(name), base.SMALL) + 4
    return [(max(row / scale, named), 2 * MARK + NAME) for scale in scales]


def drawn(
    found: list[MarkGroup], chosen: Collection[QuarterShape], over: bool = False
) -> list[Mark]:
    """The numbered discs, each with the press that selects its quarter; chosen ones are dark.
    ``over``: they stand over communes that bear a colour."""
    marks = [(area.shape, x, group.y) for group in found for area, x in group.marks]
    others = [mark for mark in marks if mark[0] not in chosen]
    strong = [mark for mark in marks if mark[0] in chosen]
    return [
        *_ties(found, "ink" if over else "qva"),
        _discs(others, "quartiers sans tracé", ("paper", "ink"), 1.5),
        *([_discs(strong, "quartier choisi", ("ink", "paper"), 3)] if strong else []),
    ]


def _ties(found: list[MarkGroup], role: str) -> list[Polyline]:
    """A thin line from each approximate mark to its point, which a dot shows."""
    ties = [(Point(*group.point), Point(group.x, group.y)) for group in found if group.point]
    colour = tokens.colour(role)
    dot = Symbol("circle", DOT, colour)
    return [Polyline("repères approximatifs", tuple(ties), Stroke(colour), dot)] if ties else []


def _discs(
    marks: list[tuple[QuarterShape, float, float]], name: str, colours: tuple[str, str], ring: float
) -> Points:
    """Discs of one look: the colours of their ground and of their number, the pixels of their
    ring."""
    edge = Stroke(tokens.colour("qva"), ring)
    disc = Symbol("circle", 2 * MARK, tokens.colour(colours[0]), edge)
    points = [_disc(shape.territory, x, y) for shape, x, y in marks]
    return Points(name, tuple(points), disc, base.font(base.SMALL, colours[1]))


def _disc(place: Territory, x: float, y: float) -> Point:
    told = french.typeset(f"{place.name}\u00a0: {place.drawing.label}")
    return Point(x, y, f"quartier={place.code}", told, word=str(place.mark or ""))


def names(found: list[MarkGroup]) -> TextMark:
    """The name of each commune over its row."""
    font = base.quiet()
    named = [Word(group.x, group.y, base.words(group.name), font) for group in found if group.name]
    return TextMark("communes des quartiers sans emplacement", tuple(named), over=MARK)


def veiled(found: list[MarkGroup]) -> list[Note]:
    """The same names over communes that bear a colour."""
    font, veil = base.quiet(), tokens.veil("land", 0.85)
    return [
        Note(base.words(group.name), group.x, group.y, font, hung="bottom", up=MARK, ground=veil)
        for group in found
        if group.name
    ]
