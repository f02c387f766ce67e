"""What one version of the files of a territory changes from the one before."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from decimal import Decimal, InvalidOperation
from pathlib import PurePath

from dashboard.depot.rewording import reworded
from dashboard.depot.settings_file import listed
from dashboard.depot.version import FileChange, Files, Total
from dashboard.schema import (
    TABLES,
    CellKind,
    PackedRows,
    Record,
    TableSchema,
    Unreadable,
    records_of,
    table_of,
)
from dashboard.schema.settings_tables import SETTINGS_TABLES
from dashboard.system import progress

STAGE = "etape"
UNREADABLE = (Unreadable, ValueError, KeyError, TypeError, AttributeError)
"""What a file raises that is no table, or no layer: it then counts as one thing."""
ColumnSums = dict[tuple[str, str], Decimal]
LAID, READ = 0.9, 0.7
"""How much of the comparison of a table is done once both its sides are laid out by their keys; and
of laying one out once it is read."""
NO_ROWS = PackedRows({}, 0)
_KEPT: ContextVar[dict[tuple[str, bytes], PackedRows] | None] = ContextVar("kept", default=None)


def changes(before: Files, after: Files) -> tuple[FileChange, ...]:
    """What each file gains, changes and loses, in the order of their names; nothing for a file that
    stays as it is."""
    names = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
    weighed = ((name, len(before.get(name, b"")) + len(after.get(name, b""))) for name in names)
    return tuple(_told(share, name, before, after) for name, share in progress.shared_out(weighed))


def _told(
    share: AbstractContextManager[None], name: str, before: Files, after: Files
) -> FileChange:
    with share:
        return _change(name, before.get(name), after.get(name))


def _change(name: str, before: bytes | None, after: bytes | None) -> FileChange:
    sides = progress.shared_out((content, len(content or b"")) for content in (before, after))
    with progress.stretch(0.0, LAID):
        old, new = [_side(share, name, content) for content, share in sides]
    changed = sum(old[key] != new[key] for key in old.keys() & new.keys())
    again = len(_again(PurePath(name).stem, {name: before or b""}, {name: after or b""}))
    added, removed = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    return FileChange(name, added - again, changed + again, removed - again)


def _side(
    share: AbstractContextManager[None], name: str, content: bytes | None
) -> dict[object, object]:
    with share:
        return _items(name, content) if content is not None else {}


def _again(stem: str, before: Files, after: Files) -> tuple[Record, ...]:
    """The rows of that table that go, and come again under other words."""
    table = TABLES.get(stem)
    if table is None or not table.reworded:
        return ()
    old, new = readable(table.file, before), readable(table.file, after)
    gone = _beside(table, old, new)
    return tuple(gone[rank] for rank in reworded(table, gone, _beside(table, new, old)))


def gone(before: Files, after: Files) -> Iterator[tuple[str, str]]:
    """Each thing that the files lose: its file, and what names it there; empty for a file that goes
    whole and is one thing."""
    for name in sorted(before):
        if before[name] != after.get(name):
            yield from ((name, said) for said in _gone(name, before, after))


def _gone(name: str, before: Files, after: Files) -> list[str]:
    old, new = (_items(name, files[name]) if name in files else {} for files in (before, after))
    stem = PurePath(name).stem
    again = {tuple(row[c] for c in TABLES[stem].key) for row in _again(stem, before, after)}
    return sorted(_named(key) for key in old.keys() - new.keys() - again)


def _named(key: object) -> str:
    return ", ".join(filter(None, key)) if isinstance(key, tuple) else str(key)


def _beside(table: TableSchema, rows: PackedRows, others: PackedRows) -> list[Record]:
    """The rows whose key none of the others bears."""
    held = set(others.cells(table.key))
    return [row for row, key in zip(rows, rows.cells(table.key), strict=True) if key not in held]


def _items(name: str, content: bytes) -> dict[object, object]:
    """What a file is made of, each by what names it."""
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    try:
        if suffix == ".csv" and stem in TABLES:
            with progress.stretch(0.0, READ):
                rows = _rows(name, content)
            return _cells(stem, rows)
        if suffix == ".geojson":
            features = json.loads(content)["features"]
            return {_code(item, rank): json.dumps(item) for rank, item in enumerate(features)}
        if suffix == ".toml":
            return {**_settings(content), **_listed(content)}
    except UNREADABLE:
        pass
    return {"": hashlib.sha256(content).digest()}


def _settings(content: bytes) -> dict[object, object]:
    """Each setting by its name, but those that are told row by row."""
    settings = tomllib.loads(content.decode())
    alone = {name: value for name, value in settings.items() if name not in SETTINGS_TABLES}
    return {name: json.dumps(value, default=str) for name, value in alone.items()}


def _listed(content: bytes) -> dict[object, object]:
    """Each generation, grid, pillar and theme by its table and its key."""
    return {
        (table.name, *(row[column] for column in table.key)): row
        for table in SETTINGS_TABLES.values()
        for row in listed(table, content)
    }


def _cells(table: str, rows: PackedRows) -> dict[object, object]:
    """Each row by its key: its cells, after what names them where they lie in another order."""
    header = tuple(rows.columns)
    named = () if header == TABLES[table].header else (header,)
    keys = rows.cells(TABLES[table].key or TABLES[table].header)
    cells = zip(keys, rows.cells(header), strict=True)
    told = progress.through(cells, rows.height, TABLES[table].file)
    with progress.stretch(READ, 1.0):
        return dict(told) if not named else {key: (*named, *row) for key, row in told}


@contextmanager
def each_read_once() -> Iterator[None]:
    """Read each table once meanwhile, however often its rows are asked for: it is kept so long."""
    token = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(token)


def _rows(name: str, content: bytes) -> PackedRows:
    kept = _KEPT.get()
    if kept is None:
        return records_of(table_of(content, name))
    if (name, content) not in kept:
        kept[name, content] = records_of(table_of(content, name))
    return kept[name, content]


def _code(feature: Mapping[str, Mapping[str, object]], rank: int) -> object:
    return (feature.get("properties") or {}).get("code", rank)


def totals(before: Files, after: Files) -> tuple[Total, ...]:
    """The euros of each table that holds some, before and after; nothing where neither changed."""
    told = [table for table in TABLES.values() if before.get(table.file) != after.get(table.file)]
    old, new = _sums(before, told), _sums(after, told)
    return tuple(
        Total(table, stage, old.get((table, stage)), new.get((table, stage)))
        for table, stage in sorted({*old, *new})
        if old.get((table, stage)) != new.get((table, stage))
    )


def _sums(files: Files, tables: Iterable[TableSchema]) -> ColumnSums:
    """Euros by table and stage: stages follow one another, and are never added up."""
    found: ColumnSums = defaultdict(Decimal)
    for table in tables:
        amounts = [field.name for field in table.fields if field.kind is CellKind.AMOUNT]
        rows = readable(table.file, files) if amounts else NO_ROWS
        for (stage, *cells), count in Counter(rows.cells((STAGE, *amounts))).items():
            for amount in map(euros, cells):
                if amount is not None:
                    found[table.name, stage] += amount * count
    return found


def readable(name: str, files: Files) -> PackedRows:
    """The rows of that table; none where it is missing or cannot be read."""
    try:
        return _rows(name, files[name])
    except UNREADABLE:
        return NO_ROWS


def euros(cell: str) -> Decimal | None:
    """The euros of that cell; None where it says none."""
    try:
        return Decimal(cell)
    except InvalidOperation:
        return None
