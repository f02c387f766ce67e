"""What a lens keeps, counted: lines one by one, or strata of lines alike where they answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.store import lens as lenses
from dashboard.store.archive import Archive
from dashboard.store.lens import Lens

Vector = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows or strata (``kind``), their euros at the reference stage, how many lines each is."""

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

    def by_year_and_pillar(self, years: int, pillars: int) -> tuple[Vector, Vector]:
        """Euros and lines, a row a year and a column a pillar."""
        arrays = self.archive.arrays
        year, pillar = (arrays[f"{self.kind}_{axis}"][self.at] for axis in ("year", "pillar"))
        sums, counts = self._summed(year * pillars + pillar, years * pillars)
        return sums.reshape(years, pillars), counts.reshape(years, pillars)

    def _summed(self, cells: Vector, size: int) -> tuple[Vector, Vector]:
        counts = np.bincount(cells, self.counts, size).astype(np.int64)
        return np.bincount(cells, self.amounts, size), counts


def tally_of(lens: Lens, archive: Archive) -> Tally:
    """What the lens keeps, by strata where they answer."""
    if lens.on_strata:
        at = lenses.strata_of(lens, archive)
        amounts, counts = (archive.arrays[f"stratum_{name}"][at] for name in ("amount", "count"))
        return Tally(archive, "stratum", at, amounts, counts)
    return lines_of(lens, archive)


def lines_of(lens: Lens, archive: Archive) -> Tally:
    """The same, line by line: for what strata do not tell."""
    rows, amounts = lenses.rows_of(lens, archive)
    return Tally(archive, "row", rows, amounts, np.ones(len(rows), dtype=np.int32))


def by_place(lens: Lens, archive: Archive, placing: int | None = None) -> tuple[Vector, Vector]:
    """Euros and lines of each place, under the filters of the lens that are no axis of the cube.

    ``placing`` keeps the lines whose quarter is known so.
    """
    arrays = archive.arrays
    kept = np.zeros(len(arrays["row_year"]), dtype=bool)
    kept[lenses.rows_of(lens, archive)[0]] = True
    if placing is not None:
        kept &= arrays["row_placing"] == placing
    found = np.flatnonzero(kept[arrays["place_rows"]])
    starts = arrays["place_start"]
    place = np.searchsorted(starts, found, side="right") - 1
    size = len(starts) - 1
    sums = np.bincount(place, arrays["place_amount"][found], size)
    return sums, np.bincount(place, minlength=size)
