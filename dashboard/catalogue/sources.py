"""The national sources of the indicators and of the grants: who produces them, under which licence.

A territory tells in its own ``sources.csv`` which files it holds and how it got them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

OPEN_LICENCE = "Licence Ouverte 2.0"
FREE_REUSE = "réutilisation libre, source à citer"


@dataclass(frozen=True, slots=True)
class Source:
    """One source; ``label`` is what the source line of a figure says before the years."""

    slug: str
    title: str
    producer: str
    licence: str
    vintage: str
    label: str


_ALL = (
    Source(
        "insee-filosofi",
        "Dispositif sur les revenus localisés sociaux et fiscaux (Filosofi)",
        "Insee, DGFiP, Cnaf, Cnav, CCMSA",
        FREE_REUSE,
        "L’année est celle des revenus, pas celle du fichier.",
        "Insee, Filosofi",
    ),
    Source(
        "insee-rp",
        "Estimations démographiques sur les quartiers, recensement de la population",
        "Insee",
        FREE_REUSE,
        "L’année est celle du recensement, qui réunit cinq années d’enquête.",
        "Insee, recensement",
    ),
    Source(
        "insee-filosofi-2024",
        "Revenus, pauvreté et niveau de vie en 2021, quartiers de 2024 (Filosofi)",
        "Insee, DGFiP, Cnaf, Cnav, CCMSA",
        FREE_REUSE,
        "Revenus de 2021, taux arrondis à l’unité.",
        "Insee, Filosofi",
    ),
    Source(
        "insee-qpv-2024",
        "Données sur les quartiers 2024 de la politique de la ville",
        "Insee, Cnaf et SDES, diffusé par l’Insee",
        FREE_REUSE,
        "Population de 2020 ; recensement de 2020, Caf et logements sociaux de 2022 : années "
        "présumées.",
        "Insee, données sur les quartiers",
    ),
    Source(
        "insee-demo",
        "Population municipale des quartiers de la politique de la ville",
        "Insee",
        FREE_REUSE,
        "Populations de 2013 et de 2018.",
        "Insee, populations",
    ),
    Source(
        "caf",
        "Allocataires des Caf dans les quartiers, au 31 décembre",
        "Cnaf, diffusé par l’Insee",
        FREE_REUSE,
        "L’année est présumée : celle qui précède le fichier.",
        "Cnaf",
    ),
    Source(
        "cnam",
        "Assurés de l’assurance maladie dans les quartiers, au 31 décembre",
        "Cnam, diffusé par l’Insee",
        FREE_REUSE,
        "L’année est présumée : celle qui précède le fichier.",
        "Cnam",
    ),
    Source(
        "france-travail",
        "Demandeurs d’emploi en fin de mois dans les quartiers, au 31 décembre",
        "France Travail (Pôle emploi jusqu’en 2023) et Dares, diffusé par l’Insee",
        FREE_REUSE,
        "L’année est présumée : celle qui précède le fichier.",
        "France Travail",
    ),
    Source(
        "asp",
        "Contrats aidés des habitants des quartiers",
        "Agence de services et de paiement, diffusé par l’Insee",
        FREE_REUSE,
        "L’année est présumée : celle qui précède le fichier.",
        "ASP",
    ),
    Source(
        "rpls",
        "Répertoire des logements locatifs des bailleurs sociaux",
        "SDES",
        FREE_REUSE,
        "Situation au 1er janvier, année 2022 présumée.",
        "SDES, RPLS",
    ),
    Source(
        "anct-p147",
        "Subventions politique de la ville (programme 147)",
        "ANCT",
        OPEN_LICENCE,
        "Montants engagés dans l’année.",
        "ANCT, programme 147",
    ),
    Source(
        "gis-pro",
        "Export GIS-PRO des actions de la politique de la ville (programme 147)",
        "État, services de la politique de la ville",
        FREE_REUSE,
        "Montants engagés dans l’année.",
        "État, programme 147",
    ),
    Source(
        "ign-admin-express",
        "Limites des communes (Admin Express COG)",
        "IGN",
        OPEN_LICENCE,
        "",
        "IGN",
    ),
)

SOURCES: Mapping[str, Source] = MappingProxyType({item.slug: item for item in _ALL})
"""Every source by its identifier."""
