"""One indicator of several territories in one year, out of the arrays of a publication."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.domain.indicator import Status

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
