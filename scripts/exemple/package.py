"""The description of the tables (Frictionless): files, dialect, fields, source, licence."""

from __future__ import annotations

from dashboard import schema
from dashboard.domain import french
from scripts.exemple.base import FIRST_YEAR, LAST_YEAR

LICENCE = {
    "name": "etalab-2.0",
    "title": "Licence Ouverte 2.0",
    "path": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
}
SOURCE = {"title": "Territoire fictif"}
HOW = french.typeset("Inventé par un tirage reproductible : python -m scripts.exemple")
VINTAGE = f"{FIRST_YEAR}-{LAST_YEAR}"
_OUTLINES = {
    "contours_quartiers": "Tracés des quartiers",
    "communes": "Limites des communes",
    "eau": "Rivière et lac",
}


def description(files: dict[str, str]) -> dict[str, object]:
    """The content of datapackage.json for those files (name → text)."""
    return {
        "profile": "tabular-data-package",
        "name": "contrat-de-ville-exemple",
        "title": "Contrat de ville d’Auzelande Agglomération (territoire fictif)",
        "description": "Lieux, actions et montants sont inventés pour montrer l’outil.",
        "fictif": True,
        "licenses": [LICENCE],
        "sources": [SOURCE],
        "millesime": VINTAGE,
        "obtention": HOW,
        "resources": [_resource(name) for name in sorted(files)],
    }


def _resource(name: str) -> dict[str, object]:
    stem, _, suffix = name.partition(".")
    kind = _outline(stem) if suffix == "geojson" else _table(stem)
    provenance = {
        "sources": [SOURCE],
        "licenses": [LICENCE],
        "millesime": VINTAGE,
        "obtention": HOW,
    }
    return {"name": stem, "path": name, "encoding": "utf-8", **kind, **provenance}


def _outline(stem: str) -> dict[str, object]:
    return {
        "title": _OUTLINES[stem],
        "format": "geojson",
        "mediatype": "application/geo+json",
    }


def _table(stem: str) -> dict[str, object]:
    return {
        "title": schema.TABLES[stem].title,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": {"delimiter": ";", "lineTerminator": "\n", "header": True},
        "schema": schema.table_schema(stem),
    }
