"""What the tables of a publication hold and lack: words follow it, never the territory's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.domain.funding import Origin, Stage


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is known of the lines of money and of the indicators, taken together.

    ``pillars``, ``themes``, ``quarters`` and ``ages`` are the origins met, the absent ones left
    out; ``sources`` the sources of the lines; ``stages`` the stages that hold an amount;
    ``indicators`` the sources of each indicator by generation of perimeters, the most used first;
    those of every territory under an empty one; ``until`` the last year of the data of each
    source.
    """

    lines: int
    pillars: frozenset[Origin]
    themes: frozenset[Origin]
    quarters: frozenset[Origin]
    ages: frozenset[Origin]
    every_quarter: bool
    probable: bool
    stages: tuple[Stage, ...]
    funders: int
    participants: bool
    sources: tuple[str, ...]
    indicators: Mapping[str, Mapping[str, tuple[str, ...]]]
    until: Mapping[str, int]

    def sources_of(self, indicator: str, generation: str = "") -> tuple[str, ...]:
        """The sources of that indicator for the quarters of that generation, of every territory
        where none is named; empty where it has no value there."""
        return self.indicators.get(indicator, {}).get(generation, ())

    @property
    def money(self) -> bool:
        """Whether any line is published."""
        return self.lines > 0

    @property
    def proposed_pillars(self) -> bool:
        """Whether a rule gave its pillar to at least one line."""
        return Origin.RULE in self.pillars

    @property
    def only_proposed_pillars(self) -> bool:
        """Whether no line has a pillar that its source gives."""
        return self.pillars == {Origin.RULE}


def coverage_of(found: dict[str, Any]) -> Coverage:
    """The coverage as the publication holds it."""
    return Coverage(
        lines=found["lignes"],
        pillars=frozenset(map(Origin, found["piliers"])),
        themes=frozenset(map(Origin, found["themes"])),
        quarters=frozenset(map(Origin, found["quartiers"])),
        ages=frozenset(map(Origin, found["ages"])),
        every_quarter=found["toutes_ventilees"],
        probable=found["perimetre_probable"],
        stages=tuple(map(Stage, found["etapes"])),
        funders=found["financeurs"],
        participants=found["personnes"],
        sources=tuple(found["sources"]),
        indicators={
            slug: {generation: tuple(names) for generation, names in held.items()}
            for slug, held in found["indicateurs"].items()
        },
        until={str(source): int(year) for source, year in found["jusqu_a"].items()},
    )
