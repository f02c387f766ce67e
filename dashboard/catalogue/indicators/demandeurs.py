"""Job-seekers on 31 December, and their change in a year: a count, never an unemployment rate."""

from __future__ import annotations

from dataclasses import replace

from dashboard.catalogue.indicators.common import (
    PEOPLE_LIMIT,
    PRESUMED_LABEL,
    RATE_TOLERANCE,
    REGISTER,
    WORK,
    columns,
)
from dashboard.domain import french
from dashboard.domain.indicator import Direction, Indicator, Unit

_RATE = "Ce n’est pas un taux de chômage : il n’en existe pas d’officiel par quartier."
_ABC = "tenus de chercher un emploi, qu’ils aient ou non travaillé dans le mois"

ALL_ABC = Indicator(
    slug="demandeurs-emploi-abc",
    label="Demandeurs d’emploi (A, B, C)",
    subject="le nombre de demandeurs d’emploi",
    definition=(
        "Nombre d’habitants inscrits à France Travail en fin d’année dans les catégories A, B "
        f"et C : {_ABC}."
    ),
    theme="demandeurs-emploi",
    pillars=(WORK,),
    unit=Unit.COUNT,
    decimals=0,
    direction=Direction.BAD,
    summable=True,
    low=0,
    high=PEOPLE_LIMIT,
    source="france-travail",
    columns=columns("IPRO.ABC"),
    reading="fin {year}, {value} habitant[s] {of} [est|sont] demandeur[s] d’emploi",
    limits=f"{_RATE} {REGISTER}",
)

WITHOUT_WORK = replace(
    ALL_ABC,
    slug="demandeurs-emploi-a",
    label="Demandeurs d’emploi sans activité (A)",
    subject="le nombre de demandeurs d’emploi sans activité",
    definition=(
        "Nombre d’habitants inscrits à France Travail en fin d’année qui n’ont pas travaillé du "
        "mois (catégorie A)."
    ),
    columns=columns("IPRO.A"),
    reading="fin {year}, {value} habitant[s] {of} [cherche|cherchent] un emploi "
    "sans avoir travaillé du mois",
)

REGISTERED = replace(
    ALL_ABC,
    slug="demandeurs-emploi-abcde",
    label="Inscrits à France Travail (A à E)",
    subject="le nombre d’inscrits à France Travail",
    definition=(
        "Nombre d’habitants inscrits à France Travail en fin d’année, toutes catégories, y compris "
        "ceux en formation, en maladie ou en contrat aidé."
    ),
    columns=columns("IPRO.ABCDE"),
    reading="fin {year}, {value} habitant[s] {of} [est|sont] inscrit[s] à France Travail",
)


def _part(slug: str, column: str, label: str, subject: str, who: str, reading: str) -> Indicator:
    """The job-seekers of one group; ``who`` completes « Nombre d’habitants … »."""
    return replace(
        ALL_ABC,
        slug=f"demandeurs-emploi-{slug}",
        label=label,
        subject=f"le nombre {french.elide('de', subject)}",
        definition=f"Nombre {who}, en fin d’année.",
        columns=columns(f"IPRO.{column}"),
        reading=f"fin {{year}}, {{at}}, {{value}} {reading}",
    )


_IN_ABC = "inscrits à France Travail (catégories A, B et C)"

BY_SEX = (
    _part(
        "femmes",
        "ABC_F",
        "Femmes demandeuses d’emploi",
        "femmes demandeuses d’emploi",
        "d’habitantes inscrites à France Travail (catégories A, B et C)",
        "habitante[s] [est demandeuse|sont demandeuses] d’emploi",
    ),
    _part(
        "hommes",
        "ABC_H",
        "Hommes demandeurs d’emploi",
        "hommes demandeurs d’emploi",
        f"d’hommes {_IN_ABC}",
        "homme[s] [est|sont] demandeur[s] d’emploi",
    ),
    _part(
        "abcde-femmes",
        "ABCDE_F",
        "Femmes inscrites à France Travail (A à E)",
        "femmes inscrites à France Travail",
        "d’habitantes inscrites à France Travail, toutes catégories",
        "habitante[s] [est inscrite|sont inscrites] à France Travail",
    ),
    _part(
        "abcde-hommes",
        "ABCDE_H",
        "Hommes inscrits à France Travail (A à E)",
        "hommes inscrits à France Travail",
        "d’hommes inscrits à France Travail, toutes catégories",
        "homme[s] [est|sont] inscrit[s] à France Travail",
    ),
)

BY_AGE = (
    _part(
        "moins-26-ans",
        "ABC_25",
        "Demandeurs d’emploi de moins de 26 ans",
        "demandeurs d’emploi de moins de 26 ans",
        f"d’habitants de moins de 26 ans {_IN_ABC}",
        "habitant[s] de moins de 26 ans [est|sont] demandeur[s] d’emploi",
    ),
    _part(
        "26-49-ans",
        "ABC_2649",
        "Demandeurs d’emploi de 26 à 49 ans",
        "demandeurs d’emploi de 26 à 49 ans",
        f"d’habitants de 26 à 49 ans {_IN_ABC}",
        "habitant[s] de 26 à 49 ans [est|sont] demandeur[s] d’emploi",
    ),
    _part(
        "50-ans-et-plus",
        "ABC_50",
        "Demandeurs d’emploi de 50 ans et plus",
        "demandeurs d’emploi de 50 ans et plus",
        f"d’habitants de 50 ans et plus {_IN_ABC}",
        "habitant[s] de 50 ans et plus [est|sont] demandeur[s] d’emploi",
    ),
)

