"""From the edition of an official file to the year of its data: they are never the same.

A file of Insee is named for the year it was put together; each of its columns has a year of its
own. Read by the importers.
"""

from __future__ import annotations

_CENSUS_LAG = 4
_INCOME_LAG = 4
_REGISTER_LAG = 1

INCOME_EDITIONS = frozenset({2017, 2018, 2019, 2021, 2022})
"""Editions of REVN whose median and poverty rate equal the series by true year: not presumed."""

POPULATION = frozenset({"POP_MUN", "POP_COM", "POP_COM_QP"})
_POPULATION_OF_2018 = 2021
_LAST_KNOWN_POPULATION = 2022
_EDITIONS_OF_2010 = (2017, 2018)

_QUARTERS_OF_2024 = {
    "popMuniQPV": (2020, False),
    "taux_pauvrete_60%": (2021, False),
    "personnes_couvertes_CAF": (2022, True),
    "allocataires_CAF": (2022, True),
    "RSA_socle": (2022, True),
    "nombre_logements_sociaux": (2022, True),
}
"""Years of that table; its other columns come from the census, presumed of 2020."""

_INCOME_PREFIXES = ("DECUC_", "DISP_")
_INCOME = frozenset(
    {"PMIMP", "PART_CHOMPRINC", "BREV", "TP60", "PACT", "PPEN", "PPSOC", "PIMPOT", "PPAT"}
)
_CENSUS_PREFIXES = ("TX_", "IND_JEUNE")


def data_year(family: str, edition: int, column: str) -> tuple[int, bool]:
    """The year of the data in that column of that file, and whether it is only presumed.

    ``family`` is one of DEMO, IPRO, REVN (Insee by theme), FILO_QP, FILO_DISP, FILO_COM (income by
    true year), RP2010, RPLS, QPV2024 (quarters of 2024). KeyError for another one.
    """
    if family == "RP2010":
        return 2010, False
    if family.startswith("FILO_"):
        return edition, False
    if family == "RPLS":
        return edition, True
    if family == "QPV2024":
        return _QUARTERS_OF_2024.get(column, (2020, True))
    if family not in ("DEMO", "IPRO", "REVN"):
        raise KeyError(family)
    return _of_theme(edition, column)


def _of_theme(edition: int, column: str) -> tuple[int, bool]:
    if column in POPULATION:
        return _population(edition)
    if column in _INCOME or column.startswith(_INCOME_PREFIXES):
        return edition - _INCOME_LAG, edition not in INCOME_EDITIONS
    if column.startswith(_CENSUS_PREFIXES):
        return _census(edition)
    return edition - _REGISTER_LAG, True


def _population(edition: int) -> tuple[int, bool]:
    year = 2018 if edition >= _POPULATION_OF_2018 else 2013
    return year, edition > _LAST_KNOWN_POPULATION


def _census(edition: int) -> tuple[int, bool]:
    if edition in _EDITIONS_OF_2010:
        return 2010, False
    return edition - _CENSUS_LAG, True
