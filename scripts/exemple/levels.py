"""Where each indicator stands in an invented quarter and in the invented agglomeration."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """``here`` in a quarter, ``there`` in the agglomeration, in the unit of the indicator.

    With ``per_hundred`` both are a number for a hundred inhabitants and the value is a count.
    ``drift`` is the growth a year, ``noise`` the part left to chance.
    """

    slug: str
    here: float
    there: float
    decimals: int = 1
    drift: float = 0.0
    noise: float = 0.004
    per_hundred: bool = False
    step: float = 0.1
    first: int = 2010
    last: int = 2023
    communes: bool = False


OF_COMMUNES = frozenset(
    {
        "taux-pauvrete",
        "niveau-vie-median",
        "taux-emploi",
        "demandeurs-emploi-abc",
        "part-60-ans-et-plus",
        "allocataires-caf",
    }
)
"""What is known of a commune; its population is known too."""

OF_SOCIAL_HOUSING = (
    "logements-sociaux",
    "rpls-vacance",
    "rpls-rotation",
    "rpls-1949-1975",
    "loyer-moyen",
)


def _count(slug: str, here: float, there: float, drift: float = 0.0, first: int = 2010) -> Level:
    """A number of people or dwellings for a hundred inhabitants."""
    known = slug in OF_COMMUNES
    return Level(slug, here, there, 0, drift, 0.012, True, 1, first, communes=known)


def _euros(slug: str, here: float, there: float) -> Level:
    """An amount of a year, which grows with prices."""
    return Level(slug, here, there, 0, 0.013, 0.003, False, 10, communes=slug in OF_COMMUNES)


def _rate(slug: str, here: float, there: float, first: int = 2010) -> Level:
    """A rate in percent."""
    return Level(slug, here, there, first=first, communes=slug in OF_COMMUNES)


LEVELS = (
    Level("population", 100, 100, 0, 0.003, 0, True, 1, communes=True),
    _rate("part-femmes", 51.5, 51),
    _rate("part-moins-25-ans", 40.5, 29),
    _rate("part-moins-25-ans-femmes", 38.5, 27.5),
    _rate("part-60-ans-et-plus", 16.5, 27),
    _rate("part-60-ans-et-plus-femmes", 18, 29),
    Level("indice-jeunesse", 2.1, 0.9),
    _rate("part-menages-1-personne", 38, 37),
    _rate("part-menages-2-personnes", 22, 33),
    _rate("part-menages-3-personnes", 15, 14),
    _rate("part-menages-4-5-personnes", 17.8, 14.4),
    _rate("part-menages-6-personnes", 7.2, 1.6),
    _rate("part-familles-monoparentales", 27, 14.5),
    _rate("part-etrangers", 24, 8),
    _rate("taux-pauvrete", 41, 14.5),
    _euros("niveau-vie-d1", 8_900, 11_300),
    _euros("niveau-vie-q1", 10_600, 15_800),
    _euros("niveau-vie-median", 13_100, 20_700),
    _euros("niveau-vie-q3", 16_900, 26_800),
    _euros("niveau-vie-d9", 21_300, 35_900),
    Level("rapport-interdecile", 2.4, 3.2),
    Level("gini", 0.225, 0.27, 3, step=0.001),
    _euros("revenu-declare-median", 9_400, 20_100),
    _rate("part-menages-imposes", 27, 58),
    _rate("part-revenus-activite", 62, 72),
    _rate("part-pensions", 19, 27),
    _rate("part-prestations-sociales", 25, 5.5),
    _rate("taux-emploi", 45, 65),
    _rate("taux-emploi-femmes", 38, 62),
    _rate("part-emplois-duree-limitee", 27, 15, first=2017),
    _count("contrats-aides", 0.9, 0.25, -0.03),
    _count("demandeurs-emploi-abc", 14.2, 7.1),
    _count("demandeurs-emploi-abcde", 16.6, 8.2),
    _count("demandeurs-emploi-femmes", 6.3, 3.6),
    _count("demandeurs-emploi-moins-26-ans", 2.2, 1.1, -0.01),
    _count("demandeurs-emploi-50-ans-et-plus", 3.2, 1.7, 0.01),
    _count("demandeurs-emploi-plus-2-ans", 3.9, 1.4),
    _count("allocataires-caf", 31, 17),
    _count("personnes-couvertes-caf", 72, 41),
    _count("rsa-socle", 6.4, 1.6),
    _count("prime-activite", 9.1, 5.2, first=2016),
    _count("aah", 4.3, 1.9, 0.004),
    _count("complementaire-sante", 26, 7.5, first=2019),
    _count("allocataires-monoparents", 6.2, 2.4),
    _count("allocataires-isoles", 11.3, 6.8),
    _count("enfants-couverts-caf", 31, 20),
    _count("enfants-moins-3-ans", 5.1, 3.2),
    _rate("part-sans-bac", 71, 49),
    _rate("part-bac-plus-2", 12, 31),
    _rate("scolarisation-16-24-ans", 50, 63),
    _count("logements-sociaux", 34, 9.5, first=2014),
    _rate("rpls-vacance", 5.4, 2.6, first=2014),
    _rate("rpls-rotation", 8.2, 10.4, first=2014),
    _rate("rpls-1949-1975", 71, 42, first=2014),
    Level("loyer-moyen", 5.1, 5.9, 2, 0.011, step=0.01, first=2014),
    _rate("part-logements-vacants", 7.9, 6.8),
)
