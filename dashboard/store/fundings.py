"""Who pays, and how far the money went: a line may have several funders and several stages."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.domain.breakdown import Breakdown, Slice
from dashboard.domain.flow import SEVERAL, Flow
from dashboard.domain.funding import parts_together
from dashboard.domain.selection import Selection
from dashboard.store import row_filter as filters
from dashboard.store.archive import Archive, Vector
from dashboard.store.money import Money
from dashboard.store.row_filter import RowFilter

Labels = list[tuple[str, str]]


@dataclass(frozen=True)
class Fundings:
    """Questions about the fundings of the lines that a selection keeps."""

    archive: Archive
    money: Money

    def by_funder(self, selection: Selection) -> Breakdown:
        """By funder, at the reference stage; a line may have several funders."""
        names = {row["code"]: row["nom"] for row in self.archive.document("financeurs")}
        labels = [(code, names.get(code, code)) for code in self.archive.axes["money"]["funders"]]
        found = self._slices(self.money.row_filter(selection), "funder", labels)
        amount = sum(item.amount for item in found)
        ordered = tuple(sorted(found, key=lambda item: -item.amount))
        count = self.money.total(selection)[1]
        return Breakdown("financeur", ordered, amount, count, exclusive=False)

    def by_stage(self, selection: Selection) -> tuple[Slice, ...]:
        """Euros and lines that reached each stage: they do not add up, each contains the next."""
        stages = self.archive.axes["money"]["stages"]
        labels = [(stage, stage[:1].upper() + stage[1:]) for stage in stages]
        return self._slices(self.money.row_filter(selection), "stage", labels)

    def _slices(self, row_filter: RowFilter, axis: str, labels: Labels) -> tuple[Slice, ...]:
        sums, counts = self.sums(row_filter, axis, len(labels))
        return tuple(
            Slice(slug, name, float(sums[i]), int(counts[i]))
            for i, (slug, name) in enumerate(labels)
            if counts[i]
        )

    def flows(self, selection: Selection) -> tuple[Flow, ...]:
        """Euros at the reference stage by funder, pillar and place, those that are some."""
        axes, euros = self.archive.axes["money"], self._flowing(self.money.row_filter(selection))
        places = (*axes["place_names"], SEVERAL)
        return tuple(
            Flow(axes["funders"][f], axes["pillars"][p], places[at], float(euros[p, at, f]))
            for p, at, f in np.argwhere(euros).tolist()
        )

    def _flowing(self, row_filter: RowFilter) -> Vector:
        """Those euros by pillar, destination and funder."""
        arrays = self.archive.arrays
        found = np.zeros(arrays["flows"].shape[1:])
        if row_filter.on_cube and not row_filter.places:
            years = arrays["flows"][row_filter.first : row_filter.last + 1].sum(axis=0)
            kept = list(row_filter.pillars) or slice(None)
            found[kept] = years[kept]
            return found
        rows, funders, euros = self._each(row_filter, "funder", arrays["flows"].shape[-1])
        cells = (arrays["row_pillar"][rows], arrays["row_destination"][rows], funders)
        np.add.at(found, cells, euros)
        return found

    def sums(self, row_filter: RowFilter, axis: str, size: int) -> tuple[Vector, Vector]:
        """Euros and lines by funder or stage, ``size`` of each."""
        if row_filter.on_rollups:
            return self._by_rollup(row_filter, axis)
        return self._by_line(row_filter, axis, size)

    def _by_rollup(self, row_filter: RowFilter, axis: str) -> tuple[Vector, Vector]:
        """Euros and lines by funder or stage, of the rollups that the filter keeps."""
        at = filters.rollups_of(row_filter, self.archive)
        arrays = self.archive.arrays
        amounts, counts = (arrays[f"rollup_{axis}_{name}"][at] for name in ("amount", "count"))
        return amounts.sum(axis=0), counts.sum(axis=0)

    def _by_line(self, row_filter: RowFilter, axis: str, size: int) -> tuple[Vector, Vector]:
        """The same, funding by funding; places have their part of each line that they share."""
        _, cells, euros = self._each(row_filter, axis, size)
        return np.bincount(cells, euros, size), np.bincount(cells, minlength=size)

    def _each(self, row_filter: RowFilter, axis: str, size: int) -> tuple[Vector, Vector, Vector]:
        """The row, the funder or stage and the euros of each of them that a row has."""
        arrays = self.archive.arrays
        lines = self._lines(row_filter, counted=axis == "funder")
        cells, rows = arrays[f"line_{axis}"][lines], arrays["line_row"][lines]
        met, which = np.unique(rows.astype(np.int64) * size + cells, return_inverse=True)
        euros = np.bincount(which, arrays["line_amount"][lines], len(met))
        if row_filter.places:
            euros = self._shared(row_filter.places, met // size, euros, together=axis == "funder")
        return met // size, met % size, euros

    def _shared(
        self, places: tuple[int, ...], rows: Vector, euros: Vector, together: bool
    ) -> Vector:
        """What the places count of each of those euros of those rows, which follow one another;
        ``together``: what one counts of one row makes its part of the whole row."""
        found = np.zeros(len(rows))
        for place in places:
            found += self._part(place, rows, euros, together=together)
        return found

    def _part(self, place: int, rows: Vector, euros: Vector, *, together: bool) -> Vector:
        """What one place counts of them; nothing of a row that does not serve it. What it alone
        receives is whole: the rule shares out only what several places receive."""
        arrays = self.archive.arrays
        low, high = (int(at) for at in arrays["place_start"][place : place + 2])
        served, many = _among(rows, arrays["place_rows"][low:high]), arrays["row_places"][rows]
        found = np.where(served & (many == 1), euros, 0.0)
        at = np.flatnonzero(served & (many > 1))
        first = ~_among(rows[at], arrays["place_rows"][:low])
        found[at] = _shared_out(rows[at], euros[at], many[at], first, together=together)
        return found

    def _lines(self, row_filter: RowFilter, counted: bool) -> Vector:
        """The fundings of the rows of the filter; those that the reference stage counts, or all."""
        arrays = self.archive.arrays
        rows, _ = filters.rows_of(row_filter, self.archive, funded=counted)
        low = np.searchsorted(arrays["line_row"], rows)
        high = np.searchsorted(arrays["line_row"], rows, side="right")
        lengths = high - low
        lines = np.repeat(high - lengths.cumsum(), lengths) + np.arange(lengths.sum())
        return lines[arrays["line_counted"][lines]] if counted else lines


def _among(rows: Vector, known: Vector) -> Vector:
    """Which of these rows are among those."""
    held = np.zeros(1 + max(rows.max(initial=0), known.max(initial=0)), dtype=bool)
    held[known] = True
    return held[rows]


def _shared_out(
    rows: Vector, euros: Vector, many: Vector, first: Vector, *, together: bool
) -> list[float]:
    """What the first of so many places, or another one, counts of each of those euros."""
    starts = np.flatnonzero(np.diff(rows, prepend=-1)) if together else np.arange(len(rows))
    ends = [*starts[1:].tolist(), len(rows)]
    return [
        part
        for head, end in zip(starts.tolist(), ends, strict=False)
        for part in parts_together(euros[head:end].tolist(), int(many[head]), bool(first[head]))
    ]
