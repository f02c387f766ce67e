"""Quarters on a map: shapes, and what is told of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from dashboard.domain.classes import Classes, Method, classed
from dashboard.domain.indicator import Indicator, Observation, Status
from dashboard.domain.pillar import Pillar
from dashboard.domain.scale import Scale
from dashboard.domain.series import RuleBroken
from dashboard.domain.territory import Outline, Territory, TerritoryKind
from dashboard.domain.track import Track, joined, path

BoundingBox = tuple[float, float, float, float]
"""West, south, east, north."""


Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, eq=False)
class Outlines:
    """Rings in metres (Lambert-93) that are drawn together.

    ``rank`` is where the list of a page holds them.
    """

    rings: tuple[Ring, ...]
    rank: int | None = None

    @cached_property
    def tracks(self) -> tuple[Track, Track]:
        """Their abscissas and their ordinates, a gap between two rings."""
        ranks = () if self.rank is None else (self.rank,)
        across, along = (
            joined([Track(point[axis] for point in ring) for ring in self.rings]) for axis in (0, 1)
        )
        return Track(across, ranks, self.path), Track(along, ranks, self.path)

    @cached_property
    def path(self) -> str:
        """What draws them, in whole metres."""
        return path(self.rings)

    @cached_property
    def box(self) -> BoundingBox:
        """The box around them: west, south, east, north."""
        points = [point for ring in self.rings for point in ring]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, eq=False)
class QuarterShape:
    """A quarter on the map: its outlines, or a numbered mark where it has none."""

    territory: Territory
    outlines: Outlines
    centre: tuple[float, float]

    def __post_init__(self) -> None:
        if self.rings and self.territory.outline in (Outline.UNKNOWN, Outline.APPROXIMATE):
            raise RuleBroken("un emplacement non publié n’a pas de tracé (règle 7)")

    def meets(self, window: BoundingBox) -> bool:
        """Whether some of it, or its mark, stands in that window."""
        x, y = self.centre
        west, south, east, north = self.outlines.box if self.rings else (x, y, x, y)
        return west <= window[2] and east >= window[0] and south <= window[3] and north >= window[1]

    @property
    def pointed(self) -> bool:
        """Whether its mark stands at a point of its own, which says about where it is."""
        return self.territory.outline is Outline.APPROXIMATE

    @cached_property
    def watched(self) -> bool:
        """Whether the quarter is under active watch."""
        return self.territory.kind is TerritoryKind.QVA

    @property
    def rings(self) -> tuple[Ring, ...]:
        """Its rings; none where its place is not published."""
        return self.outlines.rings


@dataclass(frozen=True, slots=True)
class MapArea:
    """What the map says of one quarter: a rate as colour or a size as circle, never both; ``parts``
    are what makes the size, a pillar each, where circles are split."""

    shape: QuarterShape
    label: str
    observation: Observation | None = None
    size: float | None = None
    parts: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class MapColumns(Sequence[MapArea]):
    """What a map says of its quarters, a column each: an area is made when it is read.

    ``observe`` gives the observation of the quarter at a place of the columns. ``sizes`` are those
    of circles: people, lines, euros; None where nothing is known.
    """

    shapes: tuple[QuarterShape, ...]
    labels: Sequence[str]
    values: Sequence[float | None]
    statuses: Sequence[Status | None]
    sizes: Sequence[float | None]
    observe: Callable[[int], Observation | None]
    parts: Sequence[tuple[float, ...]] = ()

    @classmethod
    def of(cls, areas: Sequence[MapArea]) -> MapColumns:
        """The columns of areas that are already made."""
        held = [area.observation for area in areas]
        return cls(
            tuple(area.shape for area in areas),
            [area.label for area in areas],
            [found.value if found else None for found in held],
            [found.status if found else None for found in held],
            [area.size for area in areas],
            held.__getitem__,
            [area.parts for area in areas],
        )

    def __len__(self) -> int:
        return len(self.shapes)

    @overload
    def __getitem__(self, place: int) -> MapArea: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[MapArea, ...]: ...
    def __getitem__(self, place: int | slice) -> MapArea | tuple[MapArea, ...]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(len(self))))
        return MapArea(
            self.shapes[place],
            self.labels[place],
            self.observe(place),
            self.sizes[place],
            self.parts[place] if self.parts else (),
        )

    def part(self, places: Sequence[int], shapes: Sequence[QuarterShape]) -> MapColumns:
        """What is told of the quarters at those places alone, drawn by those shapes."""
        return MapColumns(
            tuple(shapes),
            [self.labels[place] for place in places],
            [self.values[place] for place in places],
            [self.statuses[place] for place in places],
            [self.sizes[place] for place in places],
            lambda at: self.observe(places[at]),
            [self.parts[place] for place in places] if self.parts else (),
        )


@dataclass(frozen=True)
class QuarterMap:
    """The quarters of one generation and what the map tells of them.

    ``measure`` is ``colour`` for an indicator that is a rate or a median, ``circle`` for a count
    or for euros; these as colour are refused. ``pillars`` split each circle into its parts, in
    that order; ``key`` are the sizes that the key of circles shows, each with its words.
    ``chosen`` are the places of the chosen quarters among them; ``around`` the communes under
    them, told by the same rate of the same year; ``method`` how the values of both are classed.
    ``part_of`` is the map that it is a part of, whose classes and whose largest circle are its
    own; ``scale`` what it shares with the maps of other years and perimeters.
    """

    areas: Sequence[MapArea]
    measure: str
    year: int | None
    indicator: Indicator | None = None
    chosen: tuple[int, ...] = ()
    around: MapColumns | None = None
    method: Method = Method.NATURAL
    part_of: QuarterMap | None = None
    pillars: tuple[Pillar, ...] = ()
    key: tuple[tuple[float, str], ...] = ()
    scale: Scale | None = None

    @cached_property
    def told(self) -> MapColumns:
        """What is told, by columns."""
        return self.areas if isinstance(self.areas, MapColumns) else MapColumns.of(self.areas)

    @property
    def strong(self) -> tuple[QuarterShape, ...]:
        """The shapes of the chosen quarters."""
        return tuple(self.told.shapes[place] for place in self.chosen)

    @cached_property
    def known(self) -> tuple[float, ...]:
        """The values that are published, from the lowest."""
        return tuple(sorted(float(value) for value in self.told.values if value is not None))

    @cached_property
    def classes(self) -> Classes | None:
        """The classes of its values, those of the communes under it included; None where they are
        too few, or where circles say them."""
        if self.part_of is not None:
            return self.part_of.classes
        if self.measure == "circle":
            return None
        if self.scale is not None:
            return classed(self.scale.values, self.method)
        under = self.around.values if self.around else ()
        return classed((*self.known, *(v for v in under if v is not None)), self.method)

    @cached_property
    def largest(self) -> float:
        """What the largest circle says, in the unit of the measure, among the quarters that have a
        shape."""
        if self.part_of is not None:
            return self.part_of.largest
        places = [place for place, shape in enumerate(self.told.shapes) if shape.rings]
        shared = self.scale.largest if self.scale else 0
        return max([shared, *(self.told.sizes[place] or 0 for place in places)])

    def __post_init__(self) -> None:
        if self.measure == "colour" and self.indicator is not None and self.indicator.summable:
            raise RuleBroken("un effectif se lit en cercle, jamais en couleur")
        if self.measure == "circle" and self.indicator is not None and not self.indicator.summable:
            raise RuleBroken("un taux ou une médiane se lit en couleur, jamais en cercle")
        if self.measure == "circle" and self.around is not None:
            raise RuleBroken("sous des cercles, les communes ne disent rien")
        told = enumerate(zip(self.told.values, self.told.shapes, strict=True))
        known = [place for place, (value, shape) in told if value is not None and shape.watched]
        for place in known:
            self._check_watched(place)

    def _check_watched(self, place: int) -> None:
        found = self.told.observe(place)
        if found is not None and found.source.startswith(("insee", "caf", "france-travail")):
            raise RuleBroken("un quartier en veille active n’a pas de chiffre Insee (règle 6)")
