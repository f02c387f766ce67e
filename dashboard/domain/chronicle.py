"""What the public is told of the versions of a territory: which was served when, why, and what each
changed from the one served before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """How a version came to be served."""

    PUBLISHED = "publication"
    RETURNED = "retour"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a table: its title, its rows added, changed, removed."""

    table: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class YearTotal:
    """The euros of a year at one stage, before and after; None where no line says any. ``year`` is
    empty for lines that say none."""

    year: str
    stage: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class PublicWithdrawal:
    """The day a version was withdrawn, and the reason that the public reads."""

    day: dt.date
    why: str


@dataclass(frozen=True, slots=True)
class PublicAct:
    """A version served in place of another, at that moment of universal time (ISO 8601).

    ``before`` is the number of the version served until then. ``why``, ``source`` and ``licence``
    are empty where nobody said them. What is ``withdrawn`` tells nothing else of itself; an act
    that is ``untold`` says neither rows nor euros: one side of its comparison was withdrawn.
    """

    when: str
    kind: Kind
    number: int
    before: int
    why: str = ""
    source: str = ""
    licence: str = ""
    changes: tuple[Change, ...] = ()
    totals: tuple[YearTotal, ...] = ()
    withdrawn: PublicWithdrawal | None = None
    untold: bool = False

    @property
    def moment(self) -> dt.datetime:
        """The moment, of universal time."""
        return dt.datetime.fromisoformat(self.when)

    def without(self, gone: Mapping[int, PublicWithdrawal]) -> PublicAct:
        """What may still be told of it once these versions are withdrawn."""
        if self.number in gone:
            kept = PublicAct(self.when, self.kind, self.number, self.before)
            return replace(kept, withdrawn=gone[self.number], untold=True)
        if self.before in gone:
            return replace(self, changes=(), totals=(), untold=True)
        return self


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The acts of a territory, the first one first; none where staff never published."""

    acts: tuple[PublicAct, ...] = ()

    @property
    def last(self) -> PublicAct | None:
        """The last one; None where there is none."""
        return self.acts[-1] if self.acts else None

    def plus(self, act: PublicAct) -> Chronicle:
        """The same with one more, unless it has the version that is served already."""
        if self.last is not None and self.last.number == act.number:
            return self
        return Chronicle((*self.acts, act))

    def without(self, gone: Mapping[int, PublicWithdrawal]) -> Chronicle:
        """What may still be told once these versions are withdrawn."""
        return Chronicle(tuple(act.without(gone) for act in self.acts))

    def until(self, number: int) -> Chronicle:
        """What was told when that version was first served; nothing for one that no act served."""
        ranks = [rank for rank, act in enumerate(self.acts) if act.number == number]
        return Chronicle(self.acts[: ranks[0] + 1] if ranks else ())
