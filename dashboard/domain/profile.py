"""Values of several places beside one another, category by category, on one scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.series import RuleBroken
from dashboard.domain.territory import Territory


@dataclass(frozen=True, slots=True)
class Category:
    """One category: its words, how its values are written, the value of each place in its order
    (None where the source has no row)."""

    label: str
    indicator: Indicator
    found: tuple[Observation | None, ...]

    def __post_init__(self) -> None:
        told = [item for item in self.found if item is not None]
        if len({(item.year, item.source) for item in told}) > 1:
            raise RuleBroken("des valeurs côte à côte sont d’une même année et d’une même source")

    @property
    def year(self) -> int | None:
        """The year of its values; None where there is none."""
        return next((item.year for item in self.found if item is not None), None)

    @property
    def numbers(self) -> tuple[float, ...]:
        """The values that are known."""
        return tuple(
            item.value for item in self.found if item is not None and item.value is not None
        )


@dataclass(frozen=True, slots=True)
class Profile:
    """The lines of some places; quarters of two generations of perimeters never stand together."""

    places: tuple[Territory, ...]
    lines: tuple[Category, ...]

    def __post_init__(self) -> None:
        one_generation(self.places)
        if len({line.indicator.unit for line in self.lines}) > 1:
            raise RuleBroken("une même échelle demande une même unité")
        if any(len(line.found) != len(self.places) for line in self.lines):
            raise RuleBroken("chaque catégorie donne une valeur, ou son absence, à chaque lieu")

    @property
    def top(self) -> float:
        """The highest value, in the unit of its lines; 0 where none is known."""
        return max((value for line in self.lines for value in line.numbers), default=0.0)

    @property
    def years(self) -> tuple[int, ...]:
        """The years of its lines, in order, each once."""
        return tuple(sorted({line.year for line in self.lines if line.year is not None}))


def one_generation(places: Iterable[Territory]) -> None:
    """RuleBroken for quarters of two generations of perimeters side by side (rule 2)."""
    if len({place.generation for place in places if place.kind.is_quarter}) > 1:
        raise RuleBroken("deux générations de périmètres ne se comparent pas (règle 2)")
