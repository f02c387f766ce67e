"""Lines cut in parts, year by year: what an explorer measures, compares and sorts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.breakdown import Slice
from dashboard.domain.indicator import Break
from dashboard.domain.series import RuleBroken, parted


class Measure(StrEnum):
    """What may be told of a part: euros, lines, euros a line, per cent of all, euros a head."""

    AMOUNT = "montant"
    COUNT = "nombre"
    MEAN = "moyenne"
    SHARE = "part"
    CAPITA = "habitant"


OTHERS = "autres"
"""The slug of what several parts make together."""


@dataclass(frozen=True, slots=True)
class CutPart:
    """One part by year: ``head`` names it and holds its whole; euros and funded lines of each year.

    ``inhabitants`` are those that its euros are divided by, of the year ``inhabitants_year``, in
    the perimeter of the years ``inhabitants_span``: None where none are published. ``chosen``: a
    filter keeps it.
    """

    head: Slice
    amounts: tuple[float, ...]
    counts: tuple[int, ...]
    inhabitants: float | None = None
    inhabitants_year: int | None = None
    inhabitants_span: tuple[int, int] = (0, 0)
    chosen: bool = False

    def inhabited(self, first: int, last: int) -> bool:
        """Whether its inhabitants are those of the perimeter of those years."""
        return self.inhabitants_span[0] <= first and last <= self.inhabitants_span[1]


@dataclass(frozen=True, slots=True)
class Cut:
    """Every part, whatever of them is chosen, under the other filters; totals count a line once.

    ``exclusive``: each line stands in one part. ``whole``: the parts make the total in euros.
    ``ordinal``: they follow one another by nature.
    """

    axis: str
    years: tuple[int, ...]
    parts: tuple[CutPart, ...]
    amounts: tuple[float, ...]
    counts: tuple[int, ...]
    exclusive: bool = True
    whole: bool = True
    ordinal: bool = False
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        if any(len(part.amounts) != len(self.years) for part in self.parts):
            raise RuleBroken("chaque part donne chaque année")
        for rank, (amount, count) in enumerate(zip(self.amounts, self.counts, strict=True)):
            if self.whole and abs(sum(p.amounts[rank] for p in self.parts) - amount) > 0.5:
                raise RuleBroken("les parts font le total, ce qui n’est pas classé compris")
            if self.exclusive and sum(part.counts[rank] for part in self.parts) != count:
                raise RuleBroken("une ligne ne compte qu’une fois")

    def offers(self, measure: Measure) -> bool:
        """Whether that measure can be told of these parts."""
        if measure is Measure.CAPITA:
            return any(part.inhabitants for part in self.parts)
        return self.whole or measure is not Measure.SHARE

    def value(self, part: CutPart, measure: Measure, first: int, last: int) -> float | None:
        """Over those years; None where no line is there, which is not zero, and where the measure
        is not known."""
        span = slice(self.years.index(first), self.years.index(last) + 1)
        amount, count = sum(part.amounts[span]), sum(part.counts[span])
        if not count:
            return None
        if measure is Measure.COUNT:
            return count
        inhabitants = part.inhabitants if part.inhabited(first, last) else None
        return _told(measure, amount, count, sum(self.amounts[span]), inhabitants)

    def course(self, slug: str) -> dict[int, tuple[float, int]]:
        """Euros and lines of a part by year; empty where no line bears it."""
        part = next((part for part in self.parts if part.head.slug == slug), None)
        if part is None:
            return {}
        return dict(zip(self.years, zip(part.amounts, part.counts, strict=True), strict=True))

    def series(self, part: CutPart, measure: Measure) -> tuple[float | None, ...]:
        """The same of each year of ``years``: None where no line is there or nothing is known."""
        return tuple(self.value(part, measure, year, year) for year in self.years)

    def parted(self, measure: Measure, first: int, last: int) -> tuple[Break, ...]:
        """The breaks that forbid to compare two years: a number of lines alone passes them."""
        if measure is Measure.COUNT:
            return ()
        return parted(self.breaks, min(first, last), max(first, last))

    def comparable(self, measure: Measure, year: int) -> tuple[int, ...]:
        """The years that compare with that one, itself included."""
        return tuple(other for other in self.years if not self.parted(measure, other, year))

    def mean(self, part: CutPart, measure: Measure, year: int) -> float | None:
        """The mean of the years that compare with that one and hold a line of the part; None
        where no year does."""
        found = [self.value(part, measure, y, y) for y in self.comparable(measure, year)]
        known = [value for value in found if value is not None]
        return sum(known) / len(known) if known else None

    def ranked(self, measure: Measure, first: int, last: int) -> tuple[CutPart, ...]:
        """The parts that have a line in those years, the largest value first, then those of which
        the measure says nothing; what serves every theme, then what is not classed, close."""
        held = [part for part in self.parts if self.value(part, Measure.COUNT, first, last)]
        if self.ordinal:
            return tuple(held)
        return tuple(sorted(held, key=lambda part: self._rank(part, measure, first, last)))

    def _rank(
        self, part: CutPart, measure: Measure, first: int, last: int
    ) -> tuple[bool, bool, float]:
        value = self.value(part, measure, first, last)
        return (part.head.unsaid, part.head.role == "pilotage", -1 if value is None else -value)


def _told(
    measure: Measure, amount: float, count: int, whole: float, inhabitants: float | None
) -> float | None:
    if measure is Measure.MEAN:
        return amount / count
    if measure is Measure.SHARE:
        return 100 * amount / whole if whole else None
    if measure is Measure.CAPITA:
        return amount / inhabitants if inhabitants else None
    return amount


def gap(value: float | None, other: float | None) -> float | None:
    """How far a value stands from what it is compared with, in its unit; None where one of them is
    absent."""
    return None if value is None or other is None else value - other


def total(parts: Sequence[CutPart], label: str) -> CutPart:
    """Several parts as one that names none of them."""
    amounts = tuple(sum(column) for column in zip(*(part.amounts for part in parts), strict=True))
    counts = tuple(sum(column) for column in zip(*(part.counts for part in parts), strict=True))
    return CutPart(Slice(OTHERS, label, sum(amounts), sum(counts), "aucun"), amounts, counts)
