"""The years from which the values of a national source no longer compare with earlier ones."""

from __future__ import annotations

from dashboard.domain.indicator import Break

FILOSOFI: tuple[Break, ...] = (
    Break(
        2016,
        "l’Insee a réorganisé la production des revenus localisés",
        "insee-filosofi",
    ),
    Break(
        2018,
        "les aides au logement ont baissé en échange d’une baisse des loyers HLM que le revenu "
        "ne voit pas, et le fichier fiscal est moins complet",
        "insee-filosofi",
    ),
    Break(
        2019,
        "les ménages sont mieux localisés, et des primes exonérées d’impôt entrent en compte",
        "insee-filosofi",
    ),
    Break(
        2020,
        "les aides exceptionnelles de la crise sanitaire sont mal prises en compte",
        "insee-filosofi",
    ),
)
"""Reasons given by Insee with each vintage of Filosofi in the quarters."""

CENSUS: tuple[Break, ...] = (
    Break(
        2015,
        "les estimations tirées du recensement de 2010 et celles d’après 2015 ne sont pas faites "
        "de la même façon : le saut entre les deux est trop brusque pour être un fait",
        "insee-rp",
    ),
)
"""Deduced from the values themselves (employment at Biollay: −9 points), not stated by a file."""
