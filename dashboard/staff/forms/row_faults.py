"""What forbids to keep a row that was typed, beside each field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.depot.edits import RowDiff
from dashboard.depot.settings_file import with_listed
from dashboard.domain import french
from dashboard.domain import settings as territory
from dashboard.importers.persons import is_person
from dashboard.schema import CellKind, Problem, Record, TableSchema, check_table, known_of
from dashboard.schema.problem import quote
from dashboard.schema.settings_tables import SCHEMAS, SETTINGS_TABLES
from dashboard.staff.forms.forms import DAY, LONG, SHORT, fields_of
from dashboard.staff.rows.choices import as_typed, settings_file, settings_of
from dashboard.staff.rows.edits import Workspace

_CODE = re.compile(r"([A-Za-z0-9][A-Za-z0-9_-]{0,59})?").fullmatch
"""A code of the settings, or none: that it is missing is said of every field alike."""


def wrong_in(table: TableSchema, line: RowDiff, stand: Workspace) -> dict[str, str]:
    """What forbids to keep that row, a sentence a column; empty where nothing does.

    The row is judged last of its table, so that a key met twice is told of it.
    """
    row = line.after or {}
    refused = {
        **dict(_too_long(table, row)),
        **dict(_miscoded(table, line)),
        **dict(_recoded(table, line)),
    }
    if refused:
        return refused
    others = [one.after for one in stand.lines(table.name) if one.after not in (None, line.before)]
    kept = [*(one for one in others if one), row]
    frame = _frame(table, kept)
    needed = {field.refers for field in table.fields if field.refers} - {table.name}
    tables = {name: _frame(SCHEMAS[name], stand.rows(name)) for name in needed}
    data = settings_of(stand)
    named = known_of(territory.read(data), territory.themes(data))
    found = check_table(table.name, frame, tables, named)
    mine = (one for one in found if one.blocking and one.row in (0, len(frame) + 1))
    wrong = {**_people(table, row), **{one.column: _sentence(one) for one in mine}}
    return wrong or _unsettled(table, kept, stand)


def _frame(table: TableSchema, rows: list[Record]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(table.header), dtype=str).fillna("")


def _too_long(table: TableSchema, row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for field in fields_of(table):
        most = LONG if field.long else SHORT
        if len(row.get(field.name, "")) > most:
            yield field.name, f"Ce texte dépasse {french.number(most)} signes : raccourcissez-le."


def _unsettled(table: TableSchema, rows: list[Record], stand: Workspace) -> dict[str, str]:
    """What forbids the settings to hold these rows, beside their code; empty where nothing does."""
    if table.name not in SETTINGS_TABLES:
        return {}
    content = with_listed(table, settings_file(stand), rows)
    try:
        territory.read(tomllib.loads(content.decode()))
    except ValueError as error:
        return {table.key[0]: french.capital(f"{error}.")}
    return {}


def _miscoded(table: TableSchema, line: RowDiff) -> Iterator[tuple[str, str]]:
    """A new code of the settings that would not stand in an address or in the name of a file."""
    new = table.name in SETTINGS_TABLES and line.before is None
    row = line.after or {}
    for field in table.fields if new else ():
        if field.kind is CellKind.CODE and not _CODE(row[field.name]):
            yield field.name, "Un code a 60 signes au plus : lettres sans accent, chiffres, tirets."


def _recoded(table: TableSchema, line: RowDiff) -> Iterator[tuple[str, str]]:
    """A code of the settings that changes: addresses and other tables name what it names."""
    codes = table.key if table.name in SETTINGS_TABLES and line.before else ()
    for name in codes:
        if name in line.changed:
            yield name, "Ce code ne change plus : ajoutez une autre ligne, puis retirez celle-ci."


def _people(table: TableSchema, row: Mapping[str, str]) -> dict[str, str]:
    """A name that is a person's: what is public names organisations alone."""
    if table.name == "contacts" and is_person(row.get("nom", "")):
        return {"nom": "Ce nom est celui d’une personne : écrivez le service ou l’organisme."}
    return {}


def _sentence(problem: Problem) -> str:
    """What is wrong and what to do, beside the field."""
    if not problem.value and problem.message == "la case est vide.":
        return "Ce champ est obligatoire : remplissez-le."
    if problem.message == "n’est pas une date.":
        return f"{quote(as_typed(problem.value))} {problem.message} {DAY}."
    quoted = f"{quote(problem.value)} " if problem.value else ""
    return french.capital(f"{quoted}{problem.message} {problem.remedy}")
