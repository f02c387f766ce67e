"""Rows that an import brings beside those of a territory, one table at a time.

A row that staff corrected, or confirmed, keeps what they said. A gap never replaces a value that
another official file gave.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dashboard.importers.imported import Imported, Records, TableChanges
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import TABLES, PackedRows, Record, packed
from dashboard.system import progress

Scopes = Mapping[tuple[str, ...], set[tuple[str, ...]]]
"""The rows that a file stands for: by columns, the values that they have together."""

_CORRECTIONS = tuple(one for table in TABLES.values() for one in table.corrections)
STANDING = 0.7
"""How much of merging a table is done once each row that is held has met those that come."""
_FEW = 3
"""Rows that may go without a word."""
_SAID_ONCE = ("note", "pas")
"""Columns that a file which leaves them empty does not unsay, where the value is the same."""
_SILENT = ("fichier",)
"""Columns whose change alone is none: another edition gives the same value."""


def merged(
    name: str, imported: Imported, territory: TerritoryFolder
) -> tuple[Records, TableChanges]:
    """The rows of that table after the import, and what it changes there."""
    key, header = TABLES[name].key, TABLES[name].header
    taken = packed(header, imported.taken[name])
    new = {cells: rank for rank, cells in enumerate(taken.cells(key))}
    scopes = _indexed(imported.scopes.get(name, ()))
    count: Counter[str] = Counter()
    rows = territory.rows(name)
    told = progress.through(rows, len(rows), TABLES[name].file)
    with progress.stretch(0.0, STANDING):
        found = PackedRows.of(header, _standing(told, key, taken, new, scopes, count))
    count["added"] = len(new)
    swept = _swept(rows, set(found.cells(key)), key, scopes)
    return found.followed(taken.picked(list(new.values()))), TableChanges(
        name, **count, swept=swept
    )


def _standing(
    rows: Iterable[Record],
    key: tuple[str, ...],
    taken: PackedRows,
    new: dict[tuple[str, ...], int],
    scopes: Scopes,
    count: Counter[str],
) -> Iterator[Record]:
    """The rows held that stay, each as it then is; those of the file that they are leave ``new``,
    and what becomes of each is added to the count."""
    for held in rows:
        rank = new.pop(tuple(held[column] for column in key), None)
        fresh = None if rank is None else taken[rank]
        row, verdict = _settle(held, fresh, scopes)
        count[verdict] += 1
        count["corrected"] += _is_held(held, fresh)
        if row:
            yield row


def _swept(
    rows: Records, kept: set[tuple[str, ...]], key: tuple[str, ...], scopes: Scopes
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


def _settle(held: Record, fresh: Record | None, scopes: Scopes) -> tuple[Record | None, str]:
    """The row that stands after the import, and what became of it."""
    if fresh is None:
        if not _in_scope(held, scopes):
            return held, "same"
        return (held, "kept") if corrected(held) else (None, "removed")
    if _gap_over_value(held, fresh):
        return held, "same"
    row = fresh | {column: held[column] for column in corrected(held)}
    if held.get("valeur") == fresh.get("valeur"):
        row |= {column: held[column] for column in _SAID_ONCE if _only_held(held, fresh, column)}
    if _alike(held, row):
        return held, "same"
    return row, "changed"


def _only_held(held: Record, fresh: Record, column: str) -> bool:
    return column in held and not fresh.get(column)


def _indexed(scopes: tuple[Record, ...]) -> Scopes:
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for scope in scopes:
        found[tuple(scope)].add(tuple(scope.values()))
    return found


def _in_scope(row: Record, scopes: Scopes) -> bool:
    """Whether the file stands for that row."""
    return any(tuple(row[name] for name in names) in held for names, held in scopes.items())


def corrected(row: Record) -> tuple[str, ...]:
    """The columns of that row that staff corrected or confirmed; none of a row that they left."""
    return tuple(column for one in _CORRECTIONS if one.said(row) for column in one.columns)


def _is_held(held: Record, fresh: Record | None) -> bool:
    """Whether what staff corrected stands against what the file says."""
    return fresh is not None and any(held[name] != fresh[name] for name in corrected(held))


def _gap_over_value(held: Record, fresh: Record) -> bool:
    same_file = held.get("fichier") == fresh.get("fichier")
    return bool(held.get("valeur")) and fresh.get("valeur") == "" and not same_file


def _alike(held: Record, row: Record) -> bool:
    return all(
        held.get(column, "") == value for column, value in row.items() if column not in _SILENT
    )
