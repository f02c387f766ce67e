"""The rows that staff change in the forms: each change is an edit of a draft of hers, which is
checked and published as one made from a file is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session as Unit

from dashboard.depot import Files
from dashboard.depot.edits import (
    KNOWN,
    Edit,
    RowDiff,
    key_of,
    lines_of,
    lost,
    mark_of,
    rows_of,
)
from dashboard.depot.merge import renamed
from dashboard.staff.accounts.person import Person
from dashboard.staff.base.tables import Draft, TypedEdit
from dashboard.staff.drafts import drafts
from dashboard.staff.drafts.drafts import OPEN, DraftState
from dashboard.staff.indexes.index_shelf import IndexOf, IndexShelf, in_memory
from dashboard.staff.jobs import jobs
from dashboard.staff.journal import Act, now, write
from dashboard.staff.public import truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows.table_lines import TableLines
from dashboard.staff.settings import StaffSettings

NAME = "Saisie dans les formulaires"
MOST = 5_000
"""Edits of one draft."""
PASSED = "Cette ligne a changé depuis que vous l’avez ouverte : relisez-la, puis recommencez."


@dataclass(frozen=True, slots=True)
class Workspace:
    """Her open draft (None where she has none), its files, its edits, the index of each table."""

    draft: Draft | None
    files: Files
    edits: tuple[Edit, ...] = ()
    index_of: IndexOf = in_memory
    _opened: dict[str, TableLines] = field(default_factory=dict, compare=False, repr=False)

    def table(self, name: str) -> TableLines:
        """The rows of that table as her draft has them, each read when it is asked for."""
        if name not in self._opened:
            held = self.index_of(KNOWN[name], self.files)
            self._opened[name] = TableLines(KNOWN[name], held, self.edits)
        return self._opened[name]

    def lines(self, table: str) -> list[RowDiff]:
        """The rows of that table as her draft has them, those that it removes with them."""
        return lines_of(table, self.files, self.edits)

    def rows(self, table: str) -> list[dict[str, str]]:
        """The rows of that table as her draft would leave them."""
        return [line.after for line in self.lines(table) if line.after is not None]

    def plus(self, added: Iterable[tuple[str, RowDiff]]) -> Workspace:
        """The same, with those rows added."""
        more = [Edit(table, (), line.after) for table, line in added]
        return replace(self, edits=(*self.edits, *more), _opened={})

    def line(self, table: str, mark: str) -> RowDiff | None:
        """The row of that mark; None where no row has it."""
        return next(self.table(table).marked(mark), None)


def marked(table: str, line: RowDiff) -> str:
    """The mark of that row as it now is."""
    return mark_of(table, key_of(table, line.row))


def print_of(line: RowDiff) -> str:
    """A fingerprint of what that row holds: a form says it back, so that nobody changes a row that
    she did not read."""
    return hashlib.sha256(json.dumps(line.after, sort_keys=True).encode()).hexdigest()[:16]


def current(unit: Unit, territory: str, who: Person) -> Draft | None:
    """The draft that her next edit goes to; None where it will open one."""
    asked = select(Draft).where(
        Draft.territory == territory, Draft.owner == who.id, Draft.typed, Draft.state.in_(OPEN)
    )
    return unit.scalars(asked.order_by(Draft.id.desc()).limit(1)).one_or_none()


def followed(stand: Workspace, files: Files) -> tuple[Edit, ...]:
    """The edits as they are to be on those files, in their order: another may have written their
    row again under other words."""
    gone = {(edit.table, edit.key) for edit in lost(files, stand.edits)}
    again = {
        table: renamed(KNOWN[table], rows_of(table, stand.files), rows_of(table, files))
        for table in {table for table, _ in gone}
    }
    return tuple(
        replace(edit, key=again[edit.table].get(edit.key, edit.key))
        if (edit.table, edit.key) in gone
        else edit
        for edit in stand.edits
    )


def held(unit: Unit, draft: Draft) -> tuple[TypedEdit, ...]:
    """The edits of that draft, the oldest first."""
    return tuple(
        unit.scalars(select(TypedEdit).where(TypedEdit.draft == draft.id).order_by(TypedEdit.id))
    )


def edit_of(kept: TypedEdit) -> Edit:
    """The edit that is kept so."""
    return Edit(kept.file, tuple(kept.key), kept.cells)


def stand_of(unit: Unit, settings: StaffSettings, who: Person) -> Workspace:
    """What she works on."""
    draft = current(unit, settings.territory, who)
    if draft is None:
        return Workspace(None, truth.truth(settings).files, (), IndexShelf(settings).of)
    return of_draft(unit, settings, draft)


def of_draft(unit: Unit, settings: StaffSettings, draft: Draft) -> Workspace:
    """What the edits of that draft stand on."""
    files, edits = truth.at(settings, draft.base).files, map(edit_of, held(unit, draft))
    return Workspace(draft, files, tuple(edits), IndexShelf(settings).of)


def put(
    unit: Unit, settings: StaffSettings, who: Person, changed: Sequence[tuple[str, RowDiff]]
) -> Draft:
    """Keep those rows, table by table, in her draft as they shall be: ``before`` as the form showed
    them, ``after`` as she wants them. NotDone while a work on the draft is not done, or where it
    holds too much."""
    draft = current(unit, settings.territory, who) or _opened(unit, settings, who)
    jobs.check_free(unit, draft)
    stand = of_draft(unit, settings, draft)
    kept = held(unit, draft)
    for table, line in changed:
        _put(unit, draft, kept, stand.table(table), line)
    unit.flush()
    if len(held(unit, draft)) > MOST:
        raise NotDone(f"Un brouillon tient {MOST} lignes : publiez-le, puis continuez.")
    touched(unit, settings, draft)
    said = _said(draft, [(table, line.row) for table, line in changed])
    write(unit, settings.territory, who.signature, Act.TYPED, said)
    return draft


def undo(unit: Unit, settings: StaffSettings, who: Person, draft: Draft, number: int) -> None:
    """Take back one edit of that draft; NotDone where it is not there, or a work is not done."""
    kept = unit.get(TypedEdit, number)
    if kept is None or kept.draft != draft.id or draft.state not in OPEN:
        raise NotDone("Ce changement n’est plus dans le brouillon.")
    jobs.check_free(unit, draft)
    unit.delete(kept)
    unit.flush()
    touched(unit, settings, draft)
    said = f"brouillon n° {draft.id}, {KNOWN[kept.file].title}"
    write(unit, settings.territory, who.signature, Act.UNDONE, said)


def _opened(unit: Unit, settings: StaffSettings, who: Person) -> Draft:
    drafts.check_room(unit, settings)
    draft = Draft(
        territory=settings.territory,
        owner=who.id,
        created=now(),
        base=truth.number(settings),
        file=NAME,
        checksum="",
        state=str(DraftState.UNCHECKED),
        found={},
        typed=True,
    )
    unit.add(draft)
    unit.flush()
    return draft


def _put(
    unit: Unit,
    draft: Draft,
    edits: Iterable[TypedEdit],
    lines: TableLines,
    line: RowDiff,
) -> None:
    """Keep that row of that table: one edit a row, whatever was done to it before, none for one
    that is again as it was."""
    table, first = lines.table.name, _first(lines, line)
    key = key_of(table, first) if first else ()
    kept = _kept(edits, table, key, line.before)
    cells = _cells(first, line.after)
    nothing = cells == {} if first else cells is None
    if kept is not None and nothing:
        unit.delete(kept)
    elif kept is not None:
        kept.cells, kept.when = cells, now()
    elif not nothing:
        unit.add(TypedEdit(draft=draft.id, when=now(), file=table, key=list(key), cells=cells))


def _first(lines: TableLines, line: RowDiff) -> Mapping[str, str] | None:
    """That row in the files, before any edit; None for one that an edit added. NotDone for one that
    is no longer what was read."""
    if line.before is None:
        return None
    mark = mark_of(lines.table.name, key_of(lines.table.name, line.before))
    known = next((one for one in lines.marked(mark) if one.after == line.before), None)
    if known is None:
        raise NotDone(PASSED)
    return known.before


def _kept(
    edits: Iterable[TypedEdit], table: str, key: Sequence[str], shown: Mapping[str, str] | None
) -> TypedEdit | None:
    """The edit of that row among those that the draft holds; None where it holds none. One that
    adds a row has no key: it is known by what it holds."""
    mine = [one for one in edits if one.file == table and one.key == list(key)]
    if not key:
        mine = [one for one in mine if shown and _filled(shown) == _filled(one.cells or {})]
    return next(iter(mine), None)


def _filled(cells: Mapping[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in cells.items() if cell}


def _cells(
    first: Mapping[str, str] | None, after: Mapping[str, str] | None
) -> dict[str, str] | None:
    """What differs from the files; None where the row goes."""
    if after is None:
        return None
    return {name: cell for name, cell in after.items() if cell != (first or {}).get(name, "")}


def touched(unit: Unit, settings: StaffSettings, draft: Draft) -> None:
    """Say that the draft is no longer what was checked."""
    edits = [[one.file, one.key, one.cells] for one in held(unit, draft)]
    draft.checksum = hashlib.sha256(json.dumps(edits, sort_keys=True).encode()).hexdigest()
    draft.state, draft.found, draft.changed = str(DraftState.UNCHECKED), {}, now()
    drafts.forget_result(settings, draft)


def _said(draft: Draft, rows: Iterable[tuple[str, Mapping[str, str]]]) -> str:
    """What the journal says: which rows, by their marks, and nothing of what they hold."""
    marks = [f"{table} {mark_of(table, key_of(table, dict(row)))}" for table, row in rows]
    more = f" et {len(marks) - 3} autres" if len(marks) > 3 else ""
    return f"brouillon n° {draft.id} : {', '.join(marks[:3])}{more}"
