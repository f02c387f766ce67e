"""The lines that a selection keeps, in the order asked, read no further than what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.store import row_filter as filters
from dashboard.store.archive import Archive
from dashboard.store.row_filter import Amounts, RowFilter, RowNumbers

BY_AMOUNT, BY_TITLE, BY_HOLDER, BY_YEAR = "montant", "intitule", "porteur", "annee"
SORTS = (BY_AMOUNT, BY_TITLE, BY_HOLDER, BY_YEAR)
FIRST = 200
"""Rows that are looked at to begin with; four times more each time that they do not do."""
_ORDERS = {BY_AMOUNT: "order_amount", BY_TITLE: "order_title", BY_HOLDER: "order_holder"}


@dataclass(frozen=True, slots=True)
class RankedLines:
    """How many lines there are, what they make, and a way to read the first of them: rows and
    what the selection counts of each."""

    count: int
    amount: float
    first: Callable[[int], tuple[RowNumbers, Amounts]]


def walked(
    row_filter: RowFilter, archive: Archive, sort: str, total: tuple[float, int]
) -> RankedLines:
    """Along an order made at publication, as far as is asked: the filter holds neither place nor
    holder, whose lines are few. ``total``: its euros and lines."""
    runs = _runs(row_filter, archive, sort)

    @lru_cache(maxsize=2)
    def ahead(many: int) -> RowNumbers:
        found: list[RowNumbers] = [np.array([], dtype=np.int32)]
        for part in _parts(runs, many):
            found.append(filters.kept_of(row_filter, archive, part))
            if sum(map(len, found)) >= many:
                break
        return np.concatenate(found)

    def first(many: int) -> tuple[RowNumbers, Amounts]:
        rows = ahead(_rounded(many))[:many]
        return rows, archive.arrays["row_amount"][rows]

    return RankedLines(total[1], total[0], first)


def listed(rows: RowNumbers, amounts: Amounts, archive: Archive, sort: str) -> RankedLines:
    """Rows known one by one, in ascending order, with what is counted of each."""
    order = _order(rows, amounts, archive, sort)
    rows, amounts = rows[order], amounts[order]
    return RankedLines(len(rows), float(amounts.sum()), lambda many: (rows[:many], amounts[:many]))


def _runs(row_filter: RowFilter, archive: Archive, sort: str) -> tuple[RowNumbers, ...]:
    """The rows in that order, in one run or several: within a year they lie by amount."""
    starts = archive.arrays["year_start"]
    years = [np.arange(starts[at], starts[at + 1], dtype=np.int32) for at in _years(row_filter)]
    if sort == BY_YEAR or (sort == BY_AMOUNT and len(years) == 1):
        return tuple(years)
    return (archive.arrays[_ORDERS.get(sort, "order_amount")],)


def _years(row_filter: RowFilter) -> range:
    """The years of the filter, the latest first."""
    return range(row_filter.last, row_filter.first - 1, -1)


def _parts(runs: tuple[RowNumbers, ...], many: int) -> Iterator[RowNumbers]:
    """Parts of those runs one after the other, longer and longer."""
    size = many
    for run in runs:
        at = 0
        while at < len(run):
            yield run[at : at + size]
            at, size = at + size, 4 * size


def _rounded(many: int) -> int:
    """A bound that several asks share: what was read for one page serves the next ones."""
    found = FIRST
    while found < many:
        found *= 4
    return found


def _order(rows: RowNumbers, amounts: Amounts, archive: Archive, sort: str) -> npt.NDArray[Any]:
    """The order of these rows, as indexes into them."""
    if sort == BY_YEAR:
        return np.lexsort((-amounts, -archive.arrays["row_year"][rows]))
    if sort not in (BY_TITLE, BY_HOLDER):
        return np.argsort(-amounts, kind="stable")
    there = np.zeros(len(archive.arrays["row_year"]), dtype=bool)
    there[rows] = True
    order = archive.arrays[_ORDERS[sort]]
    found: npt.NDArray[Any] = np.searchsorted(rows, order[there[order]])
    return found
