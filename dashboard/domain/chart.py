"""What a figure shows, before anything draws it: one frozen value a kind, for every renderer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.breakdown import Breakdown, Slice, YearGrid
from dashboard.domain.bridge import CENT
from dashboard.domain.location import Perimeter, Point
from dashboard.domain.participations import Participations
from dashboard.domain.quarter_map import Background, QuarterMap
from dashboard.domain.series import RuleBroken, Series, Standing
from dashboard.domain.settings import LineNoun


@dataclass(frozen=True, slots=True)
class Bars:
    """The parts of a whole, in their order; those beyond ``limit`` stand in one last bar."""

    breakdown: Breakdown
    noun: LineNoun
    limit: int = 12


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of money, each containing the next: parts that make no whole."""

    slices: tuple[Slice, ...]
    noun: LineNoun


@dataclass(frozen=True, slots=True)
class Level:
    """A total that a waterfall starts from or ends at, in euros."""

    label: str
    amount: float


@dataclass(frozen=True, slots=True)
class Shift:
    """A step of a waterfall: euros more, or less where negative; ``doubtful``: perhaps."""

    label: str
    difference: float
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Two totals and the steps from one to the other, which make it to the cent."""

    start: Level
    shifts: tuple[Shift, ...]
    end: Level

    def __post_init__(self) -> None:
        reached = self.start.amount + sum(shift.difference for shift in self.shifts)
        if abs(reached - self.end.amount) > CENT:
            raise RuleBroken("les marches font l’écart des deux totaux")


@dataclass(frozen=True, slots=True)
class Years:
    """Money or lines by year and pillar: the chosen years and the chosen pillar stand out.

    ``measure`` is ``amount``, in euros, or ``count``.
    """

    grid: YearGrid
    measure: str
    first: int
    last: int
    pillar: str | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """An indicator by year: quarters, then references; the chosen year and quarter stand out.

    ``offered`` are the years that the page can be asked for, ``looks`` the rank of each quarter
    among those that the page tells apart.
    """

    quarters: tuple[Series, ...]
    references: tuple[Series, ...]
    year: int
    quarter: str | None = None
    offered: tuple[int, ...] = ()
    looks: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """Territories by their value of one year, and the gap between two of them."""

    standing: Standing
    looks: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """Quarters on their ground; the chosen one stands out."""

    quarters: QuarterMap
    ground: Background


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A named point beside the nearest quarters, in metres (Lambert-93)."""

    name: str
    point: Point
    perimeters: tuple[Perimeter, ...]
    ground: Background


@dataclass(frozen=True, slots=True)
class Groups:
    """Participations planned and real by group of people."""

    participations: Participations


Chart = Bars | Stages | Waterfall | Years | Trend | Ladder | PlaceMap | Whereabouts | Groups
