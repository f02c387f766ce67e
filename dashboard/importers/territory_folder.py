"""The territory that an import lands on: its settings and its tables as they stand."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from dashboard.domain import french
from dashboard.importers.imported import Records, refuse
from dashboard.importers.placing import DegreeBox
from dashboard.schema import TABLES, Record, Unreadable, read_table, records_of
from dashboard.schema.folder import SETTINGS
from dashboard.system import progress

SHAPES = "contours_quartiers"


@dataclass(frozen=True)
class TerritoryFolder:
    """The folder of a territory, read whole."""

    folder: Path
    settings: Mapping[str, Any]
    tables: Mapping[str, Records]
    shapes: Mapping[str, Any]

    def rows(self, name: str) -> Records:
        """The rows of a table; none where the file is missing."""
        return self.tables.get(name, ())

    def codes(self, *kinds: str) -> frozenset[str]:
        """The codes of the territories of these kinds."""
        return frozenset(row["code"] for row in self.rows("territoires") if row["genre"] in kinds)

    def names(self, *kinds: str) -> tuple[str, ...]:
        """The names of the territories of these kinds."""
        return tuple(row["nom"] for row in self.rows("territoires") if row["genre"] in kinds)

    @cached_property
    def commune_words(self) -> frozenset[str]:
        """The names of its communes, as ``folded``."""
        return frozenset(folded(name) for name in self.names("commune"))

    @cached_property
    def holders(self) -> Mapping[str, Record]:
        """The first action of each holder, by the holder's identifier."""
        return {row["porteur_id"]: row for row in reversed(self.rows("actions"))}

    @property
    def department(self) -> str:
        """The code of the département, from that of the central commune: ``73``, ``974``."""
        commune = str(self.settings.get("commune_centre", ""))
        return commune[:3] if commune.startswith("97") else commune[:2]

    @property
    def box(self) -> DegreeBox:
        """Where the territory stands; Refused where its settings do not say it."""
        try:
            west, south, east, north = (float(value) for value in self.settings["emprise"])
        except (KeyError, TypeError, ValueError) as error:
            message = "le réglage « emprise » manque ou n’est pas valable."
            remedy = "Écrivez emprise = [ouest, sud, est, nord], en degrés."
            raise refuse(SETTINGS, message, remedy) from error
        return DegreeBox.around(west, south, east, north)

    @property
    def name(self) -> str:
        """The name of the agglomeration."""
        return str(self.settings.get("nom", self.folder.name))


def open_territory(folder: Path) -> TerritoryFolder:
    """The territory in that folder; Refused where one of its own files cannot be read."""
    settings = folder / SETTINGS
    if not settings.is_file():
        raise refuse(
            folder.name,
            "ce dossier n’est pas celui d’un territoire : territoire.toml manque.",
            "Vérifiez le nom donné à --territoire.",
        )
    try:
        return TerritoryFolder(
            folder,
            tomllib.loads(settings.read_text(encoding="utf-8")),
            dict(_tables(folder)),
            _shapes(folder / f"{SHAPES}.geojson"),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, json.JSONDecodeError) as error:
        remedy = "Réparez ce fichier avant d’importer."
        raise refuse(folder.name, f"un fichier ne peut pas être lu ({error}).", remedy) from error
    except Unreadable as error:
        problem = error.problem
        raise refuse(problem.file, problem.message, problem.remedy, problem.row) from error


@lru_cache(maxsize=10_000)
def folded(text: str) -> str:
    """The text folded to words of letters and digits, one space between and around."""
    folded = "".join(char if char.isalnum() else " " for char in french.fold(text))
    return f" {' '.join(folded.split())} "


def names_one_of(text: str, names: Iterable[str]) -> str:
    """The first of these names (already as ``folded``) that the text (idem) holds, or nothing."""
    return next((name for name in names if name in text), "")


def _tables(folder: Path) -> Iterator[tuple[str, Records]]:
    """The rows of each table by its name; none where its file is missing."""
    paths = {name: folder / table.file for name, table in TABLES.items()}
    held = [(name, path.stat().st_size) for name, path in paths.items() if path.is_file()]
    yield from ((name, ()) for name in paths.keys() - dict(held).keys())
    for name, share in progress.shared_out(held):
        with share:
            yield name, records_of(read_table(paths[name]))


def _shapes(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {"type": "FeatureCollection", "features": []}
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def blank(table: str, **cells: str) -> Record:
    """A row of that table with these cells, the others empty."""
    return {column: cells.get(column, "") for column in TABLES[table].header}
