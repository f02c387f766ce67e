"""Money and numbers cut in parts, which always make the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.domain.funding import NO_QUARTER
from dashboard.domain.indicator import Break
from dashboard.domain.series import RuleBroken


@dataclass(frozen=True, slots=True)
class Slice:
    """One part of a breakdown. ``pick`` is the address key and value that a click sets.

    ``proposed`` and ``proposed_count`` are what of it a rule proposes, in euros and in lines.
    """

    slug: str
    label: str
    amount: float
    count: int
    role: str = ""
    pick: tuple[str, str] | None = None
    note: str = ""
    proposed: float = 0.0
    proposed_count: int = 0

    @property
    def unsaid(self) -> bool:
        """Whether it holds what the source does not class: it names no part of the whole."""
        return self.slug in ("", NO_QUARTER)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Money and number of lines by one axis; ``exclusive`` when each line stands in one slice.

    Where it is not (a line may serve several quarters), the counts do not add up to ``count`` and
    the reader is told.
    """

    axis: str
    slices: tuple[Slice, ...]
    amount: float
    count: int
    exclusive: bool = True

    def __post_init__(self) -> None:
        if abs(sum(item.amount for item in self.slices) - self.amount) > 0.5:
            raise RuleBroken("les parts d’une répartition font le total, « non ventilé » compris")
        if self.exclusive and sum(item.count for item in self.slices) != self.count:
            raise RuleBroken("une action ne compte qu’une fois")

    def share(self, item: Slice) -> float | None:
        """Per cent of the whole amount that a part takes; None where there is no amount."""
        return 100 * item.amount / self.amount if self.amount else None

    def ranked(self) -> Breakdown:
        """The parts from the largest amount to the smallest; those that serve every theme, then
        what the source does not class, close the list."""
        ordered = sorted(self.slices, key=lambda s: (s.unsaid, s.role == "pilotage", -s.amount))
        return replace(self, slices=tuple(ordered))


@dataclass(frozen=True, slots=True)
class YearGrid:
    """Amount and number by year (rows) and by slice (columns): what stacked small bars draw.

    ``quarters``: how many chosen ones they name; 0 where none is. A cell without line is not known
    to be zero.
    """

    years: tuple[int, ...]
    slices: tuple[Slice, ...]
    amounts: tuple[tuple[float, ...], ...]
    counts: tuple[tuple[int, ...], ...]
    breaks: tuple[Break, ...] = ()
    quarters: int = 0

    def unknown(self, rank: int, index: int) -> bool:
        """Whether no line stands in that cell."""
        return not self.counts[rank][index]

    def __post_init__(self) -> None:
        width = len(self.slices)
        tables: tuple[Sequence[Sequence[float]], ...] = (self.amounts, self.counts)
        for table in tables:
            if len(table) != len(self.years) or any(len(row) != width for row in table):
                raise RuleBroken("une grille donne une case par année et par part")
