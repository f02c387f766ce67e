"""The files of a territory as they lie in git: read whole as text, and named by their hash."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from dashboard import catalogue
from dashboard.domain import settings
from dashboard.domain.settings import Settings
from dashboard.schema import TABLES, Problem, Record, Unreadable, read_table, records_of
from dashboard.schema.folder import SETTINGS
from dashboard.schema.outlines import read_outlines
from dashboard.store.archive import ARRAYS
from dashboard.system import progress

FORMAT = "29"
"""Raised when what a publication holds changes under the same names: the same sources then give
another hash. A new array gives one by itself."""


BLOCK = 1 << 20
"""Bytes of a file that are hashed at once."""


Understood = TypeVar("Understood")


class NotPublishable(Exception):
    """A publication that cannot be made; ``problem`` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem, whose sentence is the text of the exception."""
        super().__init__(problem.sentence())
        self.problem = problem


@dataclass(frozen=True)
class Sources:
    """Everything read from one folder: settings, tables (all text), GeoJSON documents."""

    folder: Path
    settings: Settings
    themes: tuple[dict[str, str], ...]
    tables: dict[str, pd.DataFrame]
    shapes: dict[str, dict[str, Any]]

    def table(self, name: str) -> pd.DataFrame:
        """A table by its name without extension; without rows where the file is missing."""
        return self.tables.get(name, pd.DataFrame())

    def rows(self, name: str) -> list[Record]:
        """The rows of a small table."""
        return list(records_of(self.table(name)))


def digest(folder: Path) -> str:
    """The hash of every source file, of the format, of the arrays that are read and of what the
    catalogue measures: the name of its publication, 16 hexadecimal digits."""
    measured = (item.slug for item in catalogue.INDICATORS)
    read = " ".join((*ARRAYS, *TABLES["actions"].marks, *measured))
    total = hashlib.sha256(f"{FORMAT} {read}".encode())
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            total.update(path.name.encode() + b"\0")
            with path.open("rb") as file:
                for block in iter(lambda: file.read(BLOCK), b""):
                    total.update(block)
            total.update(b"\0")
    return total.hexdigest()[:16]


def load(folder: Path) -> Sources:
    """The sources of that folder; NotPublishable with a sentence where a file cannot be read."""
    if not (folder / SETTINGS).is_file():
        message = "ce dossier n’a pas de fichier territoire.toml."
        raise _refused(folder.name, message, "Vérifiez le nom du territoire.")
    return Sources(
        folder=folder,
        settings=_settings(folder / SETTINGS),
        themes=_themes(folder / SETTINGS),
        tables=dict(_tables(sorted(folder.glob("*.csv")))),
        shapes={path.stem: _geojson(path) for path in sorted(folder.glob("*.geojson"))},
    )


def _tables(paths: Iterable[Path]) -> Iterator[tuple[str, pd.DataFrame]]:
    for path, share in progress.shared_out((path, path.stat().st_size) for path in paths):
        with share:
            yield path.stem, _csv(path)


_COMPARE = "Comparez-le avec celui de data/exemple."


def _refused(file: str, message: str, remedy: str) -> NotPublishable:
    return NotPublishable(Problem(file, 0, "", "", message, remedy))


def _unreadable(path: Path, error: Exception) -> NotPublishable:
    return _refused(path.name, f"le fichier ne peut pas être lu ({error}).", "Réparez-le.")


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error


def _settings(path: Path) -> Settings:
    return _understood(path, settings.read)


def _themes(path: Path) -> tuple[dict[str, str], ...]:
    return _understood(path, settings.themes)


def _understood(path: Path, reader: Callable[[dict[str, Any]], Understood]) -> Understood:
    try:
        return reader(_toml(path))
    except KeyError as error:
        raise _refused(path.name, f"il manque le réglage {error}.", _COMPARE) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise _refused(path.name, f"un réglage n’est pas valable ({error}).", _COMPARE) from error


def _csv(path: Path) -> pd.DataFrame:
    try:
        return read_table(path).reset_index(drop=True)
    except Unreadable as error:
        raise NotPublishable(error.problem) from error


def _geojson(path: Path) -> dict[str, Any]:
    try:
        document: dict[str, Any] = read_outlines(path)
    except Unreadable as error:
        raise NotPublishable(error.problem) from error
    return document
