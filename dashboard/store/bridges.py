"""What changed between two years: the actions, or the holders, of one set beside the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

import numpy as np

from dashboard.domain.bridge import (
    CENT,
    KEPT,
    Bridge,
    BridgeMove,
    BridgeMoves,
    BridgeStep,
    MovedPart,
)
from dashboard.domain.selection import Selection
from dashboard.domain.series import parted
from dashboard.store import row_filter
from dashboard.store.archive import Archive, Vector
from dashboard.store.money import Money

ORDER = tuple(BridgeMove)
_KEPT = [ORDER.index(move) for move in KEPT]


class FollowedUnit(StrEnum):
    """What is followed from year to year: the action that lines are taken for, or the holder."""

    ACTION = "action"
    HOLDER = "porteur"


@dataclass(frozen=True, slots=True)
class Side:
    """What one year has, by unit: euros, funded lines, the row of the largest one."""

    units: Vector
    amounts: Vector
    counts: Vector
    rows: Vector

    def at(self, units: Vector) -> tuple[Vector, Vector]:
        """Euros and lines of those units, zero for one that it lacks."""
        amounts, counts = np.zeros(len(units)), np.zeros(len(units), dtype=np.int64)
        place = np.searchsorted(units, self.units)
        amounts[place], counts[place] = self.amounts, self.counts
        return amounts, counts


@dataclass(frozen=True)
class Bridges:
    """Questions about two years at once, under the filters of a selection."""

    archive: Archive
    money: Money

    def between(self, selection: Selection, first: int, by: FollowedUnit) -> BridgeMoves:
        """What moved from the year ``first`` to the one of the selection, which is later."""
        sides = [self._side(selection, year, by) for year in (first, selection.year)]
        units = np.union1d(sides[0].units, sides[1].units)
        (before, old), (after, new) = (side.at(units) for side in sides)
        years = list(self.archive.axes["money"]["years"])
        at = years.index(first), years.index(selection.year)
        breaks = parted(self.money.breaks(), first, selection.year)
        moves = self._moves(units, by, at, (before, after), (old, new))
        if breaks and by is FollowedUnit.HOLDER:
            moves[np.isin(moves, _KEPT)] = ORDER.index(BridgeMove.STAYED)
        steps = tuple(_steps(moves, (before, after), (old, new)))
        bridge = Bridge(
            first,
            selection.year,
            float(before.sum()),
            float(after.sum()),
            int(old.sum()),
            int(new.sum()),
            steps,
            breaks,
        )
        order = np.lexsort((-np.abs(after - before), moves))
        rows = _rows(units, sides)
        found = [column[order] for column in (moves, rows, before, after)]
        return BridgeMoves(bridge, len(units), lambda low, high: self._read(by, found, low, high))

    def course(self, code: str) -> dict[int, tuple[float, int]]:
        """Euros and funded lines of what is taken for the same action as that line, by year."""
        found = self.archive.query("select rowid - 1 as rang from actions where id = ?", (code,))
        arrays, years = self.archive.arrays, self.archive.axes["money"]["years"]
        held: dict[int, tuple[float, int]] = {}
        for row in found:
            same = np.flatnonzero(arrays["row_link"] == arrays["row_link"][row["rang"]])
            for rank in same[arrays["row_amount"][same] > 0].tolist():
                year = years[int(arrays["row_year"][rank])]
                amount, lines = held.get(year, (0.0, 0))
                held[year] = (amount + float(arrays["row_amount"][rank]), lines + 1)
        return held

    def _side(self, selection: Selection, year: int, by: FollowedUnit) -> Side:
        kept = self.money.row_filter(replace(selection, year=year, first_year=None))
        rows, amounts = row_filter.rows_of(kept, self.archive)
        name = "row_link" if by is FollowedUnit.ACTION else "row_holder"
        units, first, which = np.unique(
            self.archive.arrays[name][rows], return_index=True, return_inverse=True
        )
        sums = np.bincount(which, amounts, len(units))
        return Side(units, sums, np.bincount(which, minlength=len(units)), rows[first])

    def _moves(
        self,
        units: Vector,
        by: FollowedUnit,
        at: tuple[int, int],
        amounts: tuple[Vector, Vector],
        counts: tuple[Vector, Vector],
    ) -> Vector:
        """The rank in ``ORDER`` of what became of each unit."""
        there = self._there(by)[units]
        old, new = there[:, at[0]], there[:, at[1]]
        doubt = (
            np.isin(units, self._doubtful(at)) if by is FollowedUnit.ACTION else np.zeros_like(old)
        )
        gap = amounts[1] - amounts[0]
        cases = (
            (doubt, BridgeMove.DOUBTFUL),
            (~new, BridgeMove.ENDED),
            (~old, BridgeMove.STARTED),
            (counts[1] == 0, BridgeMove.LEFT),
            (counts[0] == 0, BridgeMove.ENTERED),
            (gap > CENT / 2, BridgeMove.ROSE),
            (gap < -CENT / 2, BridgeMove.FELL),
        )
        ranks = [ORDER.index(move) for _, move in cases]
        return np.select([case for case, _ in cases], ranks, ORDER.index(BridgeMove.SAME))

    def _there(self, by: FollowedUnit) -> Vector:
        """Whether each unit has a funded line, by year, whatever the filters."""
        return (
            self.archive.arrays["link_years"] if by is FollowedUnit.ACTION else self._holder_years
        )

    @cached_property
    def _holder_years(self) -> Vector:
        found: Vector = (self.archive.arrays["holder_count"].sum(axis=1) > 0).T
        return found

    def _doubtful(self, at: tuple[int, int]) -> Vector:
        """The actions of one of the two years alone that look like one of the other alone."""
        there, pairs = self.archive.arrays["link_years"], self.archive.arrays["link_alike"]
        gone = there[:, at[0]] & ~there[:, at[1]]
        come = there[:, at[1]] & ~there[:, at[0]]
        one, other = pairs[:, 0], pairs[:, 1]
        met = (gone[one] & come[other]) | (come[one] & gone[other])
        return np.unique(pairs[met])

    def _read(
        self, by: FollowedUnit, found: Sequence[Vector], low: int, high: int
    ) -> tuple[MovedPart, ...]:
        """The moves from one rank to another, with the words of their largest line."""
        moves, rows, before, after = (column[low:high].tolist() for column in found)
        names = self._names(tuple(row + 1 for row in rows))
        return tuple(
            MovedPart(
                ORDER[move],
                names[row + 1]["intitule_lisible"] if by is FollowedUnit.ACTION else "",
                names[row + 1]["porteur_lisible"],
                names[row + 1]["porteur_slug"],
                names[row + 1]["id"] if by is FollowedUnit.ACTION else "",
                old,
                new,
            )
            for move, row, old, new in zip(moves, rows, before, after, strict=True)
        )

    def _names(self, ranks: tuple[int, ...]) -> dict[int, dict[str, Any]]:
        sql = (
            "select rowid as rang, id, intitule_lisible, porteur_lisible, porteur_slug from actions"
        )
        marks = ",".join("?" * len(ranks))
        found = self.archive.query(f"{sql} where rowid in ({marks})", ranks)
        return {row["rang"]: row for row in found}


def _rows(units: Vector, sides: Sequence[Side]) -> Vector:
    """The row that names each unit: its largest of the later year, else of the earlier one."""
    rows = np.zeros(len(units), dtype=np.int64)
    for side in sides:
        rows[np.searchsorted(units, side.units)] = side.rows
    return rows


def _steps(
    moves: Vector, amounts: tuple[Vector, Vector], counts: tuple[Vector, Vector]
) -> Iterator[BridgeStep]:
    size = len(ORDER)
    sums = [np.bincount(moves, column, size).tolist() for column in (*amounts, *counts)]
    many = np.bincount(moves, minlength=size).tolist()
    for rank, move in enumerate(ORDER):
        if many[rank]:
            before, after, old, new = (column[rank] for column in sums)
            yield BridgeStep(move, before, after, int(old), int(new), many[rank])
