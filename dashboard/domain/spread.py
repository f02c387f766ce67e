"""How incomes spread in a place: what one, two… nine inhabitants out of ten live with at most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.profile import one_generation
from dashboard.domain.series import RuleBroken
from dashboard.domain.territory import Territory

LOWEST, MEDIAN, HIGHEST = 1, 5, 9


@dataclass(frozen=True, slots=True)
class Deciles:
    """The deciles of one place that its source publishes, by their rank from 1 to 9."""

    place: Territory
    found: Mapping[int, Observation]

    def __post_init__(self) -> None:
        ordered = [value for _, value in sorted(self.known.items())]
        if ordered != sorted(ordered):
            raise RuleBroken("un décile n’est jamais sous celui qui le précède")

    @property
    def known(self) -> dict[int, float]:
        """The value of each decile that has one."""
        return {rank: item.value for rank, item in self.found.items() if item.value is not None}


@dataclass(frozen=True, slots=True)
class Spread:
    """The deciles of some places in one year, all of one source."""

    indicator: Indicator
    year: int
    rows: tuple[Deciles, ...]

    def __post_init__(self) -> None:
        one_generation(row.place for row in self.rows)
        told = [item for row in self.rows for item in row.found.values()]
        if {item.year for item in told} - {self.year} or len({item.source for item in told}) > 1:
            raise RuleBroken("des revenus côte à côte sont d’une même année et d’une même source")

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest value; (0, 1) where none is known."""
        values = [value for row in self.rows for value in row.known.values()]
        return min(values, default=0.0), max(values, default=1.0)
