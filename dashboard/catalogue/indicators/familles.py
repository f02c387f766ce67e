"""Families and children among the households that receive a family allowance, on 31 December."""

from __future__ import annotations

from dataclasses import replace

from dashboard.catalogue.indicators.common import PRESUMED_LABEL, columns
from dashboard.catalogue.indicators.prestations import HOUSEHOLDS
from dashboard.domain import french
from dashboard.domain.indicator import Indicator

_ONLY = "Seuls les foyers qui reçoivent une prestation de la Caf sont comptés."


def _family(slug: str, column: str, label: str, subject: str, who: str) -> Indicator:
    """The recipient households of one kind; ``who`` completes « foyers allocataires … »."""
    return replace(
        HOUSEHOLDS,
        slug=f"allocataires-{slug}",
        theme="familles",
        label=label,
        subject=f"le nombre {french.elide('de', subject)}",
        definition=f"Nombre de foyers allocataires de la Caf {who}.",
        columns=columns(f"DEMO.{column}"),
        reading=f"fin {{year}}, {{at}}, on compte {{value}} foyer[s] allocataire[s] {who}",
        limits=f"{_ONLY} {HOUSEHOLDS.limits}",
    )


def _children(slug: str, column: str, ages: str) -> Indicator:
    """The children of recipient households; ``ages`` follows « enfants »."""
    return replace(
        HOUSEHOLDS,
        slug=f"enfants-{slug}",
        theme="familles",
        label=f"Enfants {ages}",
        subject=f"le nombre d’enfants {ages}",
        definition=f"Nombre d’enfants {ages} dans les foyers allocataires de la Caf.",
        columns=columns(f"DEMO.{column}"),
        reading=f"fin {{year}}, {{at}}, {{value}} enfant[s] {ages} [vit|vivent] dans un foyer "
        "allocataire de la Caf",
        limits=f"{_ONLY} {HOUSEHOLDS.limits}",
    )


def _presumed(item: Indicator) -> Indicator:
    return replace(item, limits=f"{PRESUMED_LABEL} {item.limits}")


ALL_CHILDREN = replace(
    _children("couverts-caf", "ENF", "couverts par la Caf"),
    definition="Nombre d’enfants de moins de 25 ans à charge dans les foyers allocataires.",
    reading="fin {year}, {value} enfant[s] {of} [vit|vivent] dans un foyer allocataire de la Caf",
)

INDICATORS: tuple[Indicator, ...] = (
    _family("monoparents", "AM", "Parents seuls", "parents seuls", "où un parent vit seul"),
    _family("isoles", "AI", "Personnes seules", "personnes seules", "d’une personne seule"),
    _family(
        "couples-sans-enfant",
        "ACSSENF",
        "Couples sans enfant",
        "couples sans enfant",
        "d’un couple sans enfant à charge",
    ),
    _family(
        "couples-avec-enfants",
        "ACAVENF",
        "Couples avec enfants",
        "couples avec enfants",
        "d’un couple avec au moins un enfant à charge",
    ),
    _family(
        "couples-3-enfants",
        "AC3ENF",
        "Couples avec trois enfants et plus",
        "couples avec trois enfants et plus",
        "d’un couple avec au moins trois enfants à charge",
    ),
    _presumed(
        _family(
            "etudiants",
            "A_ETUD",
            "Étudiants allocataires",
            "étudiants allocataires",
            "dont le responsable est étudiant",
        )
    ),
    _presumed(
        _family(
            "moins-25-ans-non-etudiants",
            "A_NETUD_24",
            "Allocataires de moins de 25 ans, hors étudiants",
            "jeunes de moins de 25 ans hors étudiants",
            "dont le responsable a moins de 25 ans sans être étudiant",
        )
    ),
    ALL_CHILDREN,
    _presumed(_children("moins-3-ans", "ENF_2", "de moins de 3 ans")),
    _children("3-5-ans", "ENF_3_5", "de 3 à 5 ans"),
    _children("6-10-ans", "ENF_6_10", "de 6 à 10 ans"),
    _children("11-14-ans", "ENF_11_14", "de 11 à 14 ans"),
    _children("15-17-ans", "ENF_15_17", "de 15 à 17 ans"),
    _children("18-24-ans", "ENF_18_24", "de 18 à 24 ans"),
)
