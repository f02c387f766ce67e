"""A selection as the arrays understand it: which rows, which cells of the cube."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard import keys
from dashboard.domain.selection import Selection
from dashboard.store.archive import ROLLED, Archive
from dashboard.store.places import Places
from dashboard.store.search import rows_with

HOLDER = "holder"
"""The mark of the rows whose candidates are kept by its values."""

RowNumbers = npt.NDArray[np.int32]
Amounts = npt.NDArray[np.float64]


@dataclass(frozen=True)
class RowFilter:
    """Indexes of the chosen pillars, places and marks of rows; none leaves the axis whole.

    ``found`` are the rows that hold the words asked, in order; None where none are asked.
    """

    first: int
    last: int
    pillars: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    marks: tuple[tuple[str, int], ...] = ()
    found: RowNumbers | None = None

    def over(self, years: int) -> RowFilter:
        """The same filter over all of so many years."""
        return replace(self, first=0, last=years - 1)

    @property
    def on_cube(self) -> bool:
        """Whether the cube answers: no filter that is not one of its axes."""
        return not self.marks and self.found is None

    @property
    def holder(self) -> int | None:
        """The rank of the chosen holder; None where none is chosen."""
        return dict(self.marks).get(HOLDER)

    @property
    def on_rollups(self) -> bool:
        """Whether rollups answer: no place, no words, no mark of lines that they mix is chosen."""
        mixed = dict(self.marks).keys() - set(ROLLED)
        return not self.places and self.found is None and not mixed

    def block(self, cube: npt.NDArray[Any], years: bool = True) -> npt.NDArray[Any]:
        """The chosen cells of a cube whose axes start with year, pillar, place; axes are kept.

        With ``years`` false every year is kept.
        """
        chosen = cube[slice(self.first, self.last + 1) if years else slice(None)]
        if self.pillars:
            chosen = chosen[:, list(self.pillars)]
        return chosen[:, :, list(self.places)] if self.places else chosen


def filter_of(selection: Selection, archive: Archive, places: Places) -> RowFilter:
    """The filter of that selection; a value that no row holds gives an index of −1: no row."""
    axes = archive.axes["money"]
    years = list(axes["years"])
    first, last = selection.years
    words = [key.value(selection) for key in keys.of_lines() if key.sieve is keys.WORDS]
    return RowFilter(
        first=years.index(first),
        last=years.index(last),
        pillars=tuple(list(axes["pillars"]).index(slug) for slug in selection.pillars),
        places=tuple(sorted({places.place_of[code] for code in selection.quarters})),
        marks=tuple(_marks(selection, axes)),
        found=rows_with(" ".join(words), archive) if any(words) else None,
    )


def _marks(selection: Selection, axes: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """The marks that the rows must bear, as indexes."""
    for key in keys.of_lines():
        value = key.value(selection)
        if key.sieve and key.sieve.array and value:
            yield key.sieve.array, _index(key.sieve.members(axes), value)


def _index(values: Sequence[str], value: str) -> int:
    return values.index(value) if value in values else -1


def rows_of(
    row_filter: RowFilter, archive: Archive, funded: bool = True
) -> tuple[RowNumbers, Amounts]:
    """The rows of the filter, each once and in order, and their amounts at the reference stage,
    apportioned to its places.

    What was asked and refused has no amount at that stage: left out unless ``funded`` is false.
    """
    rows, amounts = _candidates(row_filter, archive)
    kept = _alike(row_filter, archive, "row", rows)
    if row_filter.found is not None:
        kept &= np.isin(rows, row_filter.found, assume_unique=True)
    if funded:
        kept &= archive.arrays["row_amount"][rows] > 0
    return rows[kept], amounts[kept]


def rollups_of(row_filter: RowFilter, archive: Archive) -> RowNumbers:
    """The rollups whose lines the filter keeps: it holds neither place nor holder."""
    years = archive.arrays["rollup_year"]
    kept = (years >= row_filter.first) & (years <= row_filter.last)
    return np.flatnonzero(kept & _alike(row_filter, archive, "rollup", slice(None))).astype(
        np.int32
    )


def kept_of(row_filter: RowFilter, archive: Archive, rows: RowNumbers) -> RowNumbers:
    """Those of these rows that the filter keeps, in the same order; it holds no place."""
    years = archive.arrays["row_year"][rows]
    kept = _alike(row_filter, archive, "row", rows) & (archive.arrays["row_amount"][rows] > 0)
    found: RowNumbers = rows[kept & (years >= row_filter.first) & (years <= row_filter.last)]
    return found


def _alike(
    row_filter: RowFilter, archive: Archive, kind: str, at: RowNumbers | slice
) -> npt.NDArray[np.bool_]:
    """Which of these rows or rollups have a pillar and the values that the filter chose."""
    kept = np.ones(len(archive.arrays[f"{kind}_year"][at]), dtype=bool)
    for axis, index in row_filter.marks:
        kept &= archive.arrays[f"{kind}_{axis}"][at] == index
    if row_filter.pillars:
        kept &= np.isin(archive.arrays[f"{kind}_pillar"][at], row_filter.pillars)
    return kept


def _candidates(row_filter: RowFilter, archive: Archive) -> tuple[RowNumbers, Amounts]:
    """The rows among which to look: those of the places or of the holder that are chosen."""
    arrays = archive.arrays
    starts = arrays["year_start"]
    low, high = int(starts[row_filter.first]), int(starts[row_filter.last + 1])
    if row_filter.places:
        return _placed(row_filter.places, arrays, low, high)
    if row_filter.holder is None and row_filter.found is not None:
        rows = row_filter.found[slice(*np.searchsorted(row_filter.found, [low, high]))]
        return rows, arrays["row_amount"][rows]
    if row_filter.holder is None:
        return np.arange(low, high, dtype=np.int32), np.asarray(arrays["row_amount"][low:high])
    rows = _part(arrays, "holder", "rows", row_filter.holder) if row_filter.holder >= 0 else _NONE
    rows = rows[slice(*np.searchsorted(rows, [low, high]))]
    return rows, arrays["row_amount"][rows]


_NONE = np.array([], dtype=np.int32)


def _placed(
    places: Sequence[int], arrays: dict[str, npt.NDArray[Any]], low: int, high: int
) -> tuple[RowNumbers, Amounts]:
    """The rows of these places from one row to another, each once with what its places count of
    it: all of it where they are all its places."""
    parts = []
    for place in places:
        rows, amounts = (_part(arrays, "place", name, place) for name in ("rows", "amount"))
        inside = slice(*np.searchsorted(rows, [low, high]))
        parts.append((rows[inside], amounts[inside]))
    if len(parts) == 1:
        return parts[0]
    rows, amounts = (np.concatenate(column) for column in zip(*parts, strict=True))
    found, which, many = np.unique(rows, return_inverse=True, return_counts=True)
    sums = np.bincount(which, amounts, len(found)).round(2)
    alone = many == arrays["row_places"][found]
    return found, np.where(alone, arrays["row_amount"][found], sums)


def _part(
    arrays: dict[str, npt.NDArray[Any]], axis: str, name: str, index: int
) -> npt.NDArray[Any]:
    """What lies under that place or that holder."""
    starts = arrays[f"{axis}_start"]
    return arrays[f"{axis}_{name}"][int(starts[index]) : int(starts[index + 1])]
