"""What maps of one measure share, whatever their year and their perimeters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """Every value published from the ``first`` year to the ``last`` one, from the lowest.

    A colour, or the size of a circle, then says the same value in every year: maps that follow each
    other, or stand side by side, can be compared. ``steps`` are the roundings of these values.
    """

    first: int
    last: int
    values: tuple[float, ...]
    steps: Mapping[float, float] = field(default_factory=dict)

    @property
    def largest(self) -> float:
        """The highest value; 0 where there is none."""
        return self.values[-1] if self.values else 0

    @property
    def is_shared(self) -> bool:
        """Whether it holds several years."""
        return self.first < self.last
