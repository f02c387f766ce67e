"""Employment: census estimates and subsidised contracts."""

from __future__ import annotations

from dataclasses import replace

from dashboard.catalogue.breaks import CENSUS
from dashboard.catalogue.indicators.common import (
    PEOPLE_LIMIT,
    RATE_TOLERANCE,
    REGISTER,
    SURVEY,
    WORK,
    columns,
)
from dashboard.domain.indicator import Direction, Indicator, Unit

EMPLOYMENT = Indicator(
    slug="taux-emploi",
    label="Taux d’emploi",
    subject="le taux d’emploi",
    definition="Sur cent habitants de 15 à 64 ans, nombre de ceux qui ont un emploi.",
    theme="emploi",
    pillars=(WORK,),
    unit=Unit.PERCENT,
    decimals=1,
    direction=Direction.GOOD,
    summable=False,
    low=0,
    high=100,
    source="insee-rp",
    columns=columns("IPRO.TX_TOT_EMPL", "RP2010.TX_TOT_EMPL", "QPV2024.taux_d_emploi"),
    breaks=CENSUS,
    reading="en {year}, {at}, {value} des habitants de 15 à 64 ans ont un emploi",
    limits=(
        "Ce n’est pas l’inverse du taux de chômage : élèves, étudiants et parents au foyer "
        f"comptent parmi ceux qui n’ont pas d’emploi. {SURVEY}"
    ),
    tolerance=RATE_TOLERANCE,
)

WOMEN_EMPLOYMENT = replace(
    EMPLOYMENT,
    slug="taux-emploi-femmes",
    label="Taux d’emploi des femmes",
    subject="le taux d’emploi des femmes",
    definition="Sur cent habitantes de 15 à 64 ans, nombre de celles qui ont un emploi.",
    columns=columns("IPRO.TX_F_EMPL", "RP2010.TX_F_EMPL"),
    reading="en {year}, {at}, {value} des habitantes de 15 à 64 ans ont un emploi",
)

FOREIGN_EMPLOYMENT = replace(
    EMPLOYMENT,
    slug="taux-emploi-etrangers",
    label="Taux d’emploi des étrangers",
    subject="le taux d’emploi des étrangers",
    definition=(
        "Sur cent habitants de 15 à 64 ans de nationalité étrangère, nombre de ceux qui ont un "
        "emploi."
    ),
    columns=columns("IPRO.TX_ET_EMPL", "RP2010.TX_ET_EMPL"),
    reading="en {year}, {at}, {value} des étrangers de 15 à 64 ans ont un emploi",
)

PRECARIOUS = replace(
    EMPLOYMENT,
    slug="part-emplois-precaires",
    label="Emplois précaires",
    subject="la part des emplois précaires",
    definition=(
        "Sur cent habitants qui ont un emploi, nombre de ceux dont l’emploi est précaire "
        "(contrat court, intérim, emploi aidé, apprentissage, stage)."
    ),
    direction=Direction.BAD,
    columns=columns("IPRO.TX_TOT_EPREC", "RP2010.TX_TOT_EPREC"),
    reading="en {year}, {value} des habitants {of} qui travaillent ont un emploi précaire",
    limits=(
        "Publié jusqu’aux données de 2016. Remplacé ensuite par la part des emplois à durée "
        f"limitée, dont la définition est autre : les deux ne se suivent pas. {SURVEY}"
    ),
)

WOMEN_PRECARIOUS = replace(
    PRECARIOUS,
    slug="part-emplois-precaires-femmes",
    label="Emplois précaires des femmes",
    subject="la part des emplois précaires chez les femmes",
    definition="Sur cent habitantes qui ont un emploi, nombre de celles dont il est précaire.",
    columns=columns("IPRO.TX_F_EPREC", "RP2010.TX_F_EPREC"),
    reading="en {year}, {value} des habitantes {of} qui travaillent ont un emploi précaire",
)

