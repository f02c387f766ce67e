"""A version as a folder that other tools read (Frictionless data package), and back.

Fields come from the one declaration of the tables; sources, licences, vintages and how each file
was obtained come from its own ``source`` column and from ``sources.csv``.
"""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.depot.compare import readable
from dashboard.depot.contents import written
from dashboard.depot.kept_files import KeptFiles
from dashboard.depot.refusal import DISK, NotKept
from dashboard.depot.version import Files, Version, VersionOrigin, checksum, sha256
from dashboard.domain import french, logo
from dashboard.importers.door.file import open_document
from dashboard.importers.imported import Refused as NotTaken
from dashboard.schema import TABLES, Record, table_schema

SourceRecords = dict[str, Record]

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
LOGO = {
    "name": "logo",
    "path": logo.FILE,
    "title": "Logo",
    "format": "png",
    "mediatype": "image/png",
}
"""What a package says of the logo: it is no open data, and bears no licence."""
SETTINGS, DESCRIPTION = "territoire.toml", "datapackage.json"
CHOICES = {
    "name": "reglages",
    "path": SETTINGS,
    "title": "Réglages du territoire",
    "format": "toml",
    "mediatype": "application/toml",
    "encoding": "utf-8",
}
"""What a package says of the settings: whoever copies what it lists copies them too."""
KINDS = (".csv", ".geojson", ".toml")
"""How the names of the files of a territory end, but for that of its logo."""
REMEMBERED = 512
"""Files that stand in folders whose hashes are kept in memory, as long as they do not change."""
PROVENANCE = "depot"
"""The property of a package that says all that is known of its version; ``version``, that of the
standard, is its number alone."""


def export(version: Version, files: Files, folder: Path) -> None:
    """Write that version in a new folder, described; NotKept where the folder is there already."""
    known = json.loads(version.text())
    package = described(files) | {"version": str(version.number), PROVENANCE: known}
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    try:
        written({**files, DESCRIPTION: text.encode()}, folder)
    except FileExistsError as error:
        raise NotKept(f"« {folder} » existe déjà : donnez un dossier qui n’existe pas.") from error
    except OSError as error:
        raise NotKept(f"« {folder} » n’a pas pu être écrit : {DISK}.") from error


def taken(folder: Path, slug: str) -> tuple[dict[str, bytes], VersionOrigin]:
    """The files of a folder of that territory, a package or not, and where they come from.

    NotKept where the folder is not that of the territory, or holds what no territory has. The
    description of a package is left: it is made again from the files.
    """
    files = {name: _content(folder / name) for name in _names(folder)}
    _of_territory(files, slug)
    sums = {name: sha256(content) for name, content in files.items()}
    return files, VersionOrigin(_said(folder, sums), checksum(sums), *_provenances(files))


def _names(folder: Path) -> list[str]:
    """The files of that folder that are of a territory; NotKept for one that none has."""
    names = sorted(path.name for path in _listed(folder) if not path.name.startswith("."))
    strange = [name for name in names if name != DESCRIPTION and not is_of_territory(name)]
    if strange:
        raise NotKept(f"« {strange[0]} » n’est pas un fichier de territoire : retirez-le.")
    return [name for name in names if name != DESCRIPTION]


def standing(folder: Path, slug: str) -> KeptFiles:
    """The files of such a folder as they stand, each read when it is asked for: one that did not
    change is not read again to be known. NotKept as ``taken``, then or when one is read."""
    names = _names(folder)
    files = KeptFiles(
        {name: _known(folder / name) for name in names}, lambda n: _content(folder / n)
    )
    _of_territory(files, slug)
    return files


def _known(path: Path) -> str:
    """The SHA-256 of that file."""
    try:
        told = path.stat()
    except OSError as error:
        raise NotKept("Ce dossier manque ou ne se lit pas : vérifiez ses droits.") from error
    return _sum(path, (told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns))


@lru_cache(REMEMBERED)
def _sum(path: Path, _: tuple[int, ...]) -> str:
    return sha256(_content(path))


