"""The rows of ``sources`` that an import brings, so that no figure lacks its origin."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.catalogue import SOURCES
from dashboard.importers.imported import Records
from dashboard.importers.territory_folder import TerritoryFolder, blank
from dashboard.schema import Record

OFFICIAL = "Fichier officiel importé"
COPY = "Repris d’une copie publique, à recharger du fichier officiel"


def used(territory: TerritoryFolder, table: str, otherwise: str) -> str:
    """The source that the rows of that table name already, else that other one."""
    return next((row["source"] for row in territory.rows(table) if row["source"]), otherwise)


def national(territory: TerritoryFolder, slugs: Iterable[str], file: str) -> Records:
    """The rows of these sources of the catalogue, with the file that was imported."""
    return tuple(row for slug in slugs for row in own(territory, _row(slug, file)))


def copied(territory: TerritoryFolder, slugs: Iterable[str], file: str) -> Records:
    """The same for a file that is only a public copy of the official ones."""
    obtained = {"obtention": f"{COPY} : {file}"}
    return tuple(row for slug in slugs for row in own(territory, _row(slug, file) | obtained))


def own(territory: TerritoryFolder, source: Record) -> Records:
    """The row of that source; one that the territory holds only gains the file imported."""
    for row in territory.rows("sources"):
        if row["id"] == source["id"]:
            told = source["obtention"] in row["obtention"]
            both = f"{row['obtention'].removesuffix('.')} ; {source['obtention']}"
            return () if told else (row | {"obtention": both},)
    return (source,)


def _row(slug: str, file: str) -> Record:
    source = SOURCES[slug]
    return blank(
        "sources",
        id=slug,
        titre=source.title,
        producteur=source.producer,
        licence=source.licence,
        millesime=source.vintage,
        obtention=f"{OFFICIAL} : {file}",
    )
