"""People counted once per action, which makes participations; masked before they come here."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.indicator import HIDDEN, Status
from dashboard.domain.series import RuleBroken

Count = int | Status
"""How many people, or why one may not or cannot say it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people, and how many actions say it."""

    count: Count
    actions: int

    def __post_init__(self) -> None:
        if not isinstance(self.count, int) and self.count not in HIDDEN:
            raise RuleBroken("un effectif absent dit pourquoi : secret ou non diffusé (règle 4)")


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """One group of people: what was planned, what was real, each over the actions that say it.

    ``compared`` is (planned, real) over the ``both`` actions that say the two; None where none do.
    """

    name: str
    planned: Reach
    real: Reach
    compared: tuple[int, int] | None = None
    both: int = 0

    def __post_init__(self) -> None:
        if (self.compared is None) != (self.both == 0):
            raise RuleBroken("prévu et réel se comparent sur les actions qui disent les deux")

    @property
    def pair(self) -> tuple[Count, Count]:
        """Planned and real as they may stand side by side: over the same actions where there are,
        else what is known of each."""
        return self.compared or (self.planned.count, self.real.count)

    @property
    def partial(self) -> bool:
        """Whether some actions say one of the two alone."""
        return not self.planned.actions == self.real.actions == self.both


@dataclass(frozen=True, slots=True)
class Participations:
    """Participations planned and real by group of people, already masked (rules 5 and 9)."""

    groups: tuple[PeopleGroup, ...]
    masked: bool = False

    @property
    def rows(self) -> tuple[tuple[str, Count, Count], ...]:
        """(group, planned, real), as they may be compared."""
        return tuple((group.name, *group.pair) for group in self.groups)
