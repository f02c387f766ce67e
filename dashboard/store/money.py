"""Sums and counts of money: from the cube where it answers, from rollups or lines otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from dashboard import keys
from dashboard.domain.breakdown import Breakdown, Slice, YearGrid
from dashboard.domain.funding import NAMED, NO_QUARTER, PROPOSED, Origin, Placing
from dashboard.domain.indicator import Break
from dashboard.domain.pillar import Pillar
from dashboard.domain.selection import PILLAR, QUARTER, Selection
from dashboard.store import row_filter as filters
from dashboard.store.aggregates import aggregate_of, lines_of
from dashboard.store.archive import ALIKE, Archive, Vector
from dashboard.store.places import Places
from dashboard.store.placing import each_place, placing_of, steps_from
from dashboard.store.row_filter import RowFilter


@dataclass(frozen=True)
class Money:
    """Questions about amounts and numbers of lines at the reference stage of the territory."""

    archive: Archive
    places: Places

    def row_filter(self, selection: Selection) -> RowFilter:
        """The selection as the arrays understand it."""
        return filters.filter_of(selection, self.archive, self.places)

    @property
    def holders(self) -> dict[str, str]:
        """The name of every holder by its slug, in alphabetical order of the names."""
        return dict(tuple(pair) for pair in self.archive.axes["money"]["holders"])

    def values(self, mark: str) -> tuple[str, ...]:
        """The values that the lines bear in a column that marks them, but the empty one."""
        return tuple(filter(None, self.archive.axes["money"]["marks"][mark]))

    def total(self, selection: Selection) -> tuple[float, int]:
        """Euros and number of distinct lines."""
        return aggregate_of(self.row_filter(selection), self.archive).total()

    def grid(self, selection: Selection) -> YearGrid:
        """Every year by pillar, under the selection's other filters."""
        row_filter = self.row_filter(selection)
        pillars = self.pillars(selection)
        amounts, counts = (
            self._cube_grid(row_filter)
            if row_filter.on_cube and len(row_filter.places) < 2
            else self._aggregated_grid(row_filter)
        )
        ranks = [self.archive.axes["money"]["pillars"].index(pillar.slug) for pillar in pillars]
        slices = tuple(
            Slice(
                p.slug,
                p.name,
                float(amounts[:, i].sum()),
                int(counts[:, i].sum()),
                p.role,
                (PILLAR, p.slug),
            )
            for p, i in zip(pillars, ranks, strict=True)
        )
        return YearGrid(
            years=tuple(self.archive.axes["money"]["years"]),
            slices=slices,
            amounts=tuple(tuple(float(row[i]) for i in ranks) for row in amounts),
            counts=tuple(tuple(int(row[i]) for i in ranks) for row in counts),
            breaks=self.breaks(),
            quarters=len(row_filter.places),
        )

    def pillars(self, selection: Selection) -> tuple[Pillar, ...]:
        """The pillars to show: the chosen ones, else those of the contract, and what is no pillar
        where it holds lines in those places."""
        places = self._counted(self.row_filter(selection))
        used = self.archive.arrays["counts"][:, :, places].sum(axis=(0, 2))
        every = zip(self.borne, used, strict=True)
        shown = [pillar for pillar, lines in every if lines or self._stands(pillar)]
        return tuple(p for p in shown if p.slug in selection.pillars or not selection.pillars)

    @cached_property
    def borne(self) -> tuple[Pillar, ...]:
        """The pillars of the first contract and those of later ones that a line bears, in order."""
        slugs = self.archive.axes["money"]["pillars"]
        return tuple(self.places.settings.pillar(slug) for slug in slugs)

    def _stands(self, pillar: Pillar) -> bool:
        """Whether it is shown without a line: it is one of the first contract."""
        return pillar.thematic and pillar in self.places.settings.contracts[0].grid.pillars

    def _counted(self, row_filter: RowFilter) -> list[int]:
        """The places of the cube of counts that hold what the filter keeps: the last one is all."""
        return list(row_filter.places) or [len(self.places.place_names)]

    @cached_property
    def _broken(self) -> frozenset[str]:
        """What the table of breaks may name when it speaks of these amounts."""
        sources = self.archive.document("couverture")["sources"]
        return frozenset({"subventions", *(f"source:{slug}" for slug in sources)})

    def breaks(self) -> tuple[Break, ...]:
        """Years from which amounts no longer compare with earlier ones."""
        return tuple(
            Break(int(row["annee"]), row["motif"], row["source"])
            for row in self.archive.document("ruptures")
            if row["indicateur"] in self._broken
        )

    def _cube_grid(self, row_filter: RowFilter) -> tuple[Vector, Vector]:
        (place,) = self._counted(row_filter)
        shares, counts = (self.archive.arrays[name] for name in ("shares", "counts"))
        return shares[:, :, place], counts[:, :, place]

    def _aggregated_grid(self, row_filter: RowFilter) -> tuple[Vector, Vector]:
        years, pillars = (len(self.archive.axes["money"][axis]) for axis in ("years", "pillars"))
        found = aggregate_of(replace(row_filter, pillars=()).over(years), self.archive)
        return found.by_year_and("pillar", years, pillars)

    def by_pillar(self, selection: Selection) -> Breakdown:
        """By pillar, in their order."""
        labels = [(p.slug, p.name, p.role) for p in self.borne]
        return self._tallied(selection, "pillar", PILLAR, labels)

    def by_mark(self, selection: Selection, mark: str) -> Breakdown:
        """By the values of a column that marks the lines, spelled as the source does."""
        found = self.archive.axes["money"]["marks"][mark]
        return self._tallied(selection, mark, mark, [(v, v or "non dit", "") for v in found])

    def by_holder(self, selection: Selection) -> Breakdown:
        """By holder, the largest amounts first."""
        labels = [(slug, name, "") for slug, name in self.holders.items()]
        row_filter = self.row_filter(selection)
        found = _cut(keys.HOLDER.name, labels, *self._by_holder(row_filter, len(labels)))
        return replace(found, slices=tuple(sorted(found.slices, key=lambda s: -s.amount)))

    def _by_holder(self, row_filter: RowFilter, size: int) -> tuple[Vector, Vector]:
        """Euros and lines of each holder: line by line under a place or another filter."""
        if not row_filter.on_cube or row_filter.places:
            return lines_of(row_filter, self.archive).by("holder", size)
        arrays = self.archive.arrays
        amounts, counts = (
            row_filter.block(arrays[f"holder_{name}"]) for name in ("amount", "count")
        )
        return amounts.sum(axis=(0, 1)), counts.sum(axis=(0, 1))

    def _tallied(
        self, selection: Selection, axis: str, key: str, labels: list[tuple[str, str, str]]
    ) -> Breakdown:
        ask = aggregate_of if axis in ALIKE else lines_of
        found = ask(self.row_filter(selection), self.archive)
        return _cut(key, labels, *found.by(axis, len(labels)))

    def by_quarter(self, selection: Selection, generation: str) -> Breakdown:
        """By quarter, « non ventilé » last; a line may serve several quarters."""
        row_filter = self.row_filter(selection)
        shown = row_filter.places or range(len(self.places.place_names))
        whole = replace(row_filter, places=())
        held, proposed = (each_place(whole, self.archive, flag) for flag in (False, True))
        slices = [
            self._place_slice(i, generation, held, proposed)
            for i in shown
            if held[1][i] or self.places.place_names[i] != NO_QUARTER
        ]
        amount, count = self.total(selection)
        return Breakdown(QUARTER, tuple(slices), amount, count, exclusive=False)

    def by_naming(self, selection: Selection) -> Breakdown:
        """By how the quarter of each line is known, whatever the quarter that is chosen."""
        found = self.placing(replace(selection, quarters=()))
        parts = (
            (NAMED, "quartier nommé", found.named),
            (PROPOSED, "proposé d’après un lieu nommé", found.proposed),
            (NO_QUARTER, "sans quartier nommé", found.unplaced),
        )
        slices = (Slice(slug, label, part.amount, part.funded) for slug, label, part in parts)
        return Breakdown("nommage", tuple(slices), found.total.amount, found.total.funded)

    def placing(self, selection: Selection) -> Placing:
        """How the quarter of what is selected is known; its parts make ``total``."""
        return placing_of(self.row_filter(selection), self.archive)

    def steps_from(self, selection: Selection, origin: Origin) -> dict[str, int]:
        """The lines of each step of the path of young people whose step has that origin."""
        return steps_from(self.row_filter(selection), self.archive, origin)

    def counts_by_place(self, selection: Selection, proposed: bool = False) -> list[int]:
        """Lines of each place, or of them those that are proposed, in the order of the places,
        whatever the quarter that is chosen."""
        whole = replace(self.row_filter(selection), places=())
        counts: list[int] = each_place(whole, self.archive, proposed)[1].tolist()
        return counts

    def amounts_by_place(self, selection: Selection) -> list[float]:
        """Euros of each place, likewise."""
        whole = replace(self.row_filter(selection), places=())
        amounts: list[float] = each_place(whole, self.archive)[0].tolist()
        return amounts

    def _place_slice(
        self,
        at: int,
        generation: str,
        held: tuple[Vector, Vector],
        proposed: tuple[Vector, Vector],
    ) -> Slice:
        code = self.places.place_names[at]
        amount, count = float(held[0][at]), int(held[1][at])
        if code == NO_QUARTER:
            return Slice(code, "Non ventilé : quartier non nommé", amount, count, "aucun")
        here = self.places.same_place(code, generation) or self.places.by_code[code]
        return Slice(
            code,
            here.name,
            amount,
            count,
            str(here.kind),
            (QUARTER, here.code),
            proposed=float(proposed[0][at]),
            proposed_count=int(proposed[1][at]),
        )


def _cut(key: str, labels: list[tuple[str, str, str]], sums: Vector, counts: Vector) -> Breakdown:
    """One part a label that holds a line, and what they make together."""
    slices = tuple(
        Slice(slug, name, float(sums[i]), int(counts[i]), role, (key, slug) if slug else None)
        for i, (slug, name, role) in enumerate(labels)
        if counts[i]
    )
    return Breakdown(key, slices, float(sums.sum()), int(counts.sum()))
