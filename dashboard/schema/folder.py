"""The whole folder of a territory held against the schema."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pandas as pd

from dashboard.domain import settings
from dashboard.schema.cross import check, known_of
from dashboard.schema.problem import Problem, Problems, Unreadable
from dashboard.schema.reading import read_table

SETTINGS = "territoire.toml"


def check_folder(folder: Path) -> Problems:
    """Everything wrong in the settings and in the tables of that folder."""
    try:
        data = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        known = settings.read(data)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return (_of_settings(f"le fichier ne peut pas être lu ({error})."),)
    except KeyError as error:
        return (_of_settings(f"il manque le réglage {error}."),)
    except (TypeError, ValueError) as error:
        return (_of_settings(f"un réglage n’est pas valable ({error})."),)
    tables, unreadable = _tables(folder)
    if unreadable:
        return unreadable
    return check(tables, known_of(known, data.get("themes", ())))


def _of_settings(message: str) -> Problem:
    return Problem(SETTINGS, 0, "", "", message, "Comparez-le avec celui de data/exemple.")


def _tables(folder: Path) -> tuple[dict[str, pd.DataFrame], Problems]:
    tables, problems = {}, []
    for path in sorted(folder.glob("*.csv")):
        try:
            tables[path.stem] = read_table(path)
        except Unreadable as error:
            problems.append(error.problem)
    return tables, tuple(problems)
