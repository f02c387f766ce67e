"""The euros of each line of money, added up from its amounts without reading them one by one."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

import numpy as np

from dashboard.staff.indexes.row_index import Hashes, Numbers, hashes_of
from dashboard.staff.indexes.sorting import value_of
from dashboard.staff.rows.table_lines import TableLines


@dataclass(frozen=True, slots=True)
class Sums:
    """Euros by the hashes of the codes of what they are for, which are in order."""

    codes: Hashes
    euros: Numbers

    def of(self, codes: Hashes) -> Numbers:
        """Those of each of these; not a number where there are none."""
        known = np.searchsorted(self.codes, codes)
        here = known < len(self.codes)
        here[here] = self.codes[known[here]] == codes[here]
        found = np.full(len(codes), np.nan)
        found[here] = self.euros[known[here]]
        return found


def euros_of(lines: TableLines, funding: TableLines, stage: str) -> Numbers:
    """The euros of each line at that stage; not a number where none is said."""
    sums = _sums(funding, stage)
    column = lines.index.column("id")
    cells = np.empty(len(column.cells))
    cells[column.hashed] = sums.of(column.hashes)
    found = np.full(len(lines), np.nan)
    found[: len(lines.index)] = cells[column.codes]
    moved = lines.moved
    found[[*moved]] = sums.of(hashes_of(line.row["id"] for line in moved.values()))
    return found


def _sums(funding: TableLines, stage: str) -> Sums:
    """The euros of each action that has some at that stage."""
    action, amount = (funding.index.column(name) for name in ("action", "montant"))
    said, count = amount.numbers[amount.codes], len(action.cells)
    here = funding.index.column("etape").picked((stage,)) & ~np.isnan(said)
    here &= ~funding.changed
    sums = np.bincount(action.codes[here], said[here], count)
    held = np.bincount(action.codes[here], minlength=count) > 0
    rows = [line.after for line in funding.moved.values() if line.after]
    more = [row for row in rows if row["etape"] == stage and not isnan(value_of(row["montant"]))]
    known = held[action.hashed]
    codes = np.concatenate([action.hashes[known], hashes_of(row["action"] for row in more)])
    added = np.array([value_of(row["montant"]) for row in more], np.float64)
    values = np.concatenate([sums[action.hashed[known]], added])
    found, places = np.unique(codes, return_inverse=True)
    euros = np.bincount(places, values, len(found)).astype(np.float64)
    return Sums(found, euros.round(4))
