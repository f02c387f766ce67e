"""How far two published values stand apart, said no finer than the coarser of the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dashboard.domain import french, rounding
from dashboard.domain.indicator import Indicator, Unit


class RoundedValue(Protocol):
    """What has a value and the step that its source rounds it to."""

    @property
    def value(self) -> float | None:
        """The number; None where none may be shown."""

    @property
    def step(self) -> float:
        """The rounding of its source; 0.0 where the indicator's own holds."""


@dataclass(frozen=True, slots=True)
class Difference:
    """``value`` is a multiple of ``step``, in the unit of the indicator.

    ``margin`` is how far it may be from the truth because a source rounded one of the values more
    than the indicator is declared to be; zero where none did.
    """

    indicator: Indicator
    value: float
    step: float
    margin: float = 0.0

    @property
    def signed(self) -> str:
        """« −24,3 pts », « environ −24 pts »: what a cell holds."""
        return self._near(self.indicator.format_gap(self.value, self.step))

    @property
    def amount(self) -> str:
        """« 24,3 points », « environ 24 points »: what a sentence says, without its sign."""
        if self.indicator.unit is not Unit.PERCENT:
            return self._near(self.indicator.format(abs(self.value), self.step))
        noun = french.plural(self.value, "point")
        digits = rounding.decimals(self.indicator.coarsest(self.step))
        return self._near(f"{french.number(abs(self.value), digits)}{french.NBSP}{noun}")

    def _near(self, said: str) -> str:
        return f"environ{french.NBSP}{said}" if self.margin else said


def between(indicator: Indicator, mine: RoundedValue, other: RoundedValue) -> Difference | None:
    """The first value minus the second; None where one of them is absent."""
    if mine.value is None or other.value is None:
        return None
    step = indicator.coarsest(mine.step, other.step)
    margin = sum(item.step / 2 for item in (mine, other) if indicator.rounds(item.step))
    return Difference(indicator, rounding.nearest(mine.value - other.value, step), step, margin)
