"""What an import changes in a territory, and the writing of it: all of it, or nothing.

A row that staff corrected keeps what was corrected. A gap never replaces a value that another
official file gave.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard import schema
from dashboard.domain.funding import Origin
from dashboard.importers.ground import SHAPES, Ground
from dashboard.importers.imported import Changes, Imported, Row, Rows
from dashboard.importers.unusual import questions
from dashboard.importers.writing.swap import replaced
from dashboard.schema import TABLES, Problems

_CORRECTED = {
    "pilier_origine": ("pilier", "pilier_origine", "pilier_regle"),
    "theme_origine": ("theme", "theme_origine"),
    "quartier_origine": ("quartiers", "quartier_origine"),
}
_FEW = 3
"""Rows that may go without a word."""
_SAID_ONCE = ("note", "pas")
"""Columns that a file which leaves them empty does not unsay, where the value is the same."""
_SILENT = ("fichier",)
"""Columns whose change alone is none: another edition gives the same value."""


@dataclass(frozen=True)
class Plan:
    """The territory as it would stand after the import, and what that changes.

    ``problems`` forbids to write it; ``questions`` holds what is out of the usual, to confirm.
    """

    imported: Imported
    tables: Mapping[str, Rows]
    shapes: Mapping[str, Any] | None
    problems: Problems
    questions: Problems = ()

    @property
    def nothing(self) -> bool:
        """Whether every file stays as it is."""
        return all(change.nothing for change in self.imported.changes)

    @property
    def sweeping(self) -> bool:
        """Whether some table loses more than half of what the file stands for."""
        return any(change.sweeping for change in self.imported.changes)


def plan(imported: Imported, ground: Ground) -> Plan:
    """What the import would make of the territory; nothing is written.

    ``problems`` holds what the tables would then have wrong and had not before: any of them
    forbids the writing. A file none of whose rows is taken changes nothing, sources included.
    """
    if imported.account.rows and not imported.account.taken:
        imported = replace(imported, taken={}, shapes={})
    merged = {name: _merged(name, imported, ground) for name in imported.taken}
    shapes, outlines = _outlines(imported, ground)
    changes = tuple(change for _, change in merged.values())
    tables = {name: rows for name, (rows, change) in merged.items() if not change.nothing}
    compared = replace(imported, changes=(*changes, *outlines))
    asked = questions(ground.tables, tables)
    return Plan(compared, tables, shapes, _new_problems(ground, tables), asked)


def write(planned: Plan, folder: Path) -> tuple[str, ...]:
    """Write the files that change, all in one act; gives their names. On failure none changed."""
    texts = {TABLES[name].file: csv_text(name, rows) for name, rows in planned.tables.items()}
    if planned.shapes is not None:
        texts[f"{SHAPES}.geojson"] = geojson_text(planned.shapes)
    replaced(folder, {name: text.encode() for name, text in texts.items()})
    return tuple(sorted(texts))


def csv_text(name: str, rows: Rows) -> str:
    """The text of that table, header first."""
    stream = io.StringIO(newline="")
    header = list(TABLES[name].header)
    writer = csv.DictWriter(stream, header, restval="", delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def geojson_text(document: Mapping[str, Any]) -> str:
    """The text of the document, one feature a line so that a change reads in a pull request."""
    features = (
        json.dumps(item, ensure_ascii=False, sort_keys=True) for item in document["features"]
    )
    return '{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n"


def _merged(name: str, imported: Imported, ground: Ground) -> tuple[Rows, Changes]:
    key = TABLES[name].key
    new = {tuple(row[column] for column in key): row for row in imported.taken[name]}
    scopes = imported.scopes.get(name, ())
    found: list[Row] = []
    count: Counter[str] = Counter()
    for held in ground.rows(name):
        fresh = new.pop(tuple(held[column] for column in key), None)
        row, verdict = _settle(held, fresh, scopes)
        count[verdict] += 1
        count["corrected"] += _is_held(held, fresh)
        found.extend([row] if row else [])
    count["added"] = len(new)
    kept = {tuple(row[column] for column in key) for row in found}
    swept = _swept(ground.rows(name), kept, key, scopes)
    return (*found, *new.values()), Changes(name, **count, swept=swept)


def _swept(
    rows: Rows, kept: set[tuple[str, ...]], key: tuple[str, ...], scopes: tuple[Row, ...]
) -> tuple[str, ...]:
    """The years of which more than half of the rows that the file stands for would go."""
    held: Counter[str] = Counter()
    gone: Counter[str] = Counter()
    for row in rows:
        if _in_scope(row, scopes):
            year = row.get("annee", "")
            held[year] += 1
            gone[year] += tuple(row[column] for column in key) not in kept
    return tuple(sorted(year for year in held if _is_sweep(gone[year], held[year])))


def _is_sweep(gone: int, held: int) -> bool:
    return gone > _FEW and gone * 2 > held


def _settle(held: Row, fresh: Row | None, scopes: tuple[Row, ...]) -> tuple[Row | None, str]:
    """The row that stands after the import, and what became of it."""
    if fresh is None:
        if not _in_scope(held, scopes):
            return held, "same"
        return (held, "kept") if _corrected(held) else (None, "removed")
    if _gap_over_value(held, fresh):
        return held, "same"
    row = fresh | {column: held[column] for column in _corrected(held)}
    if held.get("valeur") == fresh.get("valeur"):
        row |= {column: held[column] for column in _SAID_ONCE if _only_held(held, fresh, column)}
    if _alike(held, row):
        return held, "same"
    return row, "changed"


def _only_held(held: Row, fresh: Row, column: str) -> bool:
    return column in held and not fresh.get(column)


def _in_scope(row: Row, scopes: tuple[Row, ...]) -> bool:
    """Whether the file stands for that row."""
    return any(all(row[name] == value for name, value in scope.items()) for scope in scopes)


def _corrected(row: Row) -> tuple[str, ...]:
    return tuple(
        column
        for origin, columns in _CORRECTED.items()
        if row.get(origin) == Origin.CORRECTED
        for column in columns
    )


def _is_held(held: Row, fresh: Row | None) -> bool:
    """Whether what staff corrected stands against what the file says."""
    return fresh is not None and any(held[name] != fresh[name] for name in _corrected(held))


def _gap_over_value(held: Row, fresh: Row) -> bool:
    same_file = held.get("fichier") == fresh.get("fichier")
    return bool(held.get("valeur")) and fresh.get("valeur") == "" and not same_file


def _alike(held: Row, row: Row) -> bool:
    return all(
        held.get(column, "") == value for column, value in row.items() if column not in _SILENT
    )


def _outlines(
    imported: Imported, ground: Ground
) -> tuple[Mapping[str, Any] | None, tuple[Changes, ...]]:
    fresh = {item["properties"]["code"]: item for item in imported.shapes.get(SHAPES, ())}
    if not fresh:
        return None, ()
    held = {item["properties"]["code"]: item for item in ground.shapes["features"]}
    changed = sum(code in held and held[code] != item for code, item in fresh.items())
    added = sum(code not in held for code in fresh)
    whole = held | fresh
    features = [whole[code] for code in sorted(whole)]
    changes = Changes(SHAPES, added, changed, 0, len(held) - changed)
    document = {"type": "FeatureCollection", "features": features}
    return (None if changes.nothing else document), (changes,)


def _new_problems(ground: Ground, tables: Mapping[str, Rows]) -> Problems:
    if not tables:
        return ()
    held = {
        name: rows
        for name, rows in ground.tables.items()
        if (ground.folder / f"{name}.csv").is_file()
    }
    wrong = tuple(item for item in _check({**held, **tables}) if item.blocking)
    before = {_fault(item) for item in _check(held)} if wrong else set()
    return tuple(item for item in wrong if _fault(item) not in before)


def _fault(problem: schema.Problem) -> tuple[str, ...]:
    """What makes a fault the same one wherever its line moves."""
    return problem.file, problem.column, problem.value, problem.message


def _check(tables: Mapping[str, Rows]) -> Problems:
    return schema.check(
        {
            name: pd.DataFrame(list(rows), columns=list(TABLES[name].header), dtype=str)
            for name, rows in tables.items()
        }
    )