BY_LEVEL = (
    _part(
        "sous-cap",
        "ABC_INFCAPBEP",
        "Demandeurs d’emploi sans CAP ni BEP",
        "demandeurs d’emploi sans CAP ni BEP",
        f"d’habitants d’un niveau inférieur au CAP ou au BEP, {_IN_ABC}",
        "demandeur[s] d’emploi n’[a|ont] ni CAP ni BEP",
    ),
    _part(
        "cap-bep",
        "ABC_CAPBEP",
        "Demandeurs d’emploi de niveau CAP ou BEP",
        "demandeurs d’emploi de niveau CAP ou BEP",
        f"d’habitants de niveau CAP ou BEP {_IN_ABC}",
        "demandeur[s] d’emploi [est|sont] de niveau CAP ou BEP",
    ),
    _part(
        "bac",
        "ABC_BAC",
        "Demandeurs d’emploi de niveau bac",
        "demandeurs d’emploi de niveau bac",
        f"d’habitants de niveau bac {_IN_ABC}",
        "demandeur[s] d’emploi [est|sont] de niveau bac",
    ),
    _part(
        "plus-que-bac",
        "ABC_SUPBAC",
        "Demandeurs d’emploi de niveau supérieur au bac",
        "demandeurs d’emploi de niveau supérieur au bac",
        f"d’habitants d’un niveau supérieur au bac {_IN_ABC}",
        "demandeur[s] d’emploi [a|ont] fait des études après le bac",
    ),
)

OTHER = (
    _part(
        "rsa",
        "ABC_RSA",
        "Demandeurs d’emploi qui reçoivent le RSA",
        "demandeurs d’emploi qui reçoivent le RSA",
        f"d’habitants {_IN_ABC} qui reçoivent le RSA",
        "demandeur[s] d’emploi [reçoit|reçoivent] le RSA",
    ),
    _part(
        "francais",
        "ABC_FR",
        "Demandeurs d’emploi de nationalité française",
        "demandeurs d’emploi de nationalité française",
        f"d’habitants de nationalité française {_IN_ABC}",
        "demandeur[s] d’emploi [est|sont] de nationalité française",
    ),
    _part(
        "etrangers",
        "ABC_E",
        "Demandeurs d’emploi de nationalité étrangère",
        "demandeurs d’emploi de nationalité étrangère",
        f"d’habitants de nationalité étrangère {_IN_ABC}",
        "demandeur[s] d’emploi [est|sont] de nationalité étrangère",
    ),
)


def _since(slug: str, rank: int, length: str) -> Indicator:
    """The job-seekers registered for that long; the file does not document the classes."""
    item = _part(
        slug,
        f"ABC_DUR{rank}",
        f"Demandeurs d’emploi inscrits depuis {length}",
        f"demandeurs d’emploi inscrits depuis {length}",
        f"d’habitants {_IN_ABC} depuis {length}",
        f"demandeur[s] d’emploi [est|sont] inscrit[s] depuis {length}",
    )
    return replace(item, limits=f"{PRESUMED_LABEL} {item.limits}")


BY_LENGTH = (
    _since("moins-6-mois", 1, "moins de six mois"),
    _since("6-12-mois", 2, "six mois à un an"),
    _since("1-2-ans", 3, "un à deux ans"),
    _since("plus-2-ans", 4, "plus de deux ans"),
)

ABC_CHANGE = Indicator(
    slug="evolution-demandeurs-emploi-abc",
    label="Évolution des demandeurs d’emploi en un an",
    subject="l’évolution du nombre de demandeurs d’emploi en un an",
    definition=(
        "Variation du nombre de demandeurs d’emploi (catégories A, B et C) entre le dernier "
        "trimestre et celui de l’année d’avant."
    ),
    theme="demandeurs-emploi",
    pillars=(WORK,),
    unit=Unit.PERCENT,
    decimals=1,
    direction=Direction.BAD,
    summable=False,
    low=-100,
    high=1_000,
    source="france-travail",
    columns=columns("IPRO.EVOL_ABC_T4"),
    reading="fin {year}, l’évolution des demandeurs d’emploi en un an est de {value} {at}",
    limits=f"Calculée par la source, sur l’année présumée. {_RATE}",
    tolerance=RATE_TOLERANCE,
)

A_CHANGE = replace(
    ABC_CHANGE,
    slug="evolution-demandeurs-emploi-a",
    label="Évolution des demandeurs d’emploi sans activité en un an",
    subject="l’évolution du nombre de demandeurs d’emploi sans activité en un an",
    definition=(
        "Variation du nombre de demandeurs d’emploi sans activité (catégorie A) entre le dernier "
        "trimestre et celui de l’année d’avant."
    ),
    columns=columns("IPRO.EVOL_A_T4"),
    reading="fin {year}, l’évolution des demandeurs d’emploi sans activité en un an est de "
    "{value} {at}",
)

INDICATORS: tuple[Indicator, ...] = (
    ALL_ABC,
    WITHOUT_WORK,
    REGISTERED,
    *BY_SEX,
    *BY_AGE,
    *BY_LEVEL,
    *OTHER,
    *BY_LENGTH,
    ABC_CHANGE,
    A_CHANGE,
)
