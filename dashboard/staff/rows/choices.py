"""What a cell may hold, as a form offers it: from the schema, from the keys of other tables, from
the settings of the territory."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from dashboard import catalogue
from dashboard.catalogue import OPEN_LICENCE
from dashboard.depot.edits import applied, mark_of
from dashboard.depot.package import SETTINGS
from dashboard.domain import french, path
from dashboard.domain import settings as territory
from dashboard.schema import TABLES, CellKind, Field, Record, TableSchema
from dashboard.schema.settings_tables import SCHEMAS, SETTINGS_TABLES
from dashboard.staff.indexes.labels import QUARTERS, label_of
from dashboard.staff.indexes.row_index import IndexColumn, RowIndex
from dashboard.staff.indexes.text_pack import Mask
from dashboard.staff.rows.edits import Workspace
from dashboard.staff.rows.row_words import CodeWords, RowWords
from dashboard.staff.rows.table_lines import TableLines

OURS = "saisie-agents"
"""The identifier of the source of what staff type, where they name no other."""
LISTED = 5_000
"""Rows of a table that are offered as choices; of a longer one, the code is typed."""
_FLAGS = ("oui", "non")
_COLOURS = {
    "cadre": "Bleu, comme le cadre de vie",
    "emploi": "Ocre, comme l’emploi",
    "social": "Rose, comme la cohésion sociale",
    "pilotage": "Gris, comme le pilotage",
}
_WORDS = {"annee": "année", "theme": "thème", "resultats": "résultats", "intitule": "intitulé"}
"""The words of the codes that a table writes without accents."""


@dataclass(frozen=True, slots=True)
class CellChoice:
    """One value that a cell may hold, and its words."""

    code: str
    label: str


CellChoices = tuple[CellChoice, ...]


def choices_of(table: str, field: Field, stand: Workspace) -> CellChoices:
    """What that column offers; none where it is free."""
    named = _NAMED.get((table, field.name)) or _NAMED.get(("", field.name))
    if named and not field.refers:
        return tuple(named(settings_of(stand)))
    if field.values or field.kind is CellKind.FLAG:
        return tuple(
            CellChoice(value, _WORDS.get(value, value)) for value in field.values or _FLAGS
        )
    return tuple(_rows(field, stand)) if field.refers else ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the codes that cells hold, by column: those by which the forms offer them.
    ``days`` are the columns that hold days, ``many`` those of several codes."""

    held: Mapping[str, CodeWords]
    days: frozenset[str] = frozenset()
    many: frozenset[str] = frozenset()

    def of(self, column: str, cell: str) -> str:
        """What that cell is called; a day as it is typed; the cell itself where its column is free,
        and what no list knows as it stands."""
        if column in self.days:
            return as_typed(cell)
        words = self.held.get(column)
        if not words or not cell:
            return cell
        return " | ".join(words.get(part, part) for part in cell.split("|"))

    def holding(self, index: RowIndex, word: str) -> Mask:
        """Which rows of that index hold a cell whose words hold that one, folded."""
        found = np.zeros(len(index), np.bool_)
        for name in {*self.held, *self.days} & {*index.columns}:
            column = index.column(name)
            found |= column.rows(self._cells(name, column, word))
        return found

    def _cells(self, name: str, column: IndexColumn, word: str) -> Mask:
        """Which cells of that column have words that hold that one: all at once where each is the
        code of a row."""
        words = self.held.get(name)
        if isinstance(words, RowWords) and name not in self.many:
            return column.among(words.naming(word))
        texts = (french.fold(self.of(name, cell)) for cell in column.cells)
        return np.fromiter((word in text for text in texts), np.bool_, len(column.cells))


def wording(table: TableSchema, stand: Workspace) -> Wording:
    """The words of that table, as that draft has them."""
    found = ((field.name, _words(table.name, field, stand)) for field in table.fields)
    days = frozenset(field.name for field in table.fields if field.kind is CellKind.DATE)
    many = frozenset(field.name for field in table.fields if field.many)
    return Wording({name: words for name, words in found if words}, days, many)


def _words(table: str, field: Field, stand: Workspace) -> CodeWords | None:
    """The words of that column; None where it is free."""
    if not field.refers or field.values or field.kind is CellKind.FLAG:
        return {one.code: one.label for one in choices_of(table, field, stand)} or None
    lines = stand.table(field.refers)
    own = own_source(stand) if field.refers == "sources" and not _is_left(lines, OURS) else {}
    return RowWords(lines, _kinds(field), own)