FOREIGN_PRECARIOUS = replace(
    PRECARIOUS,
    slug="part-emplois-precaires-etrangers",
    label="Emplois précaires des étrangers",
    subject="la part des emplois précaires chez les étrangers",
    definition=(
        "Sur cent habitants de nationalité étrangère qui ont un emploi, nombre de ceux dont il "
        "est précaire."
    ),
    columns=columns("IPRO.TX_ET_EPREC", "RP2010.TX_ET_EPREC"),
    reading="en {year}, {value} des étrangers {of} qui travaillent ont un emploi précaire",
)

LIMITED = replace(
    EMPLOYMENT,
    slug="part-emplois-duree-limitee",
    label="Emplois à durée limitée",
    subject="la part des emplois à durée limitée",
    definition=(
        "Sur cent habitants qui ont un emploi, nombre de ceux dont l’emploi a une fin prévue."
    ),
    direction=Direction.BAD,
    columns=columns("IPRO.TX_TOT_EDLIM"),
    breaks=(),
    reading="en {year}, {value} des habitants {of} qui travaillent ont un emploi à durée limitée",
    limits=(
        "Publié depuis les données de 2017. La définition n’est pas celle des emplois précaires "
        f"qu’il remplace : les deux ne se suivent pas. {SURVEY}"
    ),
)

WOMEN_LIMITED = replace(
    LIMITED,
    slug="part-emplois-duree-limitee-femmes",
    label="Emplois à durée limitée des femmes",
    subject="la part des emplois à durée limitée chez les femmes",
    definition="Sur cent habitantes qui ont un emploi, nombre de celles dont il a une fin prévue.",
    columns=columns("IPRO.TX_F_EDLIM"),
    reading="en {year}, {value} des habitantes {of} qui travaillent ont un emploi à durée limitée",
)

FOREIGN_LIMITED = replace(
    LIMITED,
    slug="part-emplois-duree-limitee-etrangers",
    label="Emplois à durée limitée des étrangers",
    subject="la part des emplois à durée limitée chez les étrangers",
    definition=(
        "Sur cent habitants de nationalité étrangère qui ont un emploi, nombre de ceux dont il a "
        "une fin prévue."
    ),
    columns=columns("IPRO.TX_ET_EDLIM"),
    reading="en {year}, {value} des étrangers {of} qui travaillent ont un emploi à durée limitée",
)

SUBSIDISED = Indicator(
    slug="contrats-aides",
    label="Contrats aidés",
    subject="le nombre de contrats aidés",
    definition="Nombre d’habitants en contrat aidé par l’État.",
    theme="emploi",
    pillars=(WORK,),
    unit=Unit.COUNT,
    decimals=0,
    direction=Direction.NEUTRAL,
    summable=True,
    low=0,
    high=PEOPLE_LIMIT,
    source="asp",
    columns=columns("IPRO.CA"),
    reading="en {year}, {value} habitant[s] {of} [est|sont] en contrat aidé",
    limits=(
        "Dépend surtout du nombre de contrats que l’État ouvre chaque année. L’année est déduite "
        "du nom du fichier."
    ),
)

SUBSIDISED_CHANGE = Indicator(
    slug="evolution-contrats-aides",
    label="Évolution des contrats aidés en un an",
    subject="l’évolution des contrats aidés en un an",
    definition="Variation du nombre de contrats aidés par rapport à l’année d’avant.",
    theme="emploi",
    pillars=(WORK,),
    unit=Unit.PERCENT,
    decimals=1,
    direction=Direction.NEUTRAL,
    summable=False,
    low=-100,
    high=1_000,
    source="asp",
    columns=columns("IPRO.EVOL_CA_N_E"),
    reading="en {year}, l’évolution des contrats aidés en un an est de {value} {at}",
    limits=f"Sur de petits nombres, quelques contrats font une forte variation. {REGISTER}",
    tolerance=RATE_TOLERANCE,
)

INDICATORS: tuple[Indicator, ...] = (
    EMPLOYMENT,
    WOMEN_EMPLOYMENT,
    FOREIGN_EMPLOYMENT,
    PRECARIOUS,
    WOMEN_PRECARIOUS,
    FOREIGN_PRECARIOUS,
    LIMITED,
    WOMEN_LIMITED,
    FOREIGN_LIMITED,
    SUBSIDISED,
    SUBSIDISED_CHANGE,
)
