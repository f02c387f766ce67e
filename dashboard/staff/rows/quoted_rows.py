"""The rows that the journal names by their marks, told by what they are called today: the journal
itself holds nothing of what is written in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.depot import Files
from dashboard.depot.edits import KNOWN, key_of, mark_of, rows_of
from dashboard.staff import journal
from dashboard.staff.rows.changes import name_of

MARKED = re.compile(r"\b([a-z_]+) ([0-9a-f]{16})\b")
UNPUBLISHED = "une ligne qui n’est pas publiée"


@dataclass(frozen=True, slots=True)
class QuotedRows:
    """What rows are called, by their marks."""

    names: Mapping[str, str]

    def told(self, what: str) -> str:
        """What an act was done to, as it is read: each row by its table and its name, or said to be
        unpublished where none of its mark is."""
        return MARKED.sub(self._said, journal.told(what))

    def _said(self, found: re.Match[str]) -> str:
        table = KNOWN.get(found[1])
        if table is None:
            return found[0]
        name = self.names.get(found[2])
        return f"{table.title}, {f'« {name} »' if name else UNPUBLISHED}"


def quoted_rows(files: Files, said: Iterable[str]) -> QuotedRows:
    """The names, in those files, of the rows of each table that these sentences name."""
    tables = {table for what in said for table, _ in MARKED.findall(what)} & set(KNOWN)
    return QuotedRows(
        {
            mark_of(table, key_of(table, row)): name_of(KNOWN[table], row)
            for table in tables
            for row in rows_of(table, files)
        }
    )
