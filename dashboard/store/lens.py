"""A selection as the arrays understand it: which rows, which cells of the cube."""

from __future__ import annotations

from dataclasses import dataclass
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

    @property
    def on_cube(self) -> bool:
        """Whether the cube answers: no filter that is not one of its axes."""
        return not self.rows

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


def rows_of(
    lens: Lens, archive: Archive, years: bool = True, funded: bool = True
) -> tuple[Rows, Amounts]:
    """The rows of the lens and their amounts at the reference stage, apportioned to its place.

    What was asked and refused has no amount at that stage: left out unless ``funded`` is false.
    """
    arrays = archive.arrays
    rows, amounts = _candidates(lens, archive, years)
    kept = arrays["row_amount"][rows] > 0 if funded else np.ones(len(rows), dtype=bool)
    if lens.pillar is not None:
        kept &= arrays["row_pillar"][rows] == lens.pillar
    for key, index in lens.rows:
        kept &= arrays[_ARRAY[key]][rows] == index
    return rows[kept], amounts[kept]


_ARRAY = {THEME: "row_theme", HOLDER: "row_holder", PUBLIC: "row_public", AGE: "row_age"}


def _candidates(lens: Lens, archive: Archive, years: bool) -> tuple[Rows, Amounts]:
    arrays = archive.arrays
    starts = arrays["year_start"]
    low = int(starts[lens.first]) if years else 0
    high = int(starts[lens.last + 1]) if years else int(starts[-1])
    if lens.place is None:
        return np.arange(low, high, dtype=np.int32), np.asarray(arrays["row_amount"][low:high])
    span = slice(int(arrays["place_start"][lens.place]), int(arrays["place_start"][lens.place + 1]))
    rows = np.asarray(arrays["place_rows"][span])
    inside = slice(*np.searchsorted(rows, [low, high]))
    return rows[inside], np.asarray(arrays["place_amount"][span][inside])
