"""What figures accept, and nothing else: values whose constructors hold the rules of the trade."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.difference import Difference, RoundedValue, between
from dashboard.domain.indicator import Break, Indicator, Observation
from dashboard.domain.territory import Territory, TerritoryKind


class RuleBroken(ValueError):
    """A figure was asked that the rules of the trade forbid."""


def parted(breaks: Iterable[Break], first: int, last: int) -> tuple[Break, ...]:
    """Those of the breaks that part two years."""
    return tuple(item for item in breaks if first < item.year <= last)


@dataclass(frozen=True, slots=True)
class ValueChange:
    """What was measured in two years that compare; ``breaks`` are those of what is measured."""

    first: int
    last: int
    before: float
    after: float
    breaks: tuple[Break, ...]

    def __post_init__(self) -> None:
        if self.first >= self.last:
            raise RuleBroken("une évolution va d’une année à une année qui suit")
        if parted(self.breaks, self.first, self.last):
            raise RuleBroken("aucune comparaison au travers d’une rupture de série (règle 3)")

    @property
    def difference(self) -> float:
        """What was added, in the unit of the indicator, or taken away where it is under zero."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class YearValue:
    """One year of a series; ``value`` is None where nothing may be shown."""

    year: int
    value: float | None
    observation: Observation | None = None

    @property
    def step(self) -> float:
        """The rounding of its source; 0.0 where the indicator's own holds."""
        return self.observation.step if self.observation is not None else 0.0


def measures(indicator: Indicator, territory: Territory) -> bool:
    """Whether its source may give a value there: INSEE gives none for a QVA (rule 6)."""
    return not (territory.kind is TerritoryKind.QVA and indicator.source.startswith("insee"))


@dataclass(frozen=True, slots=True)
class Series:
    """One territory of one perimeter generation over the years, cut where values part.

    Two generations cannot stand in one series (rule 2): each code is one generation. ``breaks``
    holds every break inside the years shown, those of the indicator and those of the territory.
    """

    indicator: Indicator
    territory: Territory
    points: tuple[YearValue, ...]
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        years = [point.year for point in self.points]
        if years != sorted(set(years)):
            raise RuleBroken("une série donne chaque année une seule fois, dans l’ordre")
        codes = {p.observation.territory for p in self.points if p.observation is not None}
        if codes - {self.territory.code}:
            raise RuleBroken("deux périmètres ne forment jamais une seule courbe (règle 2)")
        if not measures(self.indicator, self.territory):
            raise RuleBroken("l’Insee ne publie rien pour un quartier en veille active (règle 6)")

    @property
    def known(self) -> tuple[YearValue, ...]:
        """The points that hold a number."""
        return tuple(point for point in self.points if point.value is not None)

    @property
    def segments(self) -> tuple[tuple[YearValue, ...], ...]:
        """The runs of points that may be joined: cut at each break and at each missing year."""
        runs: list[tuple[YearValue, ...]] = []
        current: list[YearValue] = []
        for point in self.points:
            parted = current and self.parted(current[-1].year, point.year)
            gap = current and point.year - current[-1].year > 1
            if point.value is None or parted or gap:
                runs.append(tuple(current))
                current = []
            if point.value is not None:
                current.append(point)
        runs.append(tuple(current))
        return tuple(run for run in runs if run)

    def shown(self, point: YearValue) -> str:
        """The value of one of its known points, as a reader sees it."""
        return self.indicator.format(float(point.value or 0), point.step)

    def parted(self, first: int, last: int) -> tuple[Break, ...]:
        """The breaks between two years: values on both sides do not compare (rule 3)."""
        return parted(self.breaks, first, last)

    def point(self, year: int) -> YearValue:
        """The point of that year; RuleBroken where it holds no number."""
        for point in self.known:
            if point.year == year:
                return point
        raise RuleBroken("une valeur absente ne se compare pas (règle 4)")

    def at(self, year: int) -> YearValue | None:
        """The point of that year, else the last earlier one that holds a number; None without."""
        earlier = [point for point in self.known if point.year <= year]
        return earlier[-1] if earlier else None


def apart(indicator: Indicator, mine: RoundedValue, other: RoundedValue) -> Difference:
    """The first value minus the second; RuleBroken where one of them is absent (rule 4)."""
    found = between(indicator, mine, other)
    if found is None:
        raise RuleBroken("une valeur absente ne se compare pas (règle 4)")
    return found


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a quarter stands from a reference in one year, both values known."""

    indicator: Indicator
    quarter: Observation
    reference: Observation
    quarter_territory: Territory
    reference_territory: Territory

    def __post_init__(self) -> None:
        if self.quarter.year != self.reference.year:
            raise RuleBroken("un écart compare la même année")
        if self.quarter.value is None or self.reference.value is None:
            raise RuleBroken("un écart demande deux valeurs connues (règle 4)")

    @property
    def difference(self) -> Difference:
        """Quarter minus reference, no finer than their sources."""
        return apart(self.indicator, self.quarter, self.reference)

    @property
    def value(self) -> float:
        """Quarter minus reference, in the unit of the indicator."""
        return self.difference.value

    @property
    def year(self) -> int:
        """The year of both values."""
        return self.quarter.year


def total(indicator: Indicator, observations: Iterable[Observation]) -> float:
    """The sum over quarters of an additive count; RuleBroken for a rate or a median (rule 1)."""
    if not indicator.summable:
        raise RuleBroken(f"« {indicator.label} » ne se somme pas et n’a pas de moyenne (règle 1)")
    items = list(observations)
    if len({item.year for item in items}) > 1:
        raise RuleBroken("un total ne mêle pas deux années")
    values = [item.value for item in items]
    if any(value is None for value in values):
        raise RuleBroken("un total ne se fait pas avec une valeur absente (règle 4)")
    return float(sum(value or 0 for value in values))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where territories stand on one indicator in one year; ``gap`` is the distance to say."""

    indicator: Indicator
    year: int
    entries: tuple[tuple[Territory, Observation], ...]
    gap: Gap | None = None

    def distance(self, territory: Territory, observation: Observation) -> Gap | None:
        """How far one of them stands from the reference of the gap; None where one is unknown, and
        for the reference itself."""
        if self.gap is None or observation.value is None or observation is self.gap.reference:
            return None
        beside = self.gap.reference, territory, self.gap.reference_territory
        return Gap(self.indicator, observation, *beside)

    def __post_init__(self) -> None:
        if any(item.year != self.year for _, item in self.entries):
            raise RuleBroken("des positions se comparent la même année")
        places = [territory for territory, _ in self.entries]
        if not all(one.stands_beside(other.generation) for one in places for other in places):
            raise RuleBroken("une référence est du même périmètre que les quartiers (règle 2)")
