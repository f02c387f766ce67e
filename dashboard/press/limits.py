"""How much may be asked of the press, as the operator sets it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.system.environment import number

MEGABYTE = 1_000_000
KEPT = 3_600.0
"""Seconds that a document is kept once it is made."""

LARGEST = 4
"""A document takes this part of the whole room, at most."""

RESERVE = 200 * MEGABYTE
"""Bytes of the disk that are left to everything else."""


@dataclass(frozen=True, slots=True)
class Limits:
    """``at_once`` documents are made, ``waiting`` more are asked, ``each`` by one reader (0: no
    bound); all together take ``room`` bytes, each ``seconds`` at most."""

    at_once: int = 2
    waiting: int = 40
    each: int = 10
    room: int = 1_000 * MEGABYTE
    seconds: float = 600.0

    @property
    def largest(self) -> int:
        """Bytes of one document at most."""
        return self.room // LARGEST


def from_environment() -> Limits:
    """The limits of the environment; those of ``Limits`` where it says none that can be read."""
    usual = Limits()
    return Limits(
        at_once=number("DOCUMENTS_A_LA_FOIS", usual.at_once) or 1,
        waiting=number("DOCUMENTS_EN_ATTENTE", usual.waiting),
        each=number("DOCUMENTS_PAR_ADRESSE", usual.each),
        room=number("DOCUMENTS_PLACE", usual.room // MEGABYTE) * MEGABYTE,
        seconds=number("DOCUMENTS_DELAI", round(usual.seconds)),
    )
