"""Two who started from the same files: what both changed, put together row by row, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dashboard.depot.compare import readable
from dashboard.depot.edits import RowKey
from dashboard.depot.rewording import reworded
from dashboard.depot.version import Files
from dashboard.importers.apply import csv_text
from dashboard.schema import TABLES, Record

RowsByKey = Mapping[RowKey, Record]


@dataclass(frozen=True, slots=True)
class Collision:
    """One cell that both changed, each in her own way: both values, empty where the row goes.
    Without ``key`` it is a file that cannot be told row by row."""

    file: str
    key: str = ""
    column: str = ""
    theirs: str = ""
    ours: str = ""


def merged(base: Files, theirs: Files, ours: Files) -> tuple[dict[str, bytes], list[Collision]]:
    """Their files with what ours changes from the base, and what collides: where anything does,
    the files are not to be used."""
    found, collisions = dict(theirs), []
    for name in sorted({*base, *ours}):
        if ours.get(name) in (base.get(name), theirs.get(name)):
            continue
        if theirs.get(name) == base.get(name):
            found[name] = ours.get(name, b"")
        else:
            whole, wrong = _table(name, base, theirs, ours)
            found[name] = whole
            collisions += wrong
    return {name: content for name, content in found.items() if content}, collisions


def _table(name: str, base: Files, theirs: Files, ours: Files) -> tuple[bytes, list[Collision]]:
    sides = [_rows(name, files) for files in (base, theirs, ours)]
    if any(side is None for side in sides):
        return b"", [Collision(name)]
    before, other, own = (side or {} for side in sides)
    other, own = _renamed(name, before, other, own), _renamed(name, before, own, other)
    changed = [key for key in {**before, **own} if before.get(key) != own.get(key)]
    both = [key for key in changed if other.get(key) not in (before.get(key), own.get(key))]
    wrong = [
        one
        for key in both
        for one in _cells(name, key, [side.get(key, {}) for side in (before, other, own)])
    ]
    rows = {key: row for key, row in other.items() if key not in changed or key in own}
    rows |= {key: own[key] for key in changed if key in own}
    rows |= {
        key: _together(before[key], other[key], own[key])
        for key in both
        if key in before and key in other and key in own
    }
    return csv_text(PurePath(name).stem, tuple(rows.values())).encode(), wrong


def _rows(name: str, files: Files) -> RowsByKey | None:
    """The rows of that table by what names them; None where nothing does, each for itself."""
    stem = PurePath(name).stem
    if PurePath(name).suffix != ".csv" or stem not in TABLES or not TABLES[stem].key:
        return None
    listed = readable(name, files)
    found = {tuple(row.get(column, "") for column in TABLES[stem].key): row for row in listed}
    return found if len(found) == len(listed) else None


def _renamed(name: str, before: RowsByKey, rows: RowsByKey, others: RowsByKey) -> RowsByKey:
    """Those rows, each that is written again under other words by the key that it had, unless its
    new one is that of another row of ``others``."""
    lacked = [key for key in before if key not in rows]
    fresh = [key for key in rows if key not in before and key not in others]
    table = TABLES[PurePath(name).stem]
    met = reworded(table, [before[key] for key in lacked], [rows[key] for key in fresh])
    known = {fresh[new]: lacked[old] for old, new in met.items()}
    return {known.get(key, key): row for key, row in rows.items()}


def _cells(name: str, key: RowKey, sides: Sequence[Record]) -> Iterator[Collision]:
    """The cells of a row that both changed; each that differs where one of them removed the row, or
    where both added it."""
    whole = all(sides)
    for column in {**sides[1], **sides[2]}:
        before, theirs, ours = (side.get(column, "") for side in sides)
        if theirs != ours and not (whole and before in (theirs, ours)):
            yield Collision(name, ", ".join(key), column, theirs, ours)


def _together(before: Record, theirs: Record, ours: Record) -> Record:
    """Their row with the cells that ours changes."""
    return theirs | {name: cell for name, cell in ours.items() if cell != before.get(name, "")}
