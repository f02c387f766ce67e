"""What every table of the fictional territory shares: the draw, the years, the source, the files."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dashboard.domain import french
from dashboard.schema import TABLES

SEED = "auzelande"
SOURCE = "territoire-fictif"
FIRST_YEAR = 2015
LAST_YEAR = 2024
YEARS = tuple(range(FIRST_YEAR, LAST_YEAR + 1))

RawRow = Mapping[str, object]


def draw(name: str) -> random.Random:
    """The draw of one subject: a change in one table leaves every other table as it was."""
    return random.Random(f"{SEED}:{name}")


def table(name: str, rows: Iterable[RawRow]) -> str:
    """The CSV file of that table, columns in the order of its schema; a stray one is refused."""
    buffer = io.StringIO()
    fields = {field.name: field for field in TABLES[name].fields}
    header = list(fields)
    writer = csv.DictWriter(buffer, header, delimiter=";", lineterminator="\n", restval="")
    writer.writeheader()
    coded = {key for key, field in fields.items() if field.values}
    writer.writerows(
        {key: str(value) if key in coded else _cell(value) for key, value in _filled(row)}
        for row in rows
    )
    return buffer.getvalue()


def _filled(row: RawRow) -> Iterator[tuple[str, object]]:
    return ((key, "" if value is None else value) for key, value in row.items())


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, tuple):
        return "|".join(str(part) for part in value)
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return french.typeset(value) if isinstance(value, str) else str(value)


def collection(features: Iterable[Mapping[str, Any]]) -> str:
    """A GeoJSON file, one feature a line so that a change can be read."""
    lines = [json.dumps(feature, ensure_ascii=False, sort_keys=True) for feature in features]
    body = ",\n".join(lines)
    return f'{{"type": "FeatureCollection", "features": [\n{body}\n]}}\n'


def document(value: object) -> str:
    """A JSON file, indented."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
