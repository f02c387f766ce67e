"""How what the lines are of is known: a quarter named or proposed by a place, a step by a rule."""

from __future__ import annotations

import numpy as np

from dashboard.domain.funding import STEP_ORIGINS, Lines, Origin, Placing
from dashboard.store import row_filter as filters
from dashboard.store.aggregates import by_place
from dashboard.store.archive import Archive, Vector
from dashboard.store.row_filter import RowFilter

PROPOSED = 1
"""What ``row_placing`` holds of a row whose quarter is proposed: named is 0, unplaced 2."""


def placing_of(row_filter: RowFilter, archive: Archive) -> Placing:
    """The three parts of what the filter keeps, each line once, apportioned to its place."""
    rows, amounts = filters.rows_of(row_filter, archive)
    kinds = archive.arrays["row_placing"][rows]
    euros, lines = np.bincount(kinds, amounts, 3), np.bincount(kinds, minlength=3)
    pairs = zip(euros.tolist(), lines.tolist(), strict=True)
    named, proposed, unplaced = (Lines(float(amount), count) for amount, count in pairs)
    return Placing(named, proposed, unplaced)


def each_place(
    row_filter: RowFilter, archive: Archive, proposed: bool = False
) -> tuple[Vector, Vector]:
    """Euros and lines of each place, or of them those that are proposed."""
    if row_filter.on_cube:
        prefix = "proposed_" if proposed else ""
        names = (f"{prefix}shares", f"{prefix}counts")
        amounts, counts = (row_filter.block(archive.arrays[name]) for name in names)
        return amounts.sum(axis=(0, 1)), counts.sum(axis=(0, 1))
    return by_place(row_filter, archive, PROPOSED if proposed else None)


def steps_from(row_filter: RowFilter, archive: Archive, origin: Origin) -> dict[str, int]:
    """The funded lines of each step of the path of young people whose step has that origin."""
    rows, amounts = filters.rows_of(row_filter, archive)
    arrays, steps = archive.arrays, archive.axes["money"]["marks"]["age"]
    kept = (arrays["row_stepped"][rows] == STEP_ORIGINS.index(origin)) & (amounts > 0)
    counts = np.bincount(arrays["row_age"][rows][kept], minlength=len(steps))
    return dict(zip(steps, counts.tolist(), strict=True))
