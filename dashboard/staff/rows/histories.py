"""What became of one row from version to version, and how to put back what it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.depot import Depot, Version
from dashboard.depot.edits import RowDiff, file_of
from dashboard.schema import Record, TableSchema
from dashboard.staff.indexes.index_shelf import IndexShelf
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows.changes import CellDiff, cells_of, fate_of
from dashboard.staff.rows.choices import Wording
from dashboard.staff.settings import StaffSettings

MOST = 40
"""Versions that are read back."""
NOT_HERS = "Un fichier officiel tient cette ligne : elle revient avec lui."


@dataclass(frozen=True, slots=True)
class Past:
    """A version that changed the row: who, when and why stand in the version."""

    version: Version
    line: RowDiff
    table: TableSchema
    words: Wording

    @property
    def fate(self) -> str:
        """What the version did to it; the first one holds what was there before all others."""
        return "d’origine" if self.first else fate_of(self.line)

    @property
    def first(self) -> bool:
        """Whether nothing is known of the row before it."""
        return self.version.number == 1

    @property
    def cells(self) -> tuple[CellDiff, ...]:
        """The cells that differ, in the words of today; none where the row goes."""
        return () if self.line.after is None else tuple(cells_of(self.table, self.line, self.words))


def history(
    settings: StaffSettings, table: TableSchema, mark: str, words: Wording
) -> tuple[Past, ...]:
    """The versions that changed that row, the last one first; none where no version is kept, or
    none of those that are read back did."""
    return tuple(reversed(list(_told(settings, table, mark, words))))


def _told(settings: StaffSettings, table: TableSchema, mark: str, words: Wording) -> Iterator[Past]:
    shelf, depot = IndexShelf(settings), Depot(settings.var)
    held = [one for one in depot.versions(settings.territory)[:MOST] if not one.withdrawn]
    before: Record | None = None
    seen = ""
    for rank, version in enumerate(reversed(held)):
        found = version.files.get(file_of(table.name), "")
        if found != seen:
            after = _row(shelf, version, table, mark)
            known = rank or version.number == 1
            if known and after != before:
                yield Past(version, RowDiff(before, after), table, words)
            before, seen = after, found


def _row(shelf: IndexShelf, version: Version, table: TableSchema, mark: str) -> Record | None:
    index = shelf.of(table, Depot(shelf.settings.var).kept(version))
    return next((index[rank] for rank in index.ranks(mark)), None)


def put_back(table: TableSchema, now: Record | None, before: Record | None) -> RowDiff:
    """The row as it was: whole where staff keep the table; of one that official files make, no more
    than what staff may correct. NotDone where nothing differs, or where it is not theirs."""
    if table.kept:
        found = RowDiff(now, before)
    elif now is None or before is None or not table.corrections:
        raise NotDone(NOT_HERS)
    else:
        columns = [name for one in table.corrections for name in one.columns]
        found = RowDiff(now, {**now, **{name: before.get(name, "") for name in columns}})
    if found.before == found.after:
        raise NotDone("La ligne est déjà ainsi dans votre brouillon.")
    return found
