"""The form of one row, derived from the declaration of its table: what it asks, what is typed in
it, what is wrong with that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.funding import Origin
from dashboard.schema import (
    CellKind,
    Field,
    Record,
    TableSchema,
)
from dashboard.staff.indexes.sorting import NUMBERS
from dashboard.staff.rows.choices import CellChoices, as_typed, choices_of
from dashboard.staff.rows.edits import Workspace

SHORT, LONG = 500, 10_000
"""Characters of a cell, and of a long text."""
LISTED, BOXES = 150, 60
"""Choices that a list holds, and that boxes to tick do."""
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
    cells = {field.name: cell_of(field, form.get(field.name, [])) for field in fields_of(table)}
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


def cell_of(field: Field, values: list[str]) -> str:
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