def _provenances(files: Files) -> tuple[str, str]:
    """The source of these files, their number where there are several, and their licences; empty
    where they name none."""
    sources = readable("sources.csv", files)
    licences = dict.fromkeys(row.get("licence", "") for row in sources)
    named = [row.get("titre", "") for row in sources]
    several = french.counted(len(named), "source") if named else ""
    return named[0] if len(named) == 1 else several, ", ".join(filter(None, licences))


def is_of_territory(name: str) -> bool:
    """Whether a file of that name is one of a territory."""
    return Path(name).suffix in KINDS or name == logo.FILE


def _content(path: Path) -> bytes:
    try:
        return open_document(path).content
    except NotTaken as error:
        raise NotKept(str(error)) from error


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise NotKept("Ce dossier manque ou ne se lit pas : vérifiez ses droits.") from error


def _of_territory(files: Files, slug: str) -> None:
    try:
        held = tomllib.loads(files[SETTINGS].decode()).get("slug")
    except (KeyError, ValueError) as error:
        raise NotKept(f"{SETTINGS} manque ou ne se lit pas dans ce dossier.") from error
    if held != slug:
        raise NotKept(f"Ce dossier est celui de « {held} », non de « {slug} ».")


def _said(folder: Path, sums: Mapping[str, str]) -> str:
    """The name of a folder, of which version it is a package, and whether it is so still."""
    name = folder.resolve().name
    try:
        known = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))[PROVENANCE]
        since = "" if known["files"] == sums else ", changée depuis"
        return f"{name}, version {int(known['number'])} de {known['territory']}, exportée{since}"
    except (OSError, ValueError, KeyError, TypeError):
        return name


def described(files: Files) -> dict[str, Any]:
    """The data package of a territory: from its files alone, so that it cannot drift from them."""
    settings = tomllib.loads(files[SETTINGS].decode())
    sources = {row["id"]: row for row in _rows(files, "sources")}
    tables = [_table(files, name, sources) for name in TABLES if f"{name}.csv" in files]
    shapes = [_shape(name, sources) for name in SHAPES if f"{name}.geojson" in files]
    return {
        "profile": "data-package",
        "name": f"contrat-de-ville-{settings['slug']}",
        "title": _title(settings),
        "fictif": settings["fictif"],
        "sources": [_source(row) for row in sources.values()],
        "licenses": _licences(sources.values()),
        "resources": [*tables, *shapes, CHOICES, *([LOGO] if logo.FILE in files else [])],
    }


def _title(settings: Mapping[str, Any]) -> str:
    invented = " (territoire fictif)" if settings["fictif"] else ""
    return f"Contrat de ville {settings['genitif']}{invented}"


def _rows(files: Files, name: str) -> list[Record]:
    text = files.get(f"{name}.csv", b"").decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def _table(files: Files, name: str, sources: SourceRecords) -> dict[str, Any]:
    rows = _rows(files, name)
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
        **_provenance([sources[code] for code in used if code in sources]),
        "schema": table_schema(name),
    }


def _shape(name: str, sources: SourceRecords) -> dict[str, Any]:
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


def _provenance(used: list[Record]) -> dict[str, Any]:
    """Where a file comes from; a file without a source of its own is kept by the project."""
    return {
        "sources": [_source(row) for row in used] or [{"title": OURS}],
        "licenses": _licences(used) or _licences([{"licence": "Licence Ouverte 2.0"}]),
        "millesime": [row["millesime"] for row in used if row["millesime"]],
        "obtention": [row["obtention"] for row in used] or [OURS],
    }


def _source(row: Record) -> dict[str, str]:
    found = {"title": f"{row['producteur']}, {row['titre']}", "path": row["adresse"]}
    return {key: value for key, value in found.items() if value}


def _licences(rows: Any) -> list[dict[str, str]]:
    found = []
    for name in dict.fromkeys(row["licence"] for row in rows):
        code, path = LICENCES.get(name, ("", ""))
        licence = {"name": code or "other-attribution", "title": name, "path": path}
        found.append({key: value for key, value in licence.items() if value})
    return found
