"""An indicator in several quarters in one year: what stands side by side, and how far apart."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.difference import Difference, between
from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.profile import Category, one_generation
from dashboard.domain.territory import Territory


@dataclass(frozen=True, slots=True)
class Compared:
    """The values of one year and one source, one a quarter of one generation of perimeters."""

    indicator: Indicator
    year: int
    places: tuple[Territory, ...]
    found: tuple[Observation | None, ...]

    def __post_init__(self) -> None:
        one_generation(self.places)
        Category(self.indicator.label, self.indicator, self.found)

    @property
    def known(self) -> tuple[tuple[Territory, Observation], ...]:
        """The quarters that have a value, from the lowest to the highest."""
        pairs = zip(self.places, self.found, strict=True)
        told = [(p, item) for p, item in pairs if item is not None and item.value is not None]
        return tuple(sorted(told, key=lambda pair: pair[1].value or 0.0))

    @property
    def gap(self) -> Difference | None:
        """From the lowest to the highest; None for a count, which follows how large a quarter is,
        and where fewer than two are known."""
        if self.indicator.summable or len(self.known) < 2:
            return None
        (_, low), (_, high) = self.known[0], self.known[-1]
        return between(self.indicator, high, low)
