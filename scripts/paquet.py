"""The description of the files of a territory (Frictionless data package), from the files alone.

    python -m scripts.paquet data/grand-chambery

Fields come from the one declaration of the tables; sources, licences, vintages and how each file
was obtained come from its own ``source`` column and from ``sources.csv``.
"""

from __future__ import annotations

import csv
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from dashboard.schema import TABLES, table_schema

Row = dict[str, str]
Sources = dict[str, Row]

LICENCES = {
    "Licence Ouverte 2.0": (
        "etalab-2.0",
        "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    ),
    "ODbL": ("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
}
SHAPES = {
    "communes": ("Limites des communes", "ign-admin-express"),
    "contours_quartiers": ("Tracés des quartiers", "anct-contours-qpv"),
    "eau": ("Lacs et rivières", "osm-eau"),
}
OURS = "Tableau tenu par le projet."


def main(folder: Path) -> None:
    """Write ``datapackage.json`` in that folder."""
    text = json.dumps(described(folder), ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def described(folder: Path) -> dict[str, Any]:
    """The data package of that territory."""
    settings = tomllib.loads((folder / "territoire.toml").read_text(encoding="utf-8"))
    sources = {row["id"]: row for row in _rows(folder / "sources.csv")}
    tables = [
        _table(folder, name, sources) for name in TABLES if (folder / f"{name}.csv").is_file()
    ]
    shapes = [_shape(name, sources) for name in SHAPES if (folder / f"{name}.geojson").is_file()]
    return {
        "profile": "data-package",
        "name": f"contrat-de-ville-{settings['slug']}",
        "title": f"Contrat de ville {settings['genitif']}",
        "fictif": settings["fictif"],
        "sources": [_source(row) for row in sources.values()],
        "licenses": _licences(sources.values()),
        "resources": [*tables, *shapes],
    }


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _table(folder: Path, name: str, sources: Sources) -> dict[str, Any]:
    rows = _rows(folder / f"{name}.csv")
    used = dict.fromkeys(row.get("source", "") for row in rows) if name != "sources" else {}
    return {
        "name": name,
        "path": f"{name}.csv",
        "title": TABLES[name].title,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";", "lineTerminator": "\n", "header": True},
        **_provenance([sources[code] for code in used if code]),
        "schema": table_schema(name),
    }


def _shape(name: str, sources: Sources) -> dict[str, Any]:
    title, source = SHAPES[name]
    return {
        "name": name,
        "path": f"{name}.geojson",
        "title": title,
        "format": "geojson",
        "mediatype": "application/geo+json",
        "encoding": "utf-8",
        **_provenance([sources[source]] if source in sources else []),
    }


def _provenance(used: list[Row]) -> dict[str, Any]:
    """Where a file comes from; a file without a source of its own is kept by the project."""
    return {
        "sources": [_source(row) for row in used] or [{"title": OURS}],
        "licenses": _licences(used) or _licences([{"licence": "Licence Ouverte 2.0"}]),
        "millesime": [row["millesime"] for row in used if row["millesime"]],
        "obtention": [row["obtention"] for row in used] or [OURS],
    }


def _source(row: Row) -> dict[str, str]:
    found = {"title": f"{row['producteur']}, {row['titre']}", "path": row["adresse"]}
    return {key: value for key, value in found.items() if value}


def _licences(rows: Any) -> list[dict[str, str]]:
    found = []
    for name in dict.fromkeys(row["licence"] for row in rows):
        code, path = LICENCES.get(name, ("", ""))
        licence = {"name": code or "other-attribution", "title": name, "path": path}
        found.append({key: value for key, value in licence.items() if value})
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
