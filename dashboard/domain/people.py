"""People counted once per action, which makes participations; masked before they come here."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.domain.indicator import HIDDEN, Status
from dashboard.domain.series import RuleBroken

Count = int | Status
"""How many people, or why one may not or cannot say it."""


@dataclass(frozen=True, slots=True)
class People:
    """Participations planned and real by group of people, already masked (rules 5 and 9).

    Each row is (group, planned, real): a count, or why there is none.
    """

    rows: tuple[tuple[str, Count, Count], ...]
    masked: bool = False

    def __post_init__(self) -> None:
        counts = [count for _, *pair in self.rows for count in pair]
        if any(not isinstance(count, int) and count not in HIDDEN for count in counts):
            raise RuleBroken("un effectif absent dit pourquoi : secret ou non diffusé (règle 4)")
