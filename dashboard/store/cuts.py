"""The lines cut in parts, year by year, whatever of these parts a filter keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from dashboard import keys
from dashboard.domain import french
from dashboard.domain.breakdown import Slice
from dashboard.domain.cut import Cut, CutPart
from dashboard.domain.funding import NO_QUARTER
from dashboard.domain.indicator import Indicator
from dashboard.domain.selection import PILLAR, QUARTER, Selection
from dashboard.store import row_filter as filters
from dashboard.store.aggregates import aggregate_of, lines_of
from dashboard.store.archive import Archive, Vector
from dashboard.store.fundings import Fundings
from dashboard.store.money import Money
from dashboard.store.row_filter import RowFilter
from dashboard.store.values import Values

ALWAYS = 9999
"""The last year of a perimeter that still stands."""
FUNDER, STAGE = "financeur", "etape"
MARKS: Mapping[str, str] = MappingProxyType(
    {
        PILLAR: "pillar",
        keys.THEME.name: "theme",
        keys.PUBLIC.name: "public",
        keys.AGE.name: "age",
        keys.HOLDER.name: "holder",
    }
)
"""The mark of a row that each cut reads."""


@dataclass(frozen=True)
class Cuts:
    """Questions about the parts of what a selection keeps."""

    archive: Archive
    money: Money
    fundings: Fundings
    values: Values

    def of(self, selection: Selection, axis: str, inhabitants: Indicator | None = None) -> Cut:
        """The parts by that axis, a year a column; of quarters, ``inhabitants`` is the indicator
        that counts them."""
        years = tuple(self.archive.axes["money"]["years"])
        wide = selection.having(axis, None) if axis not in (FUNDER, STAGE) else selection
        kept = self.money.row_filter(wide).over(len(years))
        amounts, counts = self._sums(kept, axis)
        totals = self._by_year(kept, len(years))
        chosen = {wanted for wanted in selection.held(axis).split(",") if wanted}
        heads = self._heads(axis, selection, amounts.sum(axis=0), counts.sum(axis=0))
        parts = (
            self._part(head, amounts[:, rank], counts[:, rank], chosen) for rank, head in heads
        )
        return Cut(
            axis,
            years,
            tuple(self._with_inhabitants(part, inhabitants, selection.year) for part in parts),
            tuple(totals[0].tolist()),
            tuple(totals[1].tolist()),
            exclusive=axis not in (QUARTER, FUNDER, STAGE),
            whole=axis != STAGE,
            ordinal=axis in (STAGE, keys.AGE.name),
            breaks=self.money.breaks(),
        )

    def _part(self, head: Slice, amounts: Vector, counts: Vector, chosen: set[str]) -> CutPart:
        picked = bool(head.pick and head.pick[1] in self._same(head, chosen))
        return CutPart(head, tuple(amounts.tolist()), tuple(counts.tolist()), chosen=picked)

    def _same(self, head: Slice, chosen: set[str]) -> set[str]:
        """What is chosen, by the names that the parts have: a quarter has one a perimeter."""
        if not head.pick or head.pick[0] != QUARTER:
            return chosen
        place_of = self.money.places.place_of
        here = place_of[head.pick[1]]
        return {head.pick[1]} if here in {place_of[code] for code in chosen} else set()

    def _with_inhabitants(self, part: CutPart, inhabitants: Indicator | None, year: int) -> CutPart:
        """A quarter with its inhabitants, where its perimeter in force that year has some."""
        if inhabitants is None or part.head.unsaid or not part.head.pick:
            return part
        code = part.head.pick[1]
        last = self.values.last_year(inhabitants, [code], year)
        found = self.values.observation(inhabitants, code, last) if last else None
        if found is None or not found.value:
            return part
        here = self.money.places.by_code[code]
        span = here.valid_from or 0, here.valid_to or ALWAYS
        return replace(part, inhabitants=found.value, inhabitants_year=last, inhabitants_span=span)

    def _by_year(self, kept: RowFilter, size: int) -> tuple[Vector, Vector]:
        """Euros and distinct lines of each year."""
        found = aggregate_of(kept, self.archive)
        return found.by("year", size)

    def _sums(self, kept: RowFilter, axis: str) -> tuple[Vector, Vector]:
        """Euros and lines, a row a year and a column a member of the axis."""
        if axis == QUARTER:
            return self._by_place(kept)
        if axis in (FUNDER, STAGE):
            return self._by_funding(kept, "funder" if axis == FUNDER else "stage")
        if axis == keys.HOLDER.name:
            return self._by_holder(kept)
        found = aggregate_of(kept, self.archive)
        return found.by_year_and(MARKS[axis], *self._shape(MARKS[axis]))

    def _shape(self, name: str) -> tuple[int, int]:
        axes = self.archive.axes["money"]
        members = axes["marks"].get(name) or axes.get(f"{name}s", ())
        return len(axes["years"]), len(members)

    def _by_holder(self, kept: RowFilter) -> tuple[Vector, Vector]:
        if not kept.on_cube or kept.places:
            return lines_of(kept, self.archive).by_year_and("holder", *self._shape("holder"))
        arrays = self.archive.arrays
        amounts, counts = (kept.block(arrays[f"holder_{name}"]) for name in ("amount", "count"))
        return amounts.sum(axis=1), counts.sum(axis=1)

    def _by_place(self, kept: RowFilter) -> tuple[Vector, Vector]:
        size = len(self.money.places.place_names)
        arrays = self.archive.arrays
        if kept.on_cube:
            amounts, counts = (
                kept.block(arrays[name])[..., :size] for name in ("shares", "counts")
            )
            return amounts.sum(axis=1), counts.sum(axis=1)
        there = np.zeros(len(arrays["row_year"]), dtype=bool)
        there[filters.rows_of(kept, self.archive)[0]] = True
        found = np.flatnonzero(there[arrays["place_rows"]])
        place = np.searchsorted(arrays["place_start"], found, side="right") - 1
        years = self._shape("year")[0]
        cells = arrays["row_year"][arrays["place_rows"][found]].astype(np.int64) * size + place
        sums = np.bincount(cells, arrays["place_amount"][found], years * size)
        counted = np.bincount(cells, minlength=years * size)
        return sums.reshape(years, size), counted.reshape(years, size)

    def _by_funding(self, kept: RowFilter, name: str) -> tuple[Vector, Vector]:
        """Year by year: a line may have several funders, and reach several stages."""
        years, size = self._shape(name)
        found = [
            self.fundings.sums(replace(kept, first=year, last=year), name, size)
            for year in range(years)
        ]
        amounts, counts = (np.array(part) for part in zip(*found, strict=True))
        return amounts, counts

    def _heads(
        self, axis: str, selection: Selection, sums: Vector, counts: Vector
    ) -> Iterator[tuple[int, Slice]]:
        """The rank and the name of each member that holds a line."""
        for rank, (slug, label, role) in enumerate(self._labels(axis, selection)):
            if counts[rank]:
                pick = (axis, slug) if slug and axis not in (FUNDER, STAGE) else None
                pick = None if slug == NO_QUARTER else pick
                yield rank, Slice(slug, label, float(sums[rank]), int(counts[rank]), role, pick)

    def _labels(self, axis: str, selection: Selection) -> Iterator[tuple[str, str, str]]:
        """Address, words and role of each member, in the order of the axis."""
        axes = self.archive.axes["money"]
        if axis == PILLAR:
            yield from ((p.slug, p.name, p.role) for p in self.money.borne)
        elif axis == QUARTER:
            yield from self._quarters(selection)
        elif axis == keys.HOLDER.name:
            yield from ((slug, name, "") for slug, name in axes["holders"])
        elif axis == FUNDER:
            names = {row["code"]: row["nom"] for row in self.archive.document("financeurs")}
            yield from ((code, names.get(code, code), "") for code in axes["funders"])
        elif axis == STAGE:
            yield from ((stage, french.capital(stage), "") for stage in axes["stages"])
        else:
            yield from self._marked(axis)

    def _marked(self, axis: str) -> Iterator[tuple[str, str, str]]:
        key = next(key for key in keys.of_lines() if key.name == axis)
        names = {item["slug"]: item["nom"] for item in self.archive.document("themes")}
        known = names if key is keys.THEME else {}
        for slug in self.archive.axes["money"]["marks"][MARKS[axis]]:
            yield slug, known.get(slug, french.capital(slug)) or key.unknown, ""

    def _quarters(self, selection: Selection) -> Iterator[tuple[str, str, str]]:
        places = self.money.places
        generation = selection.generation or places.in_force(selection.year)[-1]
        for code in places.place_names:
            if code == NO_QUARTER:
                yield code, "Non ventilé : quartier non nommé", "aucun"
                continue
            here = places.same_place(code, generation) or places.by_code[code]
            yield here.code, here.name, str(here.kind)
