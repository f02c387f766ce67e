"""The form of one row, derived from the declaration of its table: what it asks, what is typed in
it, what is wrong with that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.depot.edits import RowDiff
from dashboard.domain import french
from dashboard.domain import settings as territory
from dashboard.domain.funding import Origin
from dashboard.importers.persons import is_person
from dashboard.schema import (
    TABLES,
    CellKind,
    Field,
    Problem,
    Record,
    TableSchema,
    check_table,
    known_of,
)
from dashboard.schema.problem import quote
from dashboard.staff.choices import CellChoices, as_typed, choices_of, settings_of
from dashboard.staff.edits import Workspace

SHORT, LONG = 500, 10_000
"""Characters of a cell, and of a long text."""
LISTED, BOXES = 150, 60
"""Choices that a list holds, and that boxes to tick do."""
NUMBERS = (CellKind.INTEGER, CellKind.YEAR, CellKind.NUMBER, CellKind.AMOUNT)
DAY = "Jour, mois et année : 14/03/2025"
"""How a day is written."""
CONFIRM = "confirme-"
"""What begins the name of a box that confirms what was proposed."""
TypedForm = Mapping[str, list[str]]
"""What was typed: every value by the name of the field."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form: what it holds, what it offers, what is wrong with it (empty: nothing).
    ``confirms`` says where the value comes from, where it is to be confirmed (empty: it is not)."""

    field: Field
    value: str
    choices: CellChoices
    wrong: str = ""
    confirms: str = ""

    @property
    def kind(self) -> str:
        """How it is asked: ``cases``, ``liste``, ``suggestions``, ``long``, ``nombre`` or
        ``texte``."""
        if self.choices:
            return self._among()
        if self.field.long:
            return "long"
        return "nombre" if self.field.kind in NUMBERS else "texte"

    def _among(self) -> str:
        if self.field.many:
            return "cases" if len(self.choices) <= BOXES else "texte"
        return "liste" if len(self.choices) <= LISTED else "suggestions"

    @property
    def shown(self) -> str:
        """The value as it is typed: a day as its hint has it, the rest as the file writes it."""
        return as_typed(self.value) if self.field.kind is CellKind.DATE else self.value

    @property
    def held(self) -> tuple[str, ...]:
        """The values, of a field that may have several."""
        return tuple(part for part in self.value.split("|") if part)

    @property
    def strange(self) -> str:
        """The value where it is none of the choices; empty otherwise."""
        return "" if self.value in {one.code for one in self.choices} else self.value

    @property
    def hint(self) -> str:
        """What helps to fill it: the words of the schema, but where a list of names does better
        than they, which speak of codes."""
        if self.choices and not self.field.values:
            return ""
        written = DAY if self.field.kind is CellKind.DATE else ""
        return ". ".join(filter(None, (self.field.description, written)))

    @property
    def longest(self) -> int:
        """Characters that it takes."""
        return LONG if self.field.long else SHORT


def fields_of(table: TableSchema) -> tuple[Field, ...]:
    """The columns that staff may write: all of a table that they keep, those that they may correct
    in one that official files make; none of any other."""
    if table.kept:
        return table.fields
    mine = {one.column for one in table.corrections}
    return tuple(field for field in table.fields if field.name in mine)


def asked(
    table: TableSchema, row: Mapping[str, str], stand: Workspace, wrong: Mapping[str, str]
) -> tuple[FormField, ...]:
    """The fields of the form of that row, with what is wrong in each."""
    doubts = {} if table.kept else {one.column: one.doubt(row) for one in table.corrections}
    return tuple(
        FormField(
            field,
            row.get(field.name, ""),
            choices_of(table.name, field, stand),
            wrong.get(field.name, ""),
            doubts.get(field.name, ""),
        )
        for field in fields_of(table)
    )


def typed(table: TableSchema, form: TypedForm, before: Mapping[str, str]) -> Record:
    """The row as that form makes it of the one before."""
    row = {**dict.fromkeys(table.header, ""), **before}
    cells = {field.name: _cell(field, form.get(field.name, [])) for field in fields_of(table)}
    if table.kept:
        return {**row, **cells}
    confirmed = {name.removeprefix(CONFIRM) for name in form if name.startswith(CONFIRM)}
    return corrected(table, row, cells, confirmed)


def corrected(
    table: TableSchema, row: Record, cells: Mapping[str, str], confirmed: set[str]
) -> Record:
    """The row with these corrections: what differs is corrected, what does not and is confirmed is
    said to be; the rest stays as the official file has it."""
    found = dict(row)
    for one in table.corrections:
        differs = one.column in cells and cells[one.column] != row[one.column]
        if differs or (one.column in confirmed and not one.said(row)):
            origin = Origin.CORRECTED if differs else Origin.CONFIRMED
            found |= dict.fromkeys(one.how, "") | {one.origin: str(origin)}
        if differs:
            found[one.column] = cells[one.column]
    return found


def _cell(field: Field, values: list[str]) -> str:
    """What was typed, as the file writes it: a French number without its spaces, its comma a point;
    one line where the text is short."""
    if field.many:
        parts = (" ".join(part.split()) for value in values for part in value.split("|"))
        return "|".join(dict.fromkeys(part for part in parts if part))
    said = values[0] if values else ""
    if field.long:
        lines = (_printed(line).rstrip() for line in said.strip().splitlines())
        return "\n".join(lines)
    text = one_line(said)
    if field.kind is CellKind.DATE:
        return re.sub(r"(\d\d?)/(\d\d?)/(\d{4})", _day, text)
    if field.kind in NUMBERS:
        return re.sub(r"[\s\u202f\u00a0]", "", text).replace(",", ".")
    return text


def _day(found: re.Match[str]) -> str:
    return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}"


def one_line(text: str) -> str:
    """What was typed on one line, one space between its words, without what does not print."""
    return " ".join(_printed(text).split())


def _printed(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def wrong_in(table: TableSchema, line: RowDiff, stand: Workspace) -> dict[str, str]:
    """What forbids to keep that row, a sentence a column; empty where nothing does.

    The row is judged last of its table, so that a key met twice is told of it.
    """
    row = line.after or {}
    too_long = dict(_too_long(table, row))
    if too_long:
        return too_long
    others = [one.after for one in stand.lines(table.name) if one.after not in (None, line.before)]
    frame = _frame(table, [*(one for one in others if one), row])
    needed = {field.refers for field in table.fields if field.refers} - {table.name}
    tables = {name: _frame(TABLES[name], stand.rows(name)) for name in needed}
    data = settings_of(stand)
    named = known_of(territory.read(data), territory.themes(data))
    found = check_table(table.name, frame, tables, named)
    mine = (one for one in found if one.blocking and one.row in (0, len(frame) + 1))
    return {**_people(table, row), **{one.column: _sentence(one) for one in mine}}


def _frame(table: TableSchema, rows: list[Record]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(table.header), dtype=str).fillna("")


def _too_long(table: TableSchema, row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for field in fields_of(table):
        most = LONG if field.long else SHORT
        if len(row.get(field.name, "")) > most:
            yield field.name, f"Ce texte dépasse {french.number(most)} signes : raccourcissez-le."


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
