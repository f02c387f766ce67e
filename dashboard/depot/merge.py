"""Two who started from the same files: what both changed, put together row by row, cell by cell."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dashboard.depot.compare import readable
from dashboard.depot.edits import RowKey
from dashboard.depot.rewording import reworded
from dashboard.depot.version import Files
from dashboard.importers.apply import csv_text
from dashboard.schema import TABLES, Record, TableSchema

ADDED = " ; "
"""What stands between the parts of a cell that grows."""
APART = "\x1f"
"""What stands between the parts of a key: no cell holds one."""
RowsByKey = Mapping[RowKey, Record]
RowKeys = Mapping[RowKey, RowKey]


@dataclass(frozen=True, slots=True)
class Collision:
    """One cell that both changed, each in her own way: both values, empty where the row goes.
    ``whole`` where one of them removed the row, or both added it: its cells go together. Without
    ``key`` it is a file that cannot be told row by row: its values are the SHA-256 of either, empty
    where it goes."""

    file: str
    key: str = ""
    column: str = ""
    theirs: str = ""
    ours: str = ""
    whole: bool = False


def merged(
    base: Files, theirs: Files, ours: Files, taken: Container[Collision] = ()
) -> tuple[dict[str, bytes], list[Collision]]:
    """Their files with what ours changes from the base, and what collides: there theirs stand where
    that is one of ``taken``, else ours."""
    found, collisions = dict(theirs), []
    for name in sorted({*base, *ours}):
        if ours.get(name) in (base.get(name), theirs.get(name)):
            continue
        if theirs.get(name) == base.get(name):
            found[name] = ours.get(name, b"")
        else:
            whole, wrong = _table(name, (base, theirs, ours), taken)
            found[name] = whole
            collisions += wrong
    return {name: content for name, content in found.items() if content}, collisions


def _table(
    name: str, files: tuple[Files, Files, Files], taken: Container[Collision]
) -> tuple[bytes, list[Collision]]:
    sides = [_rows(name, side) for side in files]
    if any(side is None for side in sides):
        return _whole(name, files, taken)
    before, other, own = (side or {} for side in sides)
    other, own = _aligned(name, before, other, own), _aligned(name, before, own, other)
    changed = [key for key in {**before, **own} if before.get(key) != own.get(key)]
    both = [key for key in changed if other.get(key) not in (before.get(key), own.get(key))]
    told = {
        key: tuple(_cells(name, key, [side.get(key, {}) for side in (before, other, own)]))
        for key in both
    }
    rows: dict[RowKey, Record | None] = dict(other)
    rows |= {key: own.get(key) for key in changed}
    for key, cells in told.items():
        left = frozenset(one.column for one in cells if one in taken)
        rows[key] = _together((before.get(key), other.get(key), own.get(key)), left)
    kept = tuple(row for row in rows.values() if row is not None)
    text = csv_text(PurePath(name).stem, kept).encode()
    return text, [one for cells in told.values() for one in cells]


def _whole(
    name: str, files: tuple[Files, Files, Files], taken: Container[Collision]
) -> tuple[bytes, list[Collision]]:
    """That file as one of them has it."""
    theirs, ours = (side.get(name, b"") for side in files[1:])
    collision = Collision(name, theirs=_print(theirs), ours=_print(ours))
    return theirs if collision in taken else ours, [collision]


def _print(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest() if content else ""


def _rows(name: str, files: Files) -> RowsByKey | None:
    """The rows of that table by what names them; None where nothing does, each for itself."""
    stem = PurePath(name).stem
    if PurePath(name).suffix != ".csv" or stem not in TABLES or not TABLES[stem].key:
        return None
    listed = readable(name, files)
    found = {_key(TABLES[stem], row): row for row in listed}
    return found if len(found) == len(listed) else None


def said(key: RowKey) -> str:
    """How a collision names the row of that key: no other row of its table is named so."""
    return APART.join(key)


def renamed(table: TableSchema, before: Sequence[Record], after: Sequence[Record]) -> RowKeys:
    """The rows of that table that are there again under other words: the new key of each, by the
    one that it had."""
    old, new = ({_key(table, row): row for row in rows} for rows in (before, after))
    known = _renamed(table, old, new, {})
    return {was: now for now, was in known.items()}


def _key(table: TableSchema, row: Record) -> RowKey:
    return tuple(row.get(column, "") for column in table.key)


def _aligned(name: str, before: RowsByKey, rows: RowsByKey, others: RowsByKey) -> RowsByKey:
    """Those rows, each that is written again under other words by the key that it had."""
    known = _renamed(TABLES[PurePath(name).stem], before, rows, others)
    return {known.get(key, key): row for key, row in rows.items()}


def _renamed(table: TableSchema, before: RowsByKey, rows: RowsByKey, others: RowsByKey) -> RowKeys:
    """The key that each row had which is written again under other words, unless its new one is
    that of another row of ``others``."""
    lacked = [key for key in before if key not in rows]
    fresh = [key for key in rows if key not in before and key not in others]
    met = reworded(table, [before[key] for key in lacked], [rows[key] for key in fresh])
    return {fresh[new]: lacked[old] for old, new in met.items()}


def _cells(name: str, key: RowKey, sides: Sequence[Record]) -> Iterator[Collision]:
    """The cells of a row that both changed; each that differs where one of them removed the row, or
    where both added it."""
    whole = not all(sides)
    for column in {**sides[1], **sides[2]}:
        before, theirs, ours = (side.get(column, "") for side in sides)
        if theirs != ours and (whole or not _is_clear(before, theirs, ours)):
            yield Collision(name, said(key), column, theirs, ours, whole)


def _is_clear(before: str, theirs: str, ours: str) -> bool:
    """Whether one of the values stands without a word: only one was changed, or ours says theirs
    and adds to it, as where rows came from: the stop that ended theirs then goes."""
    return before in (theirs, ours) or ours.startswith(f"{theirs.removesuffix('.')}{ADDED}")


def _together(
    sides: tuple[Record | None, Record | None, Record | None], left: frozenset[str]
) -> Record | None:
    """Their row with the cells that ours changes, unless they are ``left`` to them; the row of one
    of them where either removed it, or both added it: theirs where its cells are left."""
    before, theirs, ours = sides
    if before is None or theirs is None or ours is None:
        return theirs if left else ours
    mine = {name: cell for name, cell in ours.items() if cell != before.get(name, "")}
    return theirs | {name: cell for name, cell in mine.items() if name not in left}
