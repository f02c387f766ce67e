"""A draft that another publication passed: it says what that one changed, and is put on top of it
row by row; what both changed is told, each with both values, to be settled."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from dashboard.depot import Depot, Files, compare
from dashboard.depot.edits import mark_of
from dashboard.depot.merge import Collision, merged, said
from dashboard.domain import french
from dashboard.schema import TABLES, CellKind, Record, TableSchema
from dashboard.staff.base.tables import Draft
from dashboard.staff.checks import findings
from dashboard.staff.checks.clashes import Clash, clashes
from dashboard.staff.checks.disputes import THEIRS, left_of
from dashboard.staff.checks.findings import StoredFindings
from dashboard.staff.drafts import drafts
from dashboard.staff.public import truth
from dashboard.staff.public.truth import Truth
from dashboard.staff.rows.choices import Wording, wording
from dashboard.staff.rows.edits import Workspace
from dashboard.staff.rows.titles import RowTitles
from dashboard.staff.settings import StaffSettings

REBASED = (
    "La version {number} a été publiée par {who} pendant que ce brouillon attendait. Vos lignes y "
    "sont maintenant ajoutées : relisez ce qui change, puis publiez."
)
COLLIDES = (
    "La version {number}, publiée par {who} pendant que ce brouillon attendait, change les mêmes "
    "cases que lui. Rien n’est écrasé : {left}."
)
FAILS = (
    "La version {number} a été publiée par {who} pendant que ce brouillon attendait. Il ne peut "
    "plus être publié tel quel : relisez-le."
)
RETURNED = "Le public voit de nouveau la version dont ce brouillon est parti : {now}."
READ = {
    True: "relisez ce qui change, puis publiez",
    False: "il ne peut plus être publié tel quel",
}
"""What is left to do of a draft, by whether it may be published."""


@dataclass(frozen=True, slots=True)
class Rebased:
    """A draft on top of what the public sees: the files of the two together, as settled until now;
    ``sides`` are those of the base, theirs and its own. ``clashes`` is what both changed, ``kept``
    whose value is kept, by mark; ``left`` how many are not settled: the files are then not to be
    used."""

    files: Files
    sides: tuple[Files, Files, Files]
    clashes: tuple[Clash, ...]
    kept: Mapping[str, str]

    @property
    def left(self) -> int:
        """How many clashes are not settled."""
        return sum(one.mark not in self.kept for one in self.clashes)

    def found(self, held: Truth) -> StoredFindings:
        """What the checks say of it; nothing where nothing collides."""
        if not self.clashes:
            return {}
        said = [[one.mark, self.kept.get(one.mark, "")] for one in self.clashes]
        mark = hashlib.sha256(json.dumps(said).encode()).hexdigest()
        return {
            "disputed": {"count": len(self.clashes), "left": self.left, "print": mark},
            "seen": held.version,
        }


def together(base: Files, held: Files, ours: Files, kept: Mapping[str, str]) -> Rebased:
    """What ours changes from the base, on top of those that the public sees, as it was settled."""
    files, collisions = merged(base, held, ours)
    found = clashes(collisions)
    taken = {cell for one in found if kept.get(one.mark) == THEIRS for cell in one.cells}
    if taken:
        files, _ = merged(base, held, ours, taken)
    return Rebased(files, (base, held, ours), found, kept)


def told(rebased: Rebased) -> list[dict[str, Any]]:
    """What is kept of each clash to be settled in a page: its row by the name that a person gives
    it, its cells in the words of the forms."""
    whole = {name: content for side in rebased.sides for name, content in side.items()}
    titles, stand = RowTitles(whole), Workspace(None, whole)
    rows, words = {}, {}
    for name in {one.file for one in rebased.clashes if one.key}:
        table = TABLES[PurePath(name).stem]
        wanted = {one.key for one in rebased.clashes if one.file == name}
        rows[name] = dict(_rows(table, wanted, rebased.sides))
        words[name] = wording(table, stand)
    return [
        _told(one, titles, rows.get(one.file, {}).get(one.key), words.get(one.file, Wording({})))
        for one in rebased.clashes
    ]


def _rows(
    table: TableSchema, wanted: set[str], sides: tuple[Files, Files, Files]
) -> Iterator[tuple[str, Record]]:
    """The rows of those keys: as the draft has them, else as they were."""
    for side in sides:
        for row in compare.readable(table.file, side):
            key = said(tuple(row.get(name, "") for name in table.key))
            if key in wanted:
                yield key, row


def _told(clash: Clash, titles: RowTitles, row: Record | None, words: Wording) -> dict[str, Any]:
    table = TABLES.get(PurePath(clash.file).stem)
    said = {"title": "", "line": "", "code": ""}
    if table is not None and row is not None:
        first = row[table.key[0]]
        said = {
            "title": titles.of(table, row),
            "line": mark_of(table.name, tuple(row.get(name, "") for name in table.key)),
            "code": "" if _kind(table, table.key[0]) is CellKind.DATE else first,
        }
    return {
        "file": clash.file,
        "key": clash.key,
        "title": said.pop("title"),
        "whole": clash.whole,
        "mark": clash.mark,
        "cells": {**said, "cells": [_in_words(one, table, words) for one in clash.cells]},
    }


def _in_words(cell: Collision, table: TableSchema | None, words: Wording) -> dict[str, str]:
    """Both values as the forms say them, amounts in euros; none of a file, which has only
    fingerprints."""
    if table is None or not cell.key:
        return {"column": "", "theirs": "", "ours": ""}
    theirs, ours = (_word(table, cell.column, one, words) for one in (cell.theirs, cell.ours))
    return {"column": cell.column, "theirs": theirs, "ours": ours}


def _word(table: TableSchema, column: str, value: str, words: Wording) -> str:
    euros = compare.euros(value)
    if _kind(table, column) is not CellKind.AMOUNT or euros is None:
        return words.of(column, value)
    decimals = 0 if euros == euros.to_integral_value() else 2
    return f"{french.number(float(euros), decimals)}{french.NBSP}€"


def _kind(table: TableSchema, column: str) -> CellKind:
    return next(field.kind for field in table.fields if field.name == column)


def origin(draft: Draft) -> int:
    """The version that the draft started from: what was published since, another changed."""
    return draft.base if draft.typed or draft.start is None else draft.start


def is_passed(draft: Draft, held: Truth) -> bool:
    """Whether a draft that was read before is put on another version than the one it started
    from."""
    return bool(draft.typed or draft.found) and held.version not in (0, origin(draft))


def since(settings: StaffSettings, draft: Draft, held: Truth) -> StoredFindings:
    """What the public sees that was not there when that draft was started: the number of the
    version, who published it, the rows that it changes."""
    before = truth.at(settings, origin(draft))
    return {
        "number": held.version,
        "who": Depot(settings.var).version(settings.territory, held.version).deposit.who,
        "changes": findings.rows_of(compare.changes(before.files, held.files)),
    }


def outcome(found: StoredFindings, ready: bool) -> str:
    """What to tell of a draft that was put on another version instead of being published."""
    if "since" not in found:
        return RETURNED.format(now=READ[ready])
    left = drafts.unsettled(found)
    told = REBASED if ready else COLLIDES if left else FAILS
    return told.format(left=left_of(left), **found["since"])
