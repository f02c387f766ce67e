"""What a person calls a row: its title, then what tells it from another of the same title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from dashboard import catalogue
from dashboard.depot import Files
from dashboard.depot.compare import readable
from dashboard.schema import TABLES, CellKind, Field, Record, TableSchema
from dashboard.staff.indexes.labels import NAMES
from dashboard.staff.rows.choices import as_typed

WITH_TITLE = ("quartiers", "annee")
"""The columns that tell apart rows of the same title, besides those of the key."""
WHOLE = ("actions",)
"""The tables whose rows are named whole where another row names one."""


class RowTitles:
    """The names of the rows of those files, by which a person knows them."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._held: dict[str, Mapping[str, Record]] = {}

    def of(self, table: TableSchema, row: Record) -> str:
        """« Chantiers éducatifs (Les Hauts, 2020) »: the title of that row, its quarters, its year;
        what its key says in words where it has no title; nothing where it says nothing."""
        lead = next((name for name in NAMES if row.get(name)), "")
        told = [one for one in self._told(table, row, lead) if one]
        if not lead:
            return ", ".join(told)
        return f"{row[lead]} ({', '.join(told)})" if told else row[lead]

    def _told(self, table: TableSchema, row: Record, lead: str) -> Iterator[str]:
        fields = {field.name: field for field in table.fields}
        for name in dict.fromkeys((*table.key, *WITH_TITLE)):
            field = fields.get(name)
            if field is not None and name != lead and not (lead and _is_code(field)):
                yield self._words(field, row.get(name, ""))

    def _words(self, field: Field, cell: str) -> str:
        """What that cell of a key says, in words."""
        if field.kind is CellKind.DATE:
            return as_typed(cell)
        if field.name == "indicateur":
            return self._indicators.get(cell, cell)
        if not field.refers:
            return cell
        return ", ".join(self._named(field.refers, code) for code in cell.split("|") if code)

    def _named(self, table: str, code: str) -> str:
        """What the row of that code is called in that table; the code where it is not there."""
        row = self._rows(table).get(code)
        if row is None:
            return code
        if table in WHOLE:
            return self.of(TABLES[table], row)
        return next((row[name] for name in NAMES if row.get(name)), code)

    def _rows(self, table: str) -> Mapping[str, Record]:
        if table not in self._held:
            key = TABLES[table].key[0]
            self._held[table] = {row[key]: row for row in readable(f"{table}.csv", self._files)}
        return self._held[table]

    @cached_property
    def _indicators(self) -> Mapping[str, str]:
        return {one.slug: one.label for one in catalogue.INDICATORS}


def _is_code(field: Field) -> bool:
    """Whether that column of a key holds no words: an identifier, a rank."""
    return not field.refers and (field.kind in (CellKind.CODE, CellKind.INTEGER))
