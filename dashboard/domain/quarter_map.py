"""Quarters on a map: shapes, what is told of each, and the ground they lie on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.series import RuleBroken
from dashboard.domain.territory import Kind, Territory
from dashboard.domain.track import Track, joined

Box = tuple[float, float, float, float]
"""West, south, east, north."""


Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, eq=False)
class Outlines:
    """Rings in metres (Lambert-93) that are drawn together.

    ``rank`` is where the list of a page holds them: their abscissas, then their ordinates.
    """

    rings: tuple[Ring, ...]
    rank: int | None = None

    @cached_property
    def tracks(self) -> tuple[Track, Track]:
        """Their abscissas and their ordinates, a gap between two rings."""
        ranks = ((), ()) if self.rank is None else ((self.rank,), (self.rank + 1,))
        across, along = (
            joined([Track(point[axis] for point in ring) for ring in self.rings]) for axis in (0, 1)
        )
        return Track(across, ranks[0]), Track(along, ranks[1])

    @cached_property
    def box(self) -> Box:
        """The box around them: west, south, east, north."""
        points = [point for ring in self.rings for point in ring]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True, eq=False)
class Shape:
    """A quarter on the map: its outlines, or a numbered mark where it has none."""

    territory: Territory
    outlines: Outlines
    centre: tuple[float, float]

    def __post_init__(self) -> None:
        if self.rings and self.territory.outline.value == "inconnu":
            raise RuleBroken("un emplacement non publié n’a pas de tracé (règle 7)")

    @property
    def rings(self) -> tuple[Ring, ...]:
        """Its rings; none where its place is not published."""
        return self.outlines.rings


@dataclass(frozen=True, slots=True)
class MapArea:
    """What the map says of one quarter: a rate as colour or a count as circle, never both."""

    shape: Shape
    label: str
    observation: Observation | None = None
    count: int | None = None
    amount: float | None = None


@dataclass(frozen=True)
class QuarterMap:
    """The quarters of one generation and what the map tells of them.

    ``measure`` is ``colour`` for an indicator that is a rate or a median, ``circle`` for a count;
    a count as colour is refused.
    """

    areas: tuple[MapArea, ...]
    measure: str
    year: int | None
    indicator: Indicator | None = None

    @cached_property
    def known(self) -> tuple[float, ...]:
        """The values that are published, from the lowest."""
        found = [area.observation.value for area in self.areas if area.observation is not None]
        return tuple(sorted(float(value) for value in found if value is not None))

    @cached_property
    def largest(self) -> int:
        """The largest count among the quarters that have a shape."""
        return max((area.count or 0 for area in self.areas if area.shape.rings), default=0)

    def __post_init__(self) -> None:
        if self.measure == "colour" and self.indicator is not None and self.indicator.summable:
            raise RuleBroken("un effectif se lit en cercle, jamais en couleur")
        if self.measure == "circle" and self.indicator is not None and not self.indicator.summable:
            raise RuleBroken("un taux ou une médiane se lit en couleur, jamais en cercle")
        for area in self.areas:
            qva = area.shape.territory.kind is Kind.QVA
            if qva and area.observation is not None and area.observation.value is not None:
                local = not area.observation.source.startswith(("insee", "caf", "france-travail"))
                if not local:
                    raise RuleBroken(
                        "un quartier en veille active n’a pas de chiffre Insee (règle 6)"
                    )


@dataclass(frozen=True, eq=False)
class Background:
    """What lies under the quarters, in metres (Lambert-93): communes, water, names.

    One a publication: it is known by its identity, not by its thousands of points. ``rank`` is that
    of its land.
    """

    communes: tuple[tuple[str, tuple[Ring, ...]], ...]
    water: Outlines
    names: tuple[tuple[str, float, float], ...]
    window: Box
    rank: int | None = None

    @cached_property
    def land(self) -> Outlines:
        """The communes together."""
        return Outlines(tuple([ring for _, rings in self.communes for ring in rings]), self.rank)
