"""What an import changes in a territory, and the writing of it: all of it, or nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard import schema
from dashboard.importers import mailboxes
from dashboard.importers.displaced import moved
from dashboard.importers.imported import Imported, Records, TableChanges
from dashboard.importers.merging import merged
from dashboard.importers.territory_folder import SHAPES, TerritoryFolder
from dashboard.importers.tracing import traced
from dashboard.importers.unusual import questions
from dashboard.importers.writing.swap import replaced
from dashboard.schema import TABLES, Problems, coded_of, packed
from dashboard.system import progress

CHECKED, CODED = 0.9, 0.25
"""How much of a plan is done once the tables are checked; of that check, once each distinct text is
found."""
HELD, JUDGED, OVERHEAD = 7, 2, 120_000
"""What it takes to merge a row that is held, to judge one and to judge none, as many times as to
merge a row that is taken."""


@dataclass(frozen=True)
class Plan:
    """The territory as it would stand after the import, and what that changes.

    ``problems`` forbids to write it; ``remarks`` holds what its tables would then have doubtful;
    ``questions`` what is out of the usual, to confirm.
    """

    imported: Imported
    tables: Mapping[str, Records]
    shapes: Mapping[str, Any] | None
    problems: Problems
    remarks: Problems = ()
    questions: Problems = ()

    @property
    def nothing(self) -> bool:
        """Whether every file stays as it is."""
        return all(change.nothing for change in self.imported.changes)

    @property
    def sweeping(self) -> bool:
        """Whether some table loses more than half of a year: a cut file would do that."""
        return any(change.sweeping for change in self.imported.changes)

    @property
    def doubtful(self) -> bool:
        """Whether rows go that the file may hold all the same: lines of it are refused."""
        removed = any(change.removed for change in self.imported.changes)
        return removed and bool(self.imported.refused)


def plan(imported: Imported, territory: TerritoryFolder) -> Plan:
    """What the import would make of the territory; nothing is written.

    ``problems`` holds what the tables would then have wrong and had not before, each at the line of
    the file that brings it: any of them forbids the writing. A file none of whose rows is taken
    changes nothing, sources included.
    """
    if imported.account.rows and not imported.account.taken:
        imported = replace(imported, taken={}, shapes={})
    last = _merging(imported, territory)
    settled = dict(_settled(imported, territory, last))
    shapes, outlines = _outlines(imported, territory)
    changes = tuple(change for _, change in settled.values())
    tables = {name: rows for name, (rows, change) in settled.items() if not change.nothing}
    compared = replace(imported, changes=(*changes, *outlines))
    with progress.stretch(last, CHECKED):
        found = tuple(traced(_new_problems(territory, tables), imported, tables))
    return Plan(
        compared,
        tables,
        shapes,
        problems=tuple(item for item in found if item.blocking),
        remarks=tuple(item for item in found if not item.blocking),
        questions=(
            *questions(territory.tables, tables),
            *mailboxes.questions(territory.tables, tables),
            *moved(territory.shapes, shapes),
        ),
    )


def _weight(name: str, imported: Imported, territory: TerritoryFolder) -> int:
    """What it takes to merge that table, in rows that are taken: one held is read as it stands."""
    return HELD * len(territory.rows(name)) + len(imported.taken[name])


def _merging(imported: Imported, territory: TerritoryFolder) -> float:
    """How much of a plan is done once its rows are merged."""
    merging = sum(_weight(name, imported, territory) for name in imported.taken)
    rows = (*territory.tables.values(), *imported.taken.values())
    return CHECKED * merging / (merging + OVERHEAD + JUDGED * sum(map(len, rows)))


def _settled(
    imported: Imported, territory: TerritoryFolder, last: float
) -> Iterator[tuple[str, tuple[Records, TableChanges]]]:
    """The rows of each table that the import brings, and what it changes there."""
    with progress.stretch(0.0, last):
        weighed = ((name, _weight(name, imported, territory)) for name in imported.taken)
        for name, share in progress.shared_out(weighed):
            with share:
                yield name, merged(name, imported, territory)


def write(planned: Plan, folder: Path) -> tuple[str, ...]:
    """Write the files that change, all in one act; gives their names. On failure none changed."""
    weighed = ((name, len(rows)) for name, rows in planned.tables.items())
    files = {
        TABLES[name].file: _written(planned, name, s) for name, s in progress.shared_out(weighed)
    }
    if planned.shapes is not None:
        files[f"{SHAPES}.geojson"] = geojson_text(planned.shapes).encode()
    replaced(folder, files)
    return tuple(sorted(files))


def _written(planned: Plan, name: str, share: AbstractContextManager[None]) -> bytes:
    with share:
        return csv_bytes(name, planned.tables[name])


def csv_text(name: str, rows: Records) -> str:
    """The text of that table, header first."""
    content, header = io.StringIO(newline=""), TABLES[name].header
    writer = csv.writer(content, delimiter=";", lineterminator="\n")
    writer.writerow(header)
    cells = packed(header, rows).cells(header)
    writer.writerows(progress.through(cells, len(rows), TABLES[name].file))
    return content.getvalue()


def csv_bytes(name: str, rows: Records) -> bytes:
    """The bytes of that table, header first."""
    return csv_text(name, rows).encode()


def geojson_text(document: Mapping[str, Any]) -> str:
    """The text of the document, one feature a line so that a change reads in a pull request."""
    features = (
        json.dumps(item, ensure_ascii=False, sort_keys=True) for item in document["features"]
    )
    return '{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n"


def _outlines(
    imported: Imported, territory: TerritoryFolder
) -> tuple[Mapping[str, Any] | None, tuple[TableChanges, ...]]:
    fresh = {item["properties"]["code"]: item for item in imported.shapes.get(SHAPES, ())}
    if not fresh:
        return None, ()
    held = {item["properties"]["code"]: item for item in territory.shapes["features"]}
    changed = sum(code in held and held[code] != item for code, item in fresh.items())
    added = sum(code not in held for code in fresh)
    whole = held | fresh
    features = [whole[code] for code in sorted(whole)]
    changes = TableChanges(SHAPES, added, changed, 0, len(held) - changed)
    document = {"type": "FeatureCollection", "features": features}
    return (None if changes.nothing else document), (changes,)


def _new_problems(territory: TerritoryFolder, tables: Mapping[str, Records]) -> Problems:
    if not tables:
        return ()
    held = {
        name: rows
        for name, rows in territory.tables.items()
        if (territory.folder / f"{name}.csv").is_file()
    }
    found = _check({**held, **tables})
    before = {_fault(item) for item in _check(held)} if found else set()
    return tuple(item for item in found if _fault(item) not in before)


def _fault(problem: schema.Problem) -> tuple[str, ...]:
    """What makes a fault the same one wherever its line moves."""
    return problem.file, problem.column, problem.value, problem.message


def _check(tables: Mapping[str, Records]) -> Problems:
    with progress.stretch(0.0, CODED):
        shares = progress.shared_out((name, len(rows)) for name, rows in tables.items())
        coded = {name: _coded(name, tables[name], share) for name, share in shares}
    with progress.stretch(CODED, 1.0):
        return schema.check(coded)


def _coded(name: str, rows: Records, share: AbstractContextManager[None]) -> pd.DataFrame:
    with share:
        return coded_of(packed(TABLES[name].header, rows))
