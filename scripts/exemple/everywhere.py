"""All the quarters of the invented country: what each indicator is over three hundred of them."""

from __future__ import annotations

from dashboard.domain.distribution import centiles_of
from scripts.exemple.base import SOURCE, RawRow, draw
from scripts.exemple.indicators import LAST, NEW_PERIMETER_FROM
from scripts.exemple.levels import LEVELS, Level

QUARTERS = 300
EVERY = 4
"""Years between two distributions."""


def rows() -> list[RawRow]:
    """The rows of repartitions.csv."""
    return [
        _row(level, year, generation)
        for level in LEVELS
        for generation, years in (
            ("2015", range(level.first, NEW_PERIMETER_FROM + 1, EVERY)),
            ("2024", range(NEW_PERIMETER_FROM, LAST + 1)),
        )
        for year in years
    ]


def _row(level: Level, year: int, generation: str) -> RawRow:
    """Three hundred values around that of the territory's own quarters; one in twelve is absent."""
    random = draw(f"partout {level.slug} {year} {generation}")
    around = level.here if not level.per_hundred else level.here * 40
    values = [
        max(0.0, around * (1 + random.uniform(-0.35, 0.35) + random.uniform(-0.2, 0.2)))
        for _ in range(QUARTERS)
    ]
    known = [round(value / level.step) * level.step for value in values if random.random() > 1 / 12]
    return {
        "indicateur": level.slug,
        "annee": year,
        "perimetre": generation,
        "quartiers": QUARTERS,
        "publies": len(known),
        "centiles": "|".join(f"{value:.10g}" for value in centiles_of(known)),
        "source": SOURCE,
        "fichier": "",
    }
