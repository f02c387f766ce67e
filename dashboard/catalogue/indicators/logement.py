"""Housing: social dwellings (RPLS) and dwellings of the census of 2010."""

from __future__ import annotations

from dataclasses import replace

from dashboard.catalogue.indicators.common import (
    LIVING,
    PEOPLE_LIMIT,
    RATE_TOLERANCE,
    RATIO_TOLERANCE,
    SURVEY,
    columns,
)
from dashboard.domain.indicator import Direction, Indicator, Unit

_RPLS = "Une seule année publiée ici, 2022 présumée. Ne compte que les bailleurs sociaux."
_2010 = f"Publié pour 2010 seulement dans ces quartiers. {SURVEY}"

DWELLINGS = Indicator(
    slug="logements-sociaux",
    label="Logements sociaux",
    subject="le nombre de logements sociaux",
    definition="Nombre de logements que les bailleurs sociaux possèdent dans le territoire.",
    theme="logement",
    pillars=(LIVING,),
    unit=Unit.COUNT,
    decimals=0,
    direction=Direction.NEUTRAL,
    summable=True,
    low=0,
    high=PEOPLE_LIMIT,
    source="rpls",
    columns=columns("RPLS.nbLsPls", "QPV2024.nombre_logements_sociaux"),
    reading="en {year}, on compte {value} [logement social|logements sociaux] {at}",
    limits=_RPLS,
)

NEW_DWELLINGS = replace(
    DWELLINGS,
    slug="logements-sociaux-mis-en-service",
    label="Logements sociaux mis en service dans l’année",
    subject="le nombre de logements sociaux mis en service dans l’année",
    definition="Nombre de logements sociaux nouveaux, mis en service dans l’année.",
    columns=columns("RPLS.nbLsMes"),
    reading="en {year}, {value} [logement social a|logements sociaux ont] été mis en service {at}",
    limits=f"L’intitulé de la colonne est présumé. {_RPLS}",
)

VACANT = Indicator(
    slug="rpls-vacance",
    label="Logements sociaux vacants",
    subject="la part des logements sociaux vacants",
    definition="Sur cent logements sociaux proposés à la location, nombre de ceux qui sont vides.",
    theme="logement",
    pillars=(LIVING,),
    unit=Unit.PERCENT,
    decimals=1,
    direction=Direction.BAD,
    summable=False,
    low=0,
    high=100,
    source="rpls",
    columns=columns("RPLS.txVac"),
    reading="en {year}, {value} des logements sociaux {of} sont vides",
    limits=f"Un logement peut être vidé pour des travaux ou une démolition. {_RPLS}",
    tolerance=RATE_TOLERANCE,
)

LONG_VACANT = replace(
    VACANT,
    slug="rpls-vacance-3-mois",
    label="Logements sociaux vacants depuis plus de trois mois",
    subject="la part des logements sociaux vacants depuis plus de trois mois",
    definition=(
        "Sur cent logements sociaux proposés à la location, nombre de ceux qui sont vides depuis "
        "plus de trois mois."
    ),
    columns=columns("RPLS.txVac3m"),
    reading="en {year}, {value} des logements sociaux {of} sont vides depuis plus de trois mois",
)

TURNOVER = replace(
    VACANT,
    slug="rpls-rotation",
    label="Rotation dans les logements sociaux",
    subject="le taux de rotation dans les logements sociaux",
    definition="Sur cent logements sociaux, nombre de ceux qui ont changé de locataire en un an.",
    direction=Direction.NEUTRAL,
    columns=columns("RPLS.txRot"),
    reading="en {year}, {value} des logements sociaux {of} ont changé de locataire dans l’année",
    limits=(
        "Une rotation forte peut dire que l’on ne reste pas ; faible, que l’on ne peut pas partir. "
        f"{_RPLS}"
    ),
)

RENT = Indicator(
    slug="loyer-moyen",
    label="Loyer moyen du logement social",
    subject="le loyer moyen du logement social",
    definition="Loyer mensuel moyen d’un mètre carré de logement social, sans les charges.",
    theme="logement",
    pillars=(LIVING,),
    unit=Unit.EURO_M2,
    decimals=2,
    direction=Direction.NEUTRAL,
    summable=False,
    low=0,
    high=40,
    source="rpls",
    columns=columns("RPLS.moyLoy"),
    reading="en {year}, le loyer moyen du logement social est de {value} {at}",
    limits=f"Sans les charges. {_RPLS}",
    tolerance=RATIO_TOLERANCE,
)

RENT_MEDIAN = replace(
    RENT,
    slug="loyer-median",
    label="Loyer médian du logement social",
    subject="le loyer médian du logement social",
    definition="La moitié des logements sociaux se louent moins cher au mètre carré.",
    columns=columns("RPLS.medLoy"),
    reading="en {year}, la moitié des logements sociaux {of} se louent moins de {value}",
)

RENT_Q1 = replace(
    RENT,
    slug="loyer-q1",
    label="Loyer du quart le moins cher",
    subject="le premier quartile du loyer social",
    definition="Un quart des logements sociaux se louent moins cher au mètre carré.",
    columns=columns("RPLS.q1Loy"),
    reading="en {year}, un quart des logements sociaux {of} se louent moins de {value}",
)

RENT_Q3 = replace(
    RENT,
    slug="loyer-q3",
    label="Loyer du quart le plus cher",
    subject="le troisième quartile du loyer social",
    definition="Un quart des logements sociaux se louent plus cher au mètre carré.",
    columns=columns("RPLS.q3Loy"),
    reading="en {year}, un quart des logements sociaux {of} se louent plus de {value}",
)


