"""The words of the rows that cells name by their codes, found without listing those rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from dashboard.depot.edits import mark_of
from dashboard.domain import french
from dashboard.staff.indexes.labels import label_of
from dashboard.staff.indexes.row_index import LABEL, Hashes, hashes_of
from dashboard.staff.rows.table_lines import TableLines


class CodeWords(Protocol):
    """The words of codes."""

    def get(self, code: str, otherwise: str, /) -> str:
        """Those of that code; ``otherwise`` where it has none."""


@dataclass(frozen=True, slots=True)
class RowWords:
    """The words of the rows of a table, each found when it is asked for: those of the rows that
    such a column may name. ``own`` is a row that may not be there yet."""

    lines: TableLines
    kinds: tuple[str, ...]
    own: Mapping[str, str]

    def get(self, code: str, otherwise: str, /) -> str:
        """See CodeWords."""
        table = self.lines.table
        held = [*self.lines.marked(mark_of(table.name, (code,)))]
        rows = [line.after for line in held if line.after and self._named(line.after)]
        if rows:
            return label_of(table, rows[-1])
        return label_of(table, self.own) if self.own.get("id") == code else otherwise

    def naming(self, word: str) -> Hashes:
        """The hashes of the codes whose words hold that one, folded."""
        table, index, moved = self.lines.table, self.lines.index, self.lines.moved
        label, key = index.column(LABEL), index.column(table.key[0])
        held = label.rows(label.folded.holding(word))
        if self.kinds:
            held &= index.column("genre").picked(self.kinds)
        held &= ~self.lines.changed
        rows = [line.after for line in moved.values() if line.after and self._named(line.after)]
        more = [row for row in (*rows, self.own) if word in french.fold(label_of(table, row))]
        codes = hashes_of(row[table.key[0]] for row in more if row)
        return np.concatenate([key.hashes_in(held), codes])

    def _named(self, row: Mapping[str, str]) -> bool:
        return not self.kinds or row["genre"] in self.kinds
