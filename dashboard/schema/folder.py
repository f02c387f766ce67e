"""The whole folder of a territory held against the schema."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd

from dashboard.domain import settings
from dashboard.domain.settings import Settings
from dashboard.schema.cross import check, known_of
from dashboard.schema.logo import logo_problems
from dashboard.schema.outlines import OutlinePlace, outline_problems, read_outlines
from dashboard.schema.problem import Problem, Problems, Unreadable
from dashboard.schema.reading import read_table
from dashboard.system import progress

SETTINGS = "territoire.toml"
READ, TRACED = 0.54, 0.56
"""How much of a check of a folder is done once its tables are read, and once its outlines are."""

Read = TypeVar("Read")


def check_folder(folder: Path) -> Problems:
    """Everything wrong in the settings and in the tables of that folder."""
    try:
        data = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        known, themes = settings.read(data), settings.themes(data)
    except OSError:
        return (_of_settings("le fichier manque, ou ne peut pas être lu."),)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return (_of_settings(f"le fichier ne peut pas être lu ({error})."),)
    except KeyError as error:
        return (_of_settings(f"il manque le réglage {error}."),)
    except (TypeError, ValueError, AttributeError) as error:
        return (_of_settings(f"un réglage n’est pas valable ({error})."),)
    with progress.stretch(0.0, READ):
        tables, wrong = _read(folder, "csv", read_table)
    with progress.stretch(READ, TRACED):
        shapes, amiss = _read(folder, "geojson", read_outlines)
    if wrong or amiss:
        return (*wrong, *amiss)
    with progress.stretch(TRACED, 1.0):
        return (*check_sources(tables, shapes, known, themes), *logo_problems(folder, known))


def check_sources(
    tables: Mapping[str, pd.DataFrame],
    shapes: Mapping[str, Any],
    known: Settings,
    themes: Sequence[Mapping[str, str]],
) -> Problems:
    """Everything wrong in the tables and in the outlines of a territory, once they are read."""
    found = check(tables, known_of(known, themes))
    if any(problem.blocking for problem in found):
        return found
    codes = frozenset(tables["territoires"]["code"])
    return (*found, *outline_problems(shapes, OutlinePlace(known.window, codes)))


def _of_settings(message: str) -> Problem:
    return Problem(SETTINGS, 0, "", "", message, "Comparez-le avec celui de data/exemple.")


def _read(
    folder: Path, suffix: str, reader: Callable[[Path], Read]
) -> tuple[dict[str, Read], Problems]:
    """Each file of that sort by its name, and what is wrong in those that cannot be read."""
    found, problems = {}, []
    paths = sorted(folder.glob(f"*.{suffix}"))
    for path, share in progress.shared_out((path, path.stat().st_size) for path in paths):
        try:
            with share:
                found[path.stem] = reader(path)
        except Unreadable as error:
            problems.append(error.problem)
    return found, tuple(problems)
