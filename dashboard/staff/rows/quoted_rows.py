"""The rows that the journal names by their marks, told by what they are called today: the journal
itself holds nothing of what is written in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.depot.edits import KNOWN
from dashboard.staff import journal
from dashboard.staff.rows.changes import name_of
from dashboard.staff.rows.edits import Workspace

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


def quoted_rows(stand: Workspace, said: Iterable[str]) -> QuotedRows:
    """The names, in what that person works on, of the rows that these sentences name."""
    named = {pair for what in said for pair in MARKED.findall(what) if pair[0] in KNOWN}
    lines = ((table, mark, stand.line(table, mark)) for table, mark in named)
    return QuotedRows({mark: name_of(KNOWN[table], one.row) for table, mark, one in lines if one})
