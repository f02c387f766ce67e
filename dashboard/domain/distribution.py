"""Where quarters stand among all those of the country, in counts: never best, never worst."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.series import RuleBroken
from dashboard.domain.territory import Territory

HUNDRED = 100
ENOUGH = 0.9
"""Part of the quarters under which one says how many are published."""


def centiles_of(values: Sequence[float]) -> tuple[float, ...]:
    """The lowest of those values, then what each hundredth of them, from the lowest, goes up to:
    values that were observed, never a mean of two."""
    ranked = sorted(values)
    count = len(ranked)
    return (ranked[0], *(ranked[ceil(k * count / HUNDRED) - 1] for k in range(1, HUNDRED + 1)))


@dataclass(frozen=True, slots=True)
class Distribution:
    """The values of one indicator, one year, over all the quarters of one generation.

    ``quarters`` is how many there are in metropolitan France, ``published`` how many have a value;
    ``centiles`` are as ``centiles_of`` gives them: a hundred quarters that stand for all.
    """

    indicator: Indicator
    year: int
    generation: str
    quarters: int
    published: int
    centiles: tuple[float, ...]
    source: str

    def __post_init__(self) -> None:
        if len(self.centiles) != HUNDRED + 1 or list(self.centiles) != sorted(self.centiles):
            raise RuleBroken("une répartition est le minimum et cent valeurs rangées")
        if not 0 < self.published <= self.quarters:
            raise RuleBroken("une répartition dit combien de quartiers ont une valeur")

    @property
    def hundred(self) -> tuple[float, ...]:
        """The hundred values, from the lowest."""
        return self.centiles[1:]

    @property
    def partial(self) -> bool:
        """Whether so few quarters are published that it must be said."""
        return self.published < ENOUGH * self.quarters

    def around(self, value: float) -> tuple[int, int, int]:
        """Of a hundred quarters, how many have less, as much and more than that value."""
        low, high = bisect_left(self.hundred, value), bisect_right(self.hundred, value)
        return low, high - low, HUNDRED - high


@dataclass(frozen=True, slots=True)
class NamedDistribution:
    """The distribution with the quarters that are named in it, each by its value of that year."""

    distribution: Distribution
    named: tuple[tuple[Territory, Observation], ...]

    def __post_init__(self) -> None:
        for territory, observation in self.named:
            if observation.value is None:
                raise RuleBroken("un quartier sans valeur n’a pas de place parmi les autres")
            same = territory.generation == self.distribution.generation
            if not same or observation.year != self.distribution.year:
                raise RuleBroken("un quartier se place parmi ceux de son année et de son périmètre")
