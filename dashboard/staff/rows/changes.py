"""What a draft changes, row by row and cell by cell, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.depot.edits import KNOWN, LOGO, SETTINGS, RowDiff
from dashboard.schema import TableSchema
from dashboard.staff.base.tables import TypedEdit
from dashboard.staff.rows.choices import Wording, wording
from dashboard.staff.rows.edits import Workspace, edit_of, marked
from dashboard.staff.rows.tunable import NAMES as SETTING_NAMES

DRAWN = (LOGO.name, "image")
"""The cell that holds an image."""
NAMED = (SETTINGS.name, "reglage")
"""The cell that names a setting: what the row is called says it."""
NAMES = ("titre", "nom", "intitule")
"""The columns that say what a row is called, where it has one."""


@dataclass(frozen=True, slots=True)
class CellDiff:
    """One cell, before and after; ``drawn``: each is a PNG in base 64, to be shown."""

    title: str
    before: str
    after: str
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that a draft changes: its number among the edits, its table, what it is called, what
    becomes of it, its cells that differ."""

    number: int
    table: TableSchema
    mark: str
    name: str
    fate: str
    cells: tuple[CellDiff, ...]


def changes(stand: Workspace, kept: Iterable[TypedEdit]) -> Iterator[RowChange]:
    """Each edit, in the order in which it was made."""
    listed = tuple(kept)
    tables = {name: stand.table(name) for name in dict.fromkeys(one.file for one in listed)}
    words = {name: wording(KNOWN[name], stand) for name in tables}
    for one in listed:
        edit = edit_of(one)
        blank = RowDiff(None, {**dict.fromkeys(KNOWN[edit.table].header, ""), **(edit.cells or {})})
        line = (tables[edit.table].was(edit.key) if edit.key else None) or blank
        yield _change(one.id, KNOWN[edit.table], line, words[one.file])


def _change(number: int, table: TableSchema, line: RowDiff, words: Wording) -> RowChange:
    cells = tuple(cells_of(table, line, words)) if line.after is not None else ()
    return RowChange(
        number, table, marked(table.name, line), name_of(table, line.row), fate_of(line), cells
    )


def fate_of(line: RowDiff) -> str:
    """What becomes of that row."""
    if line.before is None:
        return "ajoutée"
    return "retirée" if line.after is None else "changée"


def cells_of(table: TableSchema, line: RowDiff, words: Wording) -> Iterator[CellDiff]:
    """The cells of that row that differ, in words."""
    before, after = line.before or {}, line.after or {}
    titles = {field.name: field.title for field in table.fields}
    for name in line.changed:
        if (table.name, name) == NAMED:
            continue
        was, now = (words.of(name, row.get(name, "")) for row in (before, after))
        yield CellDiff(titles.get(name, name), was, now, (table.name, name) == DRAWN)


def name_of(table: TableSchema, row: Mapping[str, str]) -> str:
    """What that row is called; nothing for a row that is not made yet."""
    if table.name == SETTINGS.name:
        return SETTING_NAMES.get(row["reglage"], row["reglage"])
    return next((row[name] for name in (*NAMES, *table.key) if row.get(name)), "")
