"""What a filter keeps, counted: lines one by one, or rollups of lines alike where they answer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.store import row_filter as filters
from dashboard.store.archive import Archive, Vector
from dashboard.store.row_filter import RowFilter


@dataclass(frozen=True, slots=True)
class Aggregate:
    """Rows or rollups (``kind``), their euros at the reference stage, how many lines each is."""

    archive: Archive
    kind: str
    at: Vector
    amounts: Vector
    counts: Vector

    def total(self) -> tuple[float, int]:
        """Euros and number of distinct lines."""
        return float(self.amounts.sum()), int(self.counts.sum())

    def by(self, axis: str, size: int) -> tuple[Vector, Vector]:
        """Euros and lines by index on that axis, ``size`` of each."""
        return self._summed(self.archive.arrays[f"{self.kind}_{axis}"][self.at], size)

    def by_year_and(self, axis: str, years: int, size: int) -> tuple[Vector, Vector]:
        """Euros and lines, a row a year and a column an index on that axis."""
        arrays = self.archive.arrays
        year, other = (arrays[f"{self.kind}_{name}"][self.at] for name in ("year", axis))
        sums, counts = self._summed(year.astype(np.int64) * size + other, years * size)
        return sums.reshape(years, size), counts.reshape(years, size)

    def _summed(self, cells: Vector, size: int) -> tuple[Vector, Vector]:
        counts = np.bincount(cells, self.counts, size).astype(np.int64)
        return np.bincount(cells, self.amounts, size), counts


def aggregate_of(row_filter: RowFilter, archive: Archive) -> Aggregate:
    """What the filter keeps, by rollups where they answer."""
    if row_filter.on_rollups:
        at = filters.rollups_of(row_filter, archive)
        amounts, counts = (archive.arrays[f"rollup_{name}"][at] for name in ("amount", "count"))
        return Aggregate(archive, "rollup", at, amounts, counts)
    return lines_of(row_filter, archive)


def lines_of(row_filter: RowFilter, archive: Archive) -> Aggregate:
    """The same, line by line: for what rollups do not tell."""
    rows, amounts = filters.rows_of(row_filter, archive)
    return Aggregate(archive, "row", rows, amounts, np.ones(len(rows), dtype=np.int32))


def by_place(
    row_filter: RowFilter, archive: Archive, placing: int | None = None
) -> tuple[Vector, Vector]:
    """Euros and lines of each place, whatever the filter holds that is no axis of the cube.

    ``placing`` keeps the lines whose quarter is known so.
    """
    arrays = archive.arrays
    kept = np.zeros(len(arrays["row_year"]), dtype=bool)
    kept[filters.rows_of(row_filter, archive)[0]] = True
    if placing is not None:
        kept &= arrays["row_placing"] == placing
    found = np.flatnonzero(kept[arrays["place_rows"]])
    starts = arrays["place_start"]
    place = np.searchsorted(starts, found, side="right") - 1
    size = len(starts) - 1
    sums = np.bincount(place, arrays["place_amount"][found], size)
    return sums, np.bincount(place, minlength=size)
