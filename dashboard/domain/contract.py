"""A generation of the contract: its years, its perimeters, its pillars."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.domain.pillar import PillarGrid


@dataclass(frozen=True, slots=True)
class Contract:
    """One signed generation. ``perimeters`` names the generation of quarters it applies to."""

    code: str
    name: str
    first_year: int
    last_year: int
    perimeters: str
    grid: PillarGrid

    def __post_init__(self) -> None:
        if self.last_year < self.first_year:
            raise ValueError(f"{self.code}: le contrat finit avant de commencer")

    def covers(self, year: int) -> bool:
        """Whether the contract was in force that year."""
        return self.first_year <= year <= self.last_year


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact of the contract, with its source."""

    day: dt.date
    precision: str
    title: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Orientation:
    """One orientation that a yearly report announces, retold in plain words."""

    code: str
    year: int
    title: str
    text: str
    theme: str
    source: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to turn to: an organisation, never a person; ``areas`` are the codes of the quarters and
    of the communes that it serves, none where it serves them all."""

    name: str
    role: str
    detail: str
    source: str
    areas: tuple[str, ...] = ()
