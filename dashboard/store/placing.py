"""How the quarter of the money is known: named, proposed by a place, or not at all."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.domain.funding import Lines, Placing
from dashboard.store import lens as lenses
from dashboard.store.archive import Archive
from dashboard.store.lens import Lens
from dashboard.store.tally import by_place

Vector = npt.NDArray[Any]
PROPOSED = 1
"""What ``row_placing`` holds of a row whose quarter is proposed: named is 0, unplaced 2."""


def placing_of(lens: Lens, archive: Archive) -> Placing:
    """The three parts of what the lens keeps, each line once, apportioned to its place."""
    rows, amounts = lenses.rows_of(lens, archive)
    kinds = archive.arrays["row_placing"][rows]
    euros, lines = np.bincount(kinds, amounts, 3), np.bincount(kinds, minlength=3)
    pairs = zip(euros.tolist(), lines.tolist(), strict=True)
    named, proposed, unplaced = (Lines(float(amount), count) for amount, count in pairs)
    return Placing(named, proposed, unplaced)


def each_place(lens: Lens, archive: Archive, proposed: bool = False) -> tuple[Vector, Vector]:
    """Euros and lines of each place, or of them those that are proposed."""
    if lens.on_cube:
        prefix = "proposed_" if proposed else ""
        names = (f"{prefix}shares", f"{prefix}counts")
        amounts, counts = (lens.block(archive.arrays[name]) for name in names)
        return amounts.sum(axis=(0, 1)), counts.sum(axis=(0, 1))
    return by_place(lens, archive, PROPOSED if proposed else None)
