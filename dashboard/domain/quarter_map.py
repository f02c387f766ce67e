"""Quarters on a map: shapes, what is told of each, and the ground they lie on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.series import RuleBroken
from dashboard.domain.territory import Kind, Territory


@dataclass(frozen=True, slots=True)
class Shape:
    """A quarter on the map: rings in metres (Lambert-93), or a numbered mark without a shape."""

    territory: Territory
    rings: tuple[tuple[tuple[float, float], ...], ...]
    centre: tuple[float, float]

    def __post_init__(self) -> None:
        if self.rings and self.territory.outline.value == "inconnu":
            raise RuleBroken("un emplacement non publié n’a pas de tracé (règle 7)")


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


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """What lies under the quarters, in metres (Lambert-93): communes, water, names.

    One a publication: it is known by its identity, not by its thousands of points.
    """

    communes: tuple[tuple[str, tuple[tuple[tuple[float, float], ...], ...]], ...]
    water: tuple[tuple[tuple[float, float], ...], ...]
    names: tuple[tuple[str, float, float], ...]
    window: tuple[float, float, float, float]