def _share(slug: str, column: str, which: str) -> Indicator:
    """The social dwellings of one kind; ``which`` follows « logements sociaux »."""
    said = which if which.startswith(("construits", "financés")) else f"des logements {which}"
    return replace(
        VACANT,
        slug=f"rpls-{slug}",
        label=f"Logements sociaux {which}",
        subject=f"la part des logements sociaux {which}",
        definition=f"Sur cent logements sociaux, nombre de ceux qui sont {said}.",
        direction=Direction.NEUTRAL,
        columns=columns(f"RPLS.{column}"),
        reading=f"en {{year}}, {{value}} des logements sociaux {{of}} sont {said}",
        limits=_RPLS,
    )


BY_SIZE = (
    _share("1-piece", "txLs1p", "d’une pièce"),
    _share("2-pieces", "txLs2p", "de deux pièces"),
    _share("3-pieces", "txLs3p", "de trois pièces"),
    _share("4-pieces", "txLs4p", "de quatre pièces"),
    _share("5-pieces-et-plus", "txLs5pp", "de cinq pièces et plus"),
)

BY_SURFACE = (
    _share("moins-30-m2", "txLsm30", "de moins de 30 m²"),
    _share("30-40-m2", "txLs30a40", "de 30 à 40 m²"),
    _share("40-60-m2", "txLs40a60", "de 40 à 60 m²"),
    _share("60-80-m2", "txLs60a80", "de 60 à 80 m²"),
    _share("80-100-m2", "txLs80a100", "de 80 à 100 m²"),
    _share("100-120-m2", "txLs100a120", "de 100 à 120 m²"),
    _share("120-m2-et-plus", "txLs120p", "de 120 m² et plus"),
)

BY_AGE = (
    _share("avant-1949", "txLsAv49", "construits avant 1949"),
    _share("1949-1975", "txLs49a75", "construits de 1949 à 1975"),
    _share("1976-1988", "txLs76a88", "construits de 1976 à 1988"),
    _share("2001-2013", "txLs01a13", "construits de 2001 à 2013"),
    _share("apres-2013", "txLsAp13", "construits après 2013"),
)

BY_FUNDING = (
    _share("plai", "txLsPlai", "financés en PLAI (les plus sociaux)"),
    _share("plus-avant-1977", "txLsPlusAv77", "financés avant 1977"),
    _share("plus-apres-1977", "txLsPlusAp77", "financés en PLUS après 1977"),
    _share("pli", "txLsPli", "financés en PLI (loyers intermédiaires)"),
)

EMPTY_2010 = Indicator(
    slug="part-logements-vacants",
    label="Logements vacants, tous propriétaires",
    subject="la part des logements vacants",
    definition="Sur cent logements de toutes sortes, nombre de ceux qui sont vides.",
    theme="logement",
    pillars=(LIVING,),
    unit=Unit.PERCENT,
    decimals=1,
    direction=Direction.BAD,
    summable=False,
    low=0,
    high=100,
    source="insee-rp",
    columns=columns("RP2010.TX_L_VACANT"),
    reading="en {year}, {value} des logements {of} sont vides",
    limits=_2010,
    tolerance=RATE_TOLERANCE,
)

SMALL_2010 = replace(
    EMPTY_2010,
    slug="part-logements-1-2-pieces",
    label="Logements d’une ou deux pièces",
    subject="la part des logements d’une ou deux pièces",
    definition="Sur cent logements, nombre de ceux qui ont une ou deux pièces.",
    direction=Direction.NEUTRAL,
    columns=columns("RP2010.TX_L_2PIEC"),
    reading="en {year}, {value} des logements {of} ont une ou deux pièces",
)

LARGE_2010 = replace(
    SMALL_2010,
    slug="part-logements-5-pieces",
    label="Logements de cinq pièces et plus",
    subject="la part des logements de cinq pièces et plus",
    definition="Sur cent logements, nombre de ceux qui ont cinq pièces ou plus.",
    columns=columns("RP2010.TX_L_5PIEC"),
    reading="en {year}, {value} des logements {of} ont cinq pièces ou plus",
)

TALL_2010 = replace(
    SMALL_2010,
    slug="part-logements-grands-immeubles",
    label="Logements d’une adresse de plus de vingt logements",
    subject="la part des logements d’une adresse de plus de vingt logements",
    definition="Sur cent logements, nombre de ceux dont l’adresse en compte plus de vingt.",
    columns=columns("RP2010.TX_NBLOG_20L"),
    reading="en {year}, {value} des logements {of} ont une adresse de plus de vingt logements",
)

PEOPLE_2010 = replace(
    SMALL_2010,
    slug="personnes-par-logement",
    label="Personnes par logement",
    subject="le nombre de personnes par logement",
    definition="Nombre moyen de personnes dans un logement habité toute l’année.",
    unit=Unit.RATIO,
    high=20,
    columns=columns("RP2010.L_NBPERS"),
    reading="en {year}, on compte en moyenne {value} personne[s] par logement {at}",
    tolerance=RATIO_TOLERANCE,
)

INDICATORS: tuple[Indicator, ...] = (
    DWELLINGS,
    VACANT,
    TURNOVER,
    RENT,
    NEW_DWELLINGS,
    LONG_VACANT,
    RENT_MEDIAN,
    RENT_Q1,
    RENT_Q3,
    *BY_SIZE,
    *BY_SURFACE,
    *BY_AGE,
    *BY_FUNDING,
    EMPTY_2010,
    SMALL_2010,
    LARGE_2010,
    TALL_2010,
    PEOPLE_2010,
)
