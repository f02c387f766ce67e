"""Diplomas and schooling: census of 2010 only."""

from __future__ import annotations

from dataclasses import replace

from dashboard.catalogue.indicators.common import (
    RATE_TOLERANCE,
    SOCIAL,
    SURVEY,
    WORK,
    columns,
)
from dashboard.domain.indicator import Direction, Indicator, Unit

_ONLY = (
    "Publié pour 2010 seulement dans ces quartiers, sans dire à partir de quel âge les diplômes "
    f"sont comptés. {SURVEY}"
)

BELOW_BAC = Indicator(
    slug="part-sans-bac",
    label="Sans le bac",
    subject="la part des habitants sans le bac",
    definition=(
        "Sur cent habitants, nombre de ceux qui n’ont aucun diplôme ou un diplôme inférieur au bac."
    ),
    theme="formation",
    pillars=(SOCIAL, WORK),
    unit=Unit.PERCENT,
    decimals=1,
    direction=Direction.BAD,
    summable=False,
    low=0,
    high=100,
    source="insee-rp",
    columns=columns("RP2010.TX_TOT_INFBAC"),
    reading="en {year}, {value} des habitants {of} n’ont pas le bac",
    limits=_ONLY,
    tolerance=RATE_TOLERANCE,
)

BELOW_BAC_WOMEN = replace(
    BELOW_BAC,
    slug="part-sans-bac-femmes",
    label="Sans le bac parmi les femmes",
    subject="la part des femmes sans le bac",
    definition=(
        "Sur cent habitantes, nombre de celles qui n’ont aucun diplôme ou un diplôme "
        "inférieur au bac."
    ),
    columns=columns("RP2010.TX_F_INFBAC"),
    reading="en {year}, {value} des habitantes {of} n’ont pas le bac",
)

BAC = replace(
    BELOW_BAC,
    slug="part-bac",
    label="Niveau bac",
    subject="la part des habitants de niveau bac",
    definition="Sur cent habitants, nombre de ceux qui ont le bac sans plus.",
    direction=Direction.NEUTRAL,
    columns=columns("RP2010.TX_TOT_DIPLBAC"),
    reading="en {year}, {value} des habitants {of} ont le bac pour plus haut diplôme",
)

HIGHER = replace(
    BELOW_BAC,
    slug="part-bac-plus-2",
    label="Bac + 2 et plus",
    subject="la part des habitants de niveau bac + 2 et plus",
    definition="Sur cent habitants, nombre de ceux qui ont au moins bac + 2.",
    direction=Direction.GOOD,
    columns=columns("RP2010.TX_TOT_DIPLBAC2"),
    reading="en {year}, {value} des habitants {of} ont un diplôme de niveau bac + 2 ou plus",
)

HIGHER_WOMEN = replace(
    HIGHER,
    slug="part-bac-plus-2-femmes",
    label="Bac + 2 et plus parmi les femmes",
    subject="la part des femmes de niveau bac + 2 et plus",
    definition="Sur cent habitantes, nombre de celles qui ont au moins bac + 2.",
    columns=columns("RP2010.TX_F_DIPLBAC2"),
    reading="en {year}, {value} des habitantes {of} ont un diplôme de niveau bac + 2 ou plus",
)

SCHOOLING = replace(
    BELOW_BAC,
    slug="scolarisation-16-24-ans",
    label="Scolarisation des 16-24 ans",
    subject="le taux de scolarisation des 16-24 ans",
    definition="Sur cent jeunes de 16 à 24 ans, nombre de ceux qui sont élèves ou étudiants.",
    direction=Direction.GOOD,
    columns=columns("RP2010.TX_TOT_SCOL"),
    reading="en {year}, {value} des 16-24 ans {of} sont élèves ou étudiants",
)

SCHOOLING_WOMEN = replace(
    SCHOOLING,
    slug="scolarisation-16-24-ans-femmes",
    label="Scolarisation des femmes de 16-24 ans",
    subject="le taux de scolarisation des femmes de 16-24 ans",
    definition="Sur cent femmes de 16 à 24 ans, nombre de celles qui sont élèves ou étudiantes.",
    columns=columns("RP2010.TX_F_SCOL"),
    reading="en {year}, {value} des femmes de 16 à 24 ans {of} sont élèves ou étudiantes",
)

INDICATORS: tuple[Indicator, ...] = (
    BELOW_BAC,
    BELOW_BAC_WOMEN,
    BAC,
    HIGHER,
    HIGHER_WOMEN,
    SCHOOLING,
    SCHOOLING_WOMEN,
)
