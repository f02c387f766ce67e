"""What the edits of a draft become once what two people changed is settled: each is then on top of
what is published, and says no more than what is kept of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session as Unit

from dashboard.depot import Files
from dashboard.depot.edits import Edit, RowKey, file_of, key_of
from dashboard.depot.merge import said
from dashboard.staff.base.tables import Draft, TypedEdit
from dashboard.staff.checks.clashes import Clash
from dashboard.staff.journal import now
from dashboard.staff.rows import edits
from dashboard.staff.rows.edits import Workspace

Answer = tuple[Clash, bool]
"""A clash, and whether hers is kept."""
SettledEdits = tuple[Edit | None, ...]
"""Edits in the order in which they are held, None for one that goes."""


def settled(stand: Workspace, files: Files, answers: Sequence[Answer]) -> SettledEdits:
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


def _settled(stand: Workspace, files: Files, answers: Sequence[Answer]) -> Iterator[Edit | None]:
    held, about = Workspace(None, files, (), stand.index_of), _about(answers)
    for edit, moved in zip(stand.edits, edits.followed(stand, files), strict=True):
        file = file_of(edit.table)
        mine = [*about.get((file, said(_key(edit))), ()), *about.get((file, ""), ())]
        left = [one for one, hers in mine if not hers]
        if any(one.whole for one in left) or (not mine and _is_there(edit, stand, held)):
            yield None
        elif any(one.whole and one.key for one, _ in mine):
            yield _hers(stand, held, edit)
        else:
            yield _without(moved, frozenset().union(*(one.columns for one in left)))


def _about(answers: Iterable[Answer]) -> Mapping[tuple[str, str], list[Answer]]:
    """What is said of each row, by its file and what names it there."""
    found = defaultdict[tuple[str, str], list[Answer]](list)
    for clash, hers in answers:
        found[clash.file, clash.key].append((clash, hers))
    return found


def _key(edit: Edit) -> RowKey:
    return edit.key or key_of(edit.table, edit.cells or {})


def _is_there(edit: Edit, stand: Workspace, held: Workspace) -> bool:
    """Whether she adds a row that another did: the same, where nothing collides."""
    file = file_of(edit.table)
    if edit.key or stand.files.get(file) == held.files.get(file):
        return False
    return _row(edit, held) is not None


def _without(edit: Edit, columns: frozenset[str]) -> Edit | None:
    """The edit without those cells; None where none is left."""
    if edit.cells is None or not columns:
        return edit
    left = {name: cell for name, cell in edit.cells.items() if name not in columns}
    return replace(edit, cells=left) if left else None


def _hers(stand: Workspace, held: Workspace, edit: Edit) -> Edit | None:
    """The edit by which her row is whole on those files, whether they still hold it or not; None
    for one that they removed too."""
    now_there = _row(edit, held)
    if edit.cells is None:
        return edit if now_there is not None else None
    row = {**(_row(edit, stand) or {}), **edit.cells}
    if now_there is None:
        return Edit(edit.table, (), row)
    moved = {name: cell for name, cell in row.items() if cell != now_there.get(name, "")}
    return Edit(edit.table, _key(edit), moved)


def _row(edit: Edit, stand: Workspace) -> Mapping[str, str] | None:
    """The row of that edit in the files that it stands on, before any; None where it is not."""
    line = stand.table(edit.table).was(_key(edit))
    return line.before if line else None
