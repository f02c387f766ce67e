"""Changes of single rows, as a person makes them in a form, on top of the files of a territory."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.depot import package
from dashboard.depot.compare import readable
from dashboard.depot.settings_file import listed, texts, with_listed, with_texts
from dashboard.depot.version import Files
from dashboard.domain import logo
from dashboard.importers.apply import csv_text
from dashboard.schema import Field, Record, TableSchema
from dashboard.schema.settings_tables import GRIDS, SCHEMAS, SETTINGS_TABLES

SETTINGS = TableSchema(
    "territoire",
    "Réglages du territoire",
    (Field("reglage", "Réglage", required=True), Field("valeur", "Valeur")),
    key=("reglage",),
)
"""The texts of the settings file, told as the rows of a table are."""
LISTS = ("codes_anct", "noms_du_contrat")
"""The settings that hold several texts."""
LOGO = TableSchema(
    "logo",
    "Logo",
    (Field("fichier", "Fichier", required=True), Field("image", "Image")),
    key=("fichier",),
)
"""The logo, told as the one row of a table: its image is a PNG in base 64."""
KNOWN = {**SCHEMAS, SETTINGS.name: SETTINGS, LOGO.name: LOGO}
"""What edits are about, by name."""
RowKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """What becomes of one row: ``cells`` holds what changes in it, ``None`` where the row goes.
    ``key`` names it in the files before; empty for a row that is added."""

    table: str
    key: RowKey
    cells: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class RowDiff:
    """One row before and after the edits: ``before`` is None for one that is added, ``after`` for
    one that goes."""

    before: Record | None
    after: Record | None

    @property
    def row(self) -> Record:
        """The row as it is, or as it was."""
        return self.after or self.before or {}

    @property
    def changed(self) -> tuple[str, ...]:
        """The columns whose cells differ; none for a row that stays as it is."""
        before, after = self.before or {}, self.after or {}
        return tuple(name for name in self.row if before.get(name, "") != after.get(name, ""))


def key_of(table: str, row: Mapping[str, str]) -> RowKey:
    """What names that row in its table."""
    return tuple(row.get(column, "") for column in KNOWN[table].key)


def mark_of(table: str, key: RowKey) -> str:
    """A short name of the row of that key, fit for an address and for a journal that must hold
    nothing of what is written in a row."""
    return hashlib.sha256(json.dumps([table, *key]).encode()).hexdigest()[:16]


def lines_of(table: str, files: Files, edits: Iterable[Edit]) -> list[RowDiff]:
    """The rows of that table, in their order, then those that are added. An edit of a row that the
    files do not hold does nothing: ``lost`` says which."""
    mine = [edit for edit in edits if edit.table == table]
    told = {edit.key: edit for edit in mine if edit.key}
    found = [_line(row, told.get(key_of(table, row))) for row in rows_of(table, files)]
    blank = dict.fromkeys(KNOWN[table].header, "")
    return [
        *found,
        *(RowDiff(None, {**blank, **(edit.cells or {})}) for edit in mine if not edit.key),
    ]


def file_of(table: str) -> str:
    """The name of the file that holds the rows of that table."""
    settled = table == SETTINGS.name or table in SETTINGS_TABLES
    return package.SETTINGS if settled else KNOWN[table].file


def rows_of(table: str, files: Files) -> Sequence[Record]:
    """The rows of that table; none where it is missing or cannot be read."""
    if table == SETTINGS.name:
        held = texts(files.get(package.SETTINGS, b""))
        return [{"reglage": name, "valeur": value} for name, value in held.items()]
    if table in SETTINGS_TABLES:
        return listed(SETTINGS_TABLES[table], files.get(package.SETTINGS, b""))
    if table == LOGO.name:
        return [logo_row(files[logo.FILE])] if logo.FILE in files else []
    return readable(f"{table}.csv", files)


def logo_row(content: bytes) -> Record:
    """That logo as the row of its table."""
    return {"fichier": logo.FILE, "image": base64.b64encode(content).decode()}


def _line(row: Record, edit: Edit | None) -> RowDiff:
    if edit is None:
        return RowDiff(row, row)
    return RowDiff(row, None if edit.cells is None else {**row, **edit.cells})


def lost(files: Files, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits of rows that those files do not hold; none where every row is there."""
    tables = {edit.table for edit in edits if edit.key}
    held = {(table, key_of(table, row)) for table in tables for row in rows_of(table, files)}
    return tuple(edit for edit in edits if edit.key and (edit.table, edit.key) not in held)


def applied(files: Files, edits: Sequence[Edit]) -> dict[str, bytes]:
    """The files with those edits; a table that none of them names keeps its very bytes. The pillars
    are written in their grids, which come first."""
    found = dict(files)
    named = dict.fromkeys(edit.table for edit in edits)
    for table in sorted(named, key=lambda name: name != GRIDS.name):
        lines = lines_of(table, found, edits)
        found |= _written(table, [line.after for line in lines if line.after is not None], found)
    return {name: content for name, content in found.items() if content or name != logo.FILE}


def _written(table: str, rows: Sequence[Record], files: Files) -> dict[str, bytes]:
    """The file of that table with these rows; an empty one for a logo that goes."""
    if table == SETTINGS.name:
        said = {row["reglage"]: row["valeur"] for row in rows}
        return {package.SETTINGS: with_texts(files[package.SETTINGS], said, LISTS)}
    if table in SETTINGS_TABLES:
        found = with_listed(SETTINGS_TABLES[table], files[package.SETTINGS], rows)
        return {package.SETTINGS: found}
    if table == LOGO.name:
        return {logo.FILE: base64.b64decode(rows[-1]["image"]) if rows else b""}
    return {KNOWN[table].file: csv_text(table, tuple(rows)).encode()}
