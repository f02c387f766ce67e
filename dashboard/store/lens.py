"""A selection as the arrays understand it: which rows, which cells of the cube."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.domain.selection import Selection
from dashboard.store.archive import Archive
from dashboard.store.places import Places

THEME, HOLDER, PUBLIC, AGE, SEARCH = "theme", "porteur", "public", "age", "recherche"
ROW_FILTERS = (THEME, HOLDER, PUBLIC, AGE)

Rows = npt.NDArray[np.int32]
Amounts = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Lens:
    """Indexes of the chosen pillar, place and row filters; ``None`` leaves the axis whole."""

    first: int
    last: int
    pillar: int | None
    place: int | None
    rows: tuple[tuple[str, int], ...] = ()

    def over(self, years: int) -> Lens:
        """The same lens over all of so many years."""
        return replace(self, first=0, last=years - 1)

    @property
    def on_cube(self) -> bool:
        """Whether the cube answers: no filter that is not one of its axes."""
        return not self.rows

    @property
    def holder(self) -> int | None:
        """The chosen holder."""
        return dict(self.rows).get(HOLDER)

    @property
    def on_strata(self) -> bool:
        """Whether strata answer: neither a place nor a holder is chosen."""
        return self.place is None and self.holder is None

    def block(self, cube: npt.NDArray[Any], years: bool = True) -> npt.NDArray[Any]:
        """The chosen cells of a cube whose axes start with year, pillar, place; axes are kept.

        With ``years`` false every year is kept.
        """
        span = slice(self.first, self.last + 1) if years else slice(None)
        pillar = slice(None) if self.pillar is None else slice(self.pillar, self.pillar + 1)
        place = slice(None) if self.place is None else slice(self.place, self.place + 1)
        chosen: npt.NDArray[Any] = cube[span, pillar, place]
        return chosen


def lens_of(selection: Selection, archive: Archive, places: Places) -> Lens:
    """The lens of that selection; a value that no row holds gives an index of −1: no row."""
    axes = archive.axes["money"]
    years = list(axes["years"])
    first, last = selection.years
    rows = tuple(
        (key, _index(_values(axes, key), selection.option(key)))
        for key in ROW_FILTERS
        if selection.option(key)
    )
    return Lens(
        first=years.index(first),
        last=years.index(last),
        pillar=None if selection.pillar is None else list(axes["pillars"]).index(selection.pillar),
        place=None if selection.quarter is None else places.place_of[selection.quarter],
        rows=rows,
    )


def _values(axes: dict[str, Any], key: str) -> list[str]:
    if key == HOLDER:
        return [slug for slug, _ in axes["holders"]]
    return list(axes[_AXIS[key]])


_AXIS = {THEME: "themes", PUBLIC: "publics", AGE: "ages"}


def _index(values: list[str], value: str) -> int:
    return values.index(value) if value in values else -1


def rows_of(lens: Lens, archive: Archive, funded: bool = True) -> tuple[Rows, Amounts]:
    """The rows of the lens and their amounts at the reference stage, apportioned to its place.

    What was asked and refused has no amount at that stage: left out unless ``funded`` is false.
    """
    rows, amounts = _candidates(lens, archive)
    kept = _alike(lens, archive, "row", rows)
    if funded:
        kept &= archive.arrays["row_amount"][rows] > 0
    return rows[kept], amounts[kept]


def strata_of(lens: Lens, archive: Archive) -> Rows:
    """The strata whose lines the lens keeps: it holds neither place nor holder."""
    years = archive.arrays["stratum_year"]
    kept = (years >= lens.first) & (years <= lens.last)
    return np.flatnonzero(kept & _alike(lens, archive, "stratum", slice(None))).astype(np.int32)


def kept_of(lens: Lens, archive: Archive, rows: Rows) -> Rows:
    """Those of these rows that the lens keeps, in the same order; it holds no place."""
    years = archive.arrays["row_year"][rows]
    kept = _alike(lens, archive, "row", rows) & (archive.arrays["row_amount"][rows] > 0)
    found: Rows = rows[kept & (years >= lens.first) & (years <= lens.last)]
    return found


def _alike(lens: Lens, archive: Archive, kind: str, at: Rows | slice) -> npt.NDArray[np.bool_]:
    """Which of these rows or strata have the pillar and the values that the lens chose."""
    chosen = [(_ARRAY[key], index) for key, index in lens.rows]
    if lens.pillar is not None:
        chosen.append(("pillar", lens.pillar))
    kept = np.ones(len(archive.arrays[f"{kind}_year"][at]), dtype=bool)
    for axis, index in chosen:
        kept &= archive.arrays[f"{kind}_{axis}"][at] == index
    return kept


_ARRAY = {THEME: "theme", HOLDER: "holder", PUBLIC: "public", AGE: "age"}


def _candidates(lens: Lens, archive: Archive) -> tuple[Rows, Amounts]:
    """The rows among which to look: those of the place or of the holder where one is chosen."""
    arrays = archive.arrays
    starts = arrays["year_start"]
    low, high = int(starts[lens.first]), int(starts[lens.last + 1])
    if lens.place is not None:
        rows, amounts = (_part(arrays, "place", name, lens.place) for name in ("rows", "amount"))
        inside = slice(*np.searchsorted(rows, [low, high]))
        return rows[inside], amounts[inside]
    if lens.holder is None:
        return np.arange(low, high, dtype=np.int32), np.asarray(arrays["row_amount"][low:high])
    rows = _part(arrays, "holder", "rows", lens.holder) if lens.holder >= 0 else _NONE
    rows = rows[slice(*np.searchsorted(rows, [low, high]))]
    return rows, arrays["row_amount"][rows]


_NONE = np.array([], dtype=np.int32)


def _part(
    arrays: dict[str, npt.NDArray[Any]], axis: str, name: str, index: int
) -> npt.NDArray[Any]:
    """What lies under that place or that holder."""
    starts = arrays[f"{axis}_start"]
    return arrays[f"{axis}_{name}"][int(starts[index]) : int(starts[index + 1])]
