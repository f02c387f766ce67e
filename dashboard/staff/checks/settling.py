"""What the edits of a draft become once what two people changed is settled: each is then on top of
what is published, and says no more than what is kept of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session as Unit

from dashboard.depot import Files
from dashboard.depot.edits import Edit, RowKey, file_of, key_of, rows_of
from dashboard.depot.merge import said
from dashboard.schema import Record
from dashboard.staff.base.tables import Draft, TypedEdit
from dashboard.staff.checks.clashes import Clash
from dashboard.staff.journal import now
from dashboard.staff.rows import edits
from dashboard.staff.rows.edits import Workspace

AddedRow = tuple[str, RowKey]
"""The table and the key of a row."""
SettledEdits = tuple[Edit | None, ...]
"""Edits in the order in which they are held, None for one that goes."""


def settled(stand: Workspace, files: Files, answers: Sequence[tuple[Clash, bool]]) -> SettledEdits:
    """Each edit as it is on those files, where hers is kept of each clash or not."""
    return tuple(_settled(stand, files, answers))


def rewrite(unit: Unit, draft: Draft, made: SettledEdits) -> None:
    """Have these be the edits of that draft, in the place of those that it holds."""
    for kept, edit in zip(edits.held(unit, draft), made, strict=True):
        _put(unit, kept, edit)


def _put(unit: Unit, kept: TypedEdit, edit: Edit | None) -> None:
    if edit is None:
        unit.delete(kept)
    elif (kept.key, kept.cells) != (list(edit.key), edit.cells):
        cells = None if edit.cells is None else dict(edit.cells)
        kept.key, kept.cells, kept.when = list(edit.key), cells, now()


def _settled(
    stand: Workspace, files: Files, answers: Sequence[tuple[Clash, bool]]
) -> Iterator[Edit | None]:
    there = frozenset(_there(stand, files))
    for edit, moved in zip(stand.edits, edits.followed(stand, files), strict=True):
        mine = [(one, hers) for one, hers in answers if _is_about(edit, one)]
        left = [one for one, hers in mine if not hers]
        if any(one.whole for one in left) or (not mine and _added(edit) in there):
            yield None
        elif any(one.whole and one.key for one, _ in mine):
            yield _hers(stand, files, edit)
        else:
            yield _without(moved, frozenset().union(*(one.columns for one in left)))


def _there(stand: Workspace, files: Files) -> Iterator[AddedRow]:
    """The rows that she adds and that another did: the same, where nothing collides."""
    added = {one for one in map(_added, stand.edits) if one}
    for table in {table for table, _ in added}:
        file = file_of(table)
        if stand.files.get(file) != files.get(file):
            yield from added & {(table, key_of(table, row)) for row in rows_of(table, files)}


def _added(edit: Edit) -> AddedRow | None:
    """What names the row that the edit adds; None for another edit."""
    return None if edit.key else (edit.table, key_of(edit.table, edit.cells or {}))


def _is_about(edit: Edit, clash: Clash) -> bool:
    key = edit.key or key_of(edit.table, edit.cells or {})
    return file_of(edit.table) == clash.file and clash.key in ("", said(key))


def _without(edit: Edit, columns: frozenset[str]) -> Edit | None:
    """The edit without those cells; None where none is left."""
    if edit.cells is None or not columns:
        return edit
    left = {name: cell for name, cell in edit.cells.items() if name not in columns}
    return replace(edit, cells=left) if left else None


def _hers(stand: Workspace, files: Files, edit: Edit) -> Edit | None:
    """The edit by which her row is whole on those files, whether they still hold it or not; None
    for one that they removed too."""
    key = edit.key or key_of(edit.table, edit.cells or {})
    held = _row(edit.table, key, files)
    if edit.cells is None:
        return edit if held is not None else None
    row = {**(_row(edit.table, key, stand.files) or {}), **edit.cells}
    if held is None:
        return Edit(edit.table, (), row)
    return Edit(edit.table, key, {n: cell for n, cell in row.items() if cell != held.get(n, "")})


def _row(table: str, key: tuple[str, ...], files: Files) -> Record | None:
    return next((row for row in rows_of(table, files) if key_of(table, row) == key), None)
