"""The tables of Grand Chambéry as text, read once for the tests beside."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.schema import Record

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data" / "grand-chambery"
REFERENCE = ROOT.parent / "shared" / "reference" / "data"


@cache
def rows(name: str) -> tuple[Record, ...]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";"))


@cache
def values() -> dict[tuple[str, str, int], Record]:
    return {
        (row["territoire"], row["indicateur"], int(row["annee"])): row
        for row in rows("indicateurs")
    }


@cache
def amounts() -> dict[str, float]:
    return {row["action"]: float(row["montant"]) for row in rows("financements")}


@cache
def package() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    return found


def features(name: str) -> list[dict[str, Any]]:
    document = json.loads((FOLDER / f"{name}.geojson").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = document["features"]
    return found


def reference(path: str) -> list[Record]:
    with (REFERENCE / path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
