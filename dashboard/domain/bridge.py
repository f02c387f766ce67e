"""From the total of one year to that of another: what started, ended, rose, fell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.indicator import Break
from dashboard.domain.series import RuleBroken

CENT = 0.01


class BridgeMove(StrEnum):
    """What became of an action, or of a holder, from one year to the other.

    LEFT and ENTERED ones go on, but not under the filters in force. A DOUBTFUL one may go on under
    another title. STAYED ones are there in both years, whose amounts do not compare.
    """

    ENDED = "fin"
    FELL = "baisse"
    LEFT = "sortie"
    DOUBTFUL = "doute"
    ENTERED = "entree"
    ROSE = "hausse"
    STARTED = "debut"
    SAME = "egal"
    STAYED = "reste"


KEPT = (BridgeMove.FELL, BridgeMove.ROSE, BridgeMove.SAME)
"""What stands in both years and compares one to one, breaks or not."""


@dataclass(frozen=True, slots=True)
class BridgeStep:
    """What moved in one way: euros and funded lines of each of the two years, and how many actions
    or holders they are."""

    move: BridgeMove
    before: float
    after: float
    before_count: int
    after_count: int
    many: int

    @property
    def difference(self) -> float:
        """Euros more, or less where it is negative."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Bridge:
    """The totals of two years and the steps from one to the other, which make it to the cent.

    ``breaks`` are those between the two years: the totals then do not compare, and ``kept`` alone
    may be drawn.
    """

    first: int
    last: int
    before: float
    after: float
    before_count: int
    after_count: int
    steps: tuple[BridgeStep, ...]
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        if self.first >= self.last:
            raise RuleBroken("un pont va d’une année à une année plus récente")
        for name in ("before", "after"):
            if abs(self._sum(name) - getattr(self, name)) > CENT:
                raise RuleBroken("les marches d’un pont font l’écart des deux totaux")
        for name in ("before_count", "after_count"):
            if self._sum(name) != getattr(self, name):
                raise RuleBroken("une ligne est dans une marche d’un pont, une seule fois")

    def _sum(self, name: str) -> float:
        return float(sum(getattr(step, name) for step in self.steps))

    @property
    def comparable(self) -> bool:
        """Whether the two totals may be compared (rule 3)."""
        return not self.breaks

    def step(self, move: BridgeMove) -> BridgeStep | None:
        """What moved so; None where nothing did."""
        return next((step for step in self.steps if step.move == move), None)

    def tells(self, step: BridgeStep) -> bool:
        """Whether the euros of the two years may be compared for that step."""
        return self.comparable or step.move in KEPT

    @property
    def kept(self) -> Bridge:
        """The same of what stands in both years alone, whose amounts compare one to one."""
        steps = tuple(step for step in self.steps if step.move in KEPT)
        counts = (sum(step.before_count for step in steps), sum(step.after_count for step in steps))
        amounts = (sum(step.before for step in steps), sum(step.after for step in steps))
        return Bridge(self.first, self.last, *amounts, *counts, steps)


@dataclass(frozen=True, slots=True)
class MovedPart:
    """One action, or one holder, and what it had each year; ``code`` is a line of the action."""

    move: BridgeMove
    title: str
    holder: str
    holder_slug: str
    code: str
    before: float
    after: float

    @property
    def difference(self) -> float:
        """Euros more, or less where it is negative."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class BridgeMoves:
    """A bridge, and what it is made of, the largest moves of each kind first; ``read`` gives those
    from one rank to another."""

    bridge: Bridge
    many: int
    read: Callable[[int, int], Sequence[MovedPart]]
