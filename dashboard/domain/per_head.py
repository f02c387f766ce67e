"""Euros of a quarter over its inhabitants, year by year, each in the perimeter of its year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dashboard.domain.indicator import Break, Observation
from dashboard.domain.series import RuleBroken
from dashboard.domain.territory import Territory


@dataclass(frozen=True, slots=True)
class PerHead:
    """One year: its euros and its lines, the quarter as its perimeter stands that year, and the
    inhabitants counted in that very perimeter, of that year or the last one before."""

    year: int
    euros: float
    lines: int
    place: Territory | None
    inhabitants: Observation | None

    def __post_init__(self) -> None:
        if self.inhabitants is None:
            return
        if self.place is None or self.inhabitants.territory != self.place.code:
            raise RuleBroken("les habitants sont ceux du périmètre de l’année")

    @property
    def value(self) -> float | None:
        """Euros per inhabitant; None where no line is there, which is not zero, or no people."""
        known = self.inhabitants.value if self.inhabitants is not None else None
        return self.euros / known if self.lines and known else None


def breaks(heads: tuple[PerHead, ...]) -> tuple[Break, ...]:
    """The years from which the perimeter is another one."""
    found, known = [], [head for head in heads if head.place is not None]
    for before, after in pairwise(known):
        if before.place != after.place and after.place is not None:
            said = f"le périmètre est celui de {after.place.generation}"
            found.append(Break(after.year, said, after.place.source))
    return tuple(found)