def _is_left(lines: TableLines, code: str) -> bool:
    return any(line.after for line in lines.marked(mark_of(lines.table.name, (code,))))


def as_typed(day: str) -> str:
    """A day of the tables (2025-03-14) as staff write it (14/03/2025); anything else as it is."""
    return re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3/\2/\1", day)


def settings_of(stand: Workspace) -> Mapping[str, Any]:
    """The settings file of the territory, with the lists as that draft has them; as published where
    its edits leave lists that do not hold together."""
    published, asked = stand.files[SETTINGS], settings_file(stand)
    found = tomllib.loads(asked.decode())
    if asked is published or _is_whole(found):
        return found
    return tomllib.loads(published.decode())


def settings_file(stand: Workspace) -> bytes:
    """The settings file, its lists as that draft has them."""
    mine = [edit for edit in stand.edits if edit.table in SETTINGS_TABLES]
    held = stand.files[SETTINGS]
    return applied({SETTINGS: held}, mine)[SETTINGS] if mine else held


def _is_whole(data: Mapping[str, Any]) -> bool:
    try:
        territory.read(data), territory.themes(data)
    except (KeyError, TypeError, ValueError):
        return False
    return True


def own_source(stand: Workspace) -> Record:
    """The row of ``sources`` for what staff type by themselves."""
    name = str(settings_of(stand)["nom"])
    said = {
        "id": OURS,
        "titre": f"Saisi par les agents, {name}",
        "producteur": name,
        "licence": OPEN_LICENCE,
        "obtention": "Saisi dans l’espace des agents",
    }
    return {**dict.fromkeys(TABLES["sources"].header, ""), **said}


def _rows(field: Field, stand: Workspace) -> Iterator[CellChoice]:
    kinds = _kinds(field)
    if not kinds and stand.table(field.refers).left > LISTED:
        return
    rows = stand.rows(field.refers)
    if field.refers == "sources" and OURS not in {row["id"] for row in rows}:
        rows = [own_source(stand), *rows]
    if kinds:
        rows = [row for row in rows if row["genre"] in kinds]
    table = SCHEMAS[field.refers]
    for row in rows:
        yield CellChoice(row[table.key[0]], label_of(table, row))


def _kinds(field: Field) -> tuple[str, ...]:
    """The kinds of the rows that column may name; empty for any."""
    return field.among or (QUARTERS if field.name == "quartiers" else ())


def _pillars(data: Mapping[str, Any]) -> Iterator[CellChoice]:
    """Those of every contract: any may be borne by a line."""
    return (CellChoice(one.slug, one.name) for one in territory.read(data).pillars)


def _themes(data: Mapping[str, Any]) -> Iterator[CellChoice]:
    return (CellChoice(one["slug"], one["nom"]) for one in territory.themes(data))


def _grids(data: Mapping[str, Any]) -> Iterator[CellChoice]:
    return (
        CellChoice(one.grid.code, f"Grille {one.grid.code}")
        for one in territory.read(data).contracts
    )


def _generations(data: Mapping[str, Any]) -> Iterator[CellChoice]:
    years = dict.fromkeys(one.perimeters for one in territory.read(data).contracts)
    return (CellChoice(year, f"Périmètres de {year}") for year in years)


def _indicators(_: Mapping[str, Any]) -> Iterator[CellChoice]:
    return (CellChoice(one.slug, one.label) for one in catalogue.INDICATORS)


def _colours(_: Mapping[str, Any]) -> Iterator[CellChoice]:
    return (CellChoice(code, words) for code, words in _COLOURS.items())


def _steps(_: Mapping[str, Any]) -> Iterator[CellChoice]:
    return (CellChoice(step, step) for step in (*path.STEPS, path.NO_STEP))


ChoiceLister = Callable[[Mapping[str, Any]], Iterator[CellChoice]]
_NAMED: Mapping[tuple[str, str], ChoiceLister] = {
    ("", "pilier"): _pillars,
    ("", "pilier_source"): _pillars,
    ("", "pilier_cible"): _pillars,
    ("", "theme"): _themes,
    ("", "grille_source"): _grids,
    ("", "grille_cible"): _grids,
    ("actions", "age"): _steps,
    ("regles_parcours", "age"): _steps,
    ("territoires", "generation"): _generations,
    ("piliers", "role"): _colours,
    ("piliers", "indicateur"): _indicators,
}
"""The columns that the settings close, by table (empty: any) and name."""
