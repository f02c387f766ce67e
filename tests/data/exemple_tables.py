"""The tables of the fictional territory as the tests read them."""

from __future__ import annotations

import csv
import json
import tomllib
from pathlib import Path
from typing import Any

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data" / "exemple"

Rows = list[dict[str, str]]


def rows(name: str) -> Rows:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def shapes(name: str) -> dict[str, BaseGeometry]:
    document = json.loads((FOLDER / f"{name}.geojson").read_text(encoding="utf-8"))
    found = [(item["properties"]["code"], item["geometry"]) for item in document["features"]]
    return {code: shape(geometry) for code, geometry in found}


def toml() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "territoire.toml").read_text(encoding="utf-8"))


def quarters() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in rows("territoires") if row["genre"] in ("qpv", "qva")}
