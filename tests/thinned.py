"""A small territory for tests that publish again and again: the fictional one, one line in ten."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

KEPT = 10
"""One action in so many; those that an orientation names stay."""
SINCE = 2019
"""The first year of the values of indicators that stay."""
OF_ACTIONS = ("financements", "beneficiaires")

Rows = list[dict[str, str]]


def thinned(source: Path, target: Path) -> Path:
    """A copy of that territory with few lines, all valid; gives its folder."""
    folder = Path(shutil.copytree(source, target))
    named = {row["cible"] for row in rows(folder, "orientations_liens")}
    actions = rows(folder, "actions")
    codes = {row["id"] for row in actions[::KEPT]} | {row["id"] for row in actions} & named
    keep(folder, "actions", lambda row: row["id"] in codes)
    for table in OF_ACTIONS:
        keep(folder, table, lambda row: row["action"] in codes)
    keep(folder, "indicateurs", lambda row: int(row["annee"]) >= SINCE)
    return folder


def rows(folder: Path, table: str) -> Rows:
    text = (folder / f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def keep(folder: Path, table: str, wanted: Callable[[dict[str, str]], bool]) -> None:
    """Leave in that table the rows that are wanted."""
    every = rows(folder, table)
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(every[0]), delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in every if wanted(row))
