"""What two people changed, settled by whoever reads both values: hers is kept, or the other taken,
cell by cell, a row as a whole where one of them removed it or both added it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session as Unit

from dashboard.depot import Files
from dashboard.depot.edits import KNOWN, Edit, file_of, key_of, rows_of
from dashboard.depot.merge import said
from dashboard.domain import french
from dashboard.schema import Record
from dashboard.staff.accounts.person import Person
from dashboard.staff.base.tables import Draft, TypedEdit
from dashboard.staff.checks.findings import COLLISIONS
from dashboard.staff.drafts.drafts import OPEN
from dashboard.staff.jobs import jobs
from dashboard.staff.journal import Act, now, write
from dashboard.staff.public import truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows import edits
from dashboard.staff.rows.choices import Wording, as_typed, wording
from dashboard.staff.rows.edits import Workspace
from dashboard.staff.settings import StaffSettings

GONE = "Ce brouillon n’a plus rien à départager : relisez-le."


@dataclass(frozen=True, slots=True)
class Dispute:
    """What is settled at once: its number in the page, its file, its row (empty for a file that is
    not told row by row), its cells with both values."""

    number: int
    file: str
    key: str
    whole: bool
    cells: tuple[Mapping[str, Any], ...]

    @property
    def columns(self) -> frozenset[str]:
        """Those of its cells."""
        return frozenset(cell["column"] for cell in self.cells)


def disputes(found: Mapping[str, Any]) -> tuple[Dispute, ...]:
    """What the checks found that two people changed, each to be settled."""
    listed = enumerate(found.get("collisions") or ())
    grouped = groupby(listed, lambda one: _together(*one))
    parts = (tuple(cell for _, cell in group) for _, group in grouped)
    return tuple(
        Dispute(rank, cells[0]["file"], cells[0]["key"], _is_whole(cells[0]), cells)
        for rank, cells in enumerate(parts)
    )


def worded(found: Mapping[str, Any], stand: Workspace) -> Iterator[Dispute]:
    """The same as they are read: each value in the words by which the forms offer it, each day as
    it is typed."""
    for one in disputes(found):
        name = one.file.removesuffix(".csv")
        words = wording(KNOWN[name], stand) if name in KNOWN and one.key else Wording({})
        yield replace(
            one,
            key=as_typed(one.key),
            cells=tuple({**cell, **_in_words(cell, words)} for cell in one.cells),
        )


def _in_words(cell: Mapping[str, Any], words: Wording) -> dict[str, str]:
    return {side: words.of(cell["column"], cell[side]) for side in ("ours", "theirs")}


def can_settle(draft: Draft) -> bool:
    """Whether all that collides in that draft is shown, and can be settled there."""
    return draft.typed and 0 < len(draft.found.get("collisions") or ()) < COLLISIONS


def settle(
    unit: Unit, settings: StaffSettings, who: Person, draft: Draft, hers: Sequence[bool]
) -> None:
    """Keep what is hers of each dispute of that draft, or take the other; its edits are then on top
    of the version that was read. NotDone where there is nothing to settle, or while a work on it is
    not done."""
    asked = disputes(draft.found)
    if not can_settle(draft) or draft.state not in OPEN or len(hers) != len(asked):
        raise NotDone(GONE)
    jobs.check_free(unit, draft)
    seen = truth.at(settings, draft.found["seen"])
    stand = edits.of_draft(unit, settings, draft)
    settled = tuple(_settled(stand, seen.files, tuple(zip(asked, hers, strict=True))))
    for kept, edit in zip(edits.held(unit, draft), settled, strict=True):
        _put(unit, kept, edit)
    draft.base = draft.found["seen"]
    unit.flush()
    edits.touched(unit, settings, draft)
    mine, theirs = (french.counted(hers.count(one), "case") for one in (True, False))
    what = f"brouillon n° {draft.id} : la sienne gardée dans {mine}, l’autre prise dans {theirs}"
    write(unit, settings.territory, who.signature, Act.SETTLED, what)


def _together(rank: int, cell: Mapping[str, Any]) -> tuple[Any, ...]:
    """What is the same of the cells that are settled at once."""
    return (cell["file"], cell["key"]) if _is_whole(cell) else (rank,)


def _is_whole(cell: Mapping[str, Any]) -> bool:
    return bool(cell.get("whole")) or not cell["column"]


def _put(unit: Unit, kept: TypedEdit, edit: Edit | None) -> None:
    if edit is None:
        unit.delete(kept)
    elif (kept.key, kept.cells) != (list(edit.key), edit.cells):
        cells = None if edit.cells is None else dict(edit.cells)
        kept.key, kept.cells, kept.when = list(edit.key), cells, now()


def _settled(
    stand: Workspace, files: Files, answers: Sequence[tuple[Dispute, bool]]
) -> Iterator[Edit | None]:
    """Each edit as it is once settled, on those files; None for one that goes."""
    for edit, moved in zip(stand.edits, edits.followed(stand, files), strict=True):
        mine = [(one, hers) for one, hers in answers if _is_about(edit, one)]
        left = [one for one, hers in mine if not hers]
        if any(one.whole for one in left):
            yield None
        elif any(one.whole and one.key for one, _ in mine):
            yield _hers(stand, files, edit)
        else:
            yield _without(moved, frozenset().union(*(one.columns for one in left)))


def _is_about(edit: Edit, dispute: Dispute) -> bool:
    key = edit.key or key_of(edit.table, edit.cells or {})
    return file_of(edit.table) == dispute.file and dispute.key in ("", said(key))


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
