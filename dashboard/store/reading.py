"""One indicator of several territories in one year, out of the arrays of a publication."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.domain.indicator import Break, Indicator, Status
from dashboard.domain.scale import Scale

ABSENT = 255
Flags = npt.NDArray[np.bool_]


class Reading(NamedTuple):
    """What is published of several territories, in their order.

    ``values``: None where there is none. ``statuses``: what is known of it, None where no row
    exists. ``steps``: the rounding of its source.
    """

    values: list[float | None]
    statuses: list[Status | None]
    steps: list[float]


def nothing(count: int) -> Reading:
    """What is read in a year that holds no value."""
    return Reading([None] * count, [None] * count, [0.0] * count)


def rows_of(
    status: npt.NDArray[Any], ranks: Mapping[str, int], codes: Iterable[str]
) -> tuple[list[str], Flags]:
    """Those of these territories that have a rank; whether each has a row, a column a year."""
    known = [code for code in codes if code in ranks]
    return known, status[np.array([ranks[code] for code in known], int)] != ABSENT


def last(known: npt.NDArray[Any], names: Iterable[str], years: Sequence[int]) -> dict[str, int]:
    """The last year in which each row has something, a column a year; without those that have
    nothing."""
    upto = known.shape[1]
    if not upto:
        return {}
    places = (upto - 1 - known[:, ::-1].argmax(axis=1)).tolist()
    held = zip(names, places, np.logical_or.reduce(known, axis=1), strict=True)
    return {name: years[at] for name, at, some in held if some}


def breaks(
    rows: Iterable[Mapping[str, str]], indicator: Indicator, codes: Collection[str]
) -> tuple[Break, ...]:
    """The breaks that the catalogue knows, and those that a territory declares for one of these;
    none where the indicator has none."""
    local = [
        Break(int(row["annee"]), row["motif"], row["source"], row["territoire"])
        for row in rows
        if row["indicateur"] in ("", indicator.slug, f"source:{indicator.source}")
        and (not row["territoire"] or row["territoire"] in codes)
    ]
    return tuple(sorted({*local, *indicator.breaks}, key=lambda item: item.year))


def scale(
    rows: Sequence[npt.NDArray[Any]], years: Sequence[int], steps: Sequence[float]
) -> Scale | None:
    """All that is published in these rows (values, steps), a column a year; None where nothing
    is."""
    values, roundings = rows
    known = ~np.isnan(values)
    if not known.any():
        return None
    held = [year for year, some in zip(years, known.any(axis=0).tolist(), strict=True) if some]
    found = values[known].astype(float).tolist()
    rounded = dict(zip(found, (steps[at] for at in roundings[known].tolist()), strict=True))
    return Scale(held[0], held[-1], tuple(sorted(found)), rounded)


def of(
    columns: Sequence[list[Any]],
    ranks: Sequence[int],
    statuses: Sequence[Status],
    steps: Sequence[float],
) -> Reading:
    """What the columns (value, status, step) hold at these ranks; -1 where there is no row."""
    # Last, what a territory without row reads.
    numbers, marks, roundings = (
        [*column, last] for column, last in zip(columns, (math.nan, ABSENT, 0), strict=True)
    )
    read = [numbers[rank] for rank in ranks]
    known = {ABSENT: None, **dict(enumerate(statuses))}
    return Reading(
        [None if number != number else number for number in read],  # NaN alone differs
        [known[marks[rank]] for rank in ranks],
        [steps[roundings[rank]] for rank in ranks],
    )
