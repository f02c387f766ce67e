"""What a figure shows, before anything draws it: one frozen value a kind, for every renderer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.breakdown import Breakdown, YearGrid
from dashboard.domain.bridge import CENT
from dashboard.domain.distribution import NamedDistribution
from dashboard.domain.flow import Flows
from dashboard.domain.ground import Background
from dashboard.domain.indicator import Break
from dashboard.domain.landmark import Landmark
from dashboard.domain.location import MapPoint, Perimeter
from dashboard.domain.participations import Participations
from dashboard.domain.profile import Profile
from dashboard.domain.pyramid import Pyramid
from dashboard.domain.quarter_map import QuarterMap
from dashboard.domain.series import RuleBroken, Series, Standing
from dashboard.domain.settings import LineNoun
from dashboard.domain.spread import Spread


@dataclass(frozen=True, slots=True)
class Bars:
    """The parts of a whole, in their order; those beyond ``limit`` stand in one last bar."""

    breakdown: Breakdown
    noun: LineNoun
    limit: int = 12


@dataclass(frozen=True, slots=True)
class RankingEntry:
    """One part of a ranking: its words, its value and how it is said, the value that it is compared
    with, the values of each year; ``note`` stands after its words, ``full`` tells it all to a
    pointer. ``pick`` is what a click sets. One that is not ``kept`` is there to compare with; one
    without value draws no bar."""

    label: str
    value: float | None
    said: str
    compared: float | None
    series: tuple[float | None, ...]
    role: str = ""
    pick: tuple[str, str] | None = None
    kept: bool = True
    hatched: bool = False
    note: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Parts by their value in some years, each with its values of every year, on a scale of its
    own, cut at each break; ``beside`` says what they are compared with, if anything."""

    entries: tuple[RankingEntry, ...]
    years: tuple[int, ...]
    first: int
    last: int
    beside: str = ""
    breaks: tuple[Break, ...] = ()

    @property
    def lined(self) -> bool:
        """Whether a part has two years to draw a line between."""
        return any(sum(value is not None for value in one.series) > 1 for one in self.entries)


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
    """Money or lines by year and pillar: the chosen years stand out.

    ``measure`` is ``amount``, in euros, or ``count``.
    """

    grid: YearGrid
    measure: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Trend:
    """An indicator by year: quarters, then references; the chosen year and quarters stand out.

    ``chosen`` are the codes of these; ``offered`` are the years that the page can be asked for,
    ``looks`` the rank of each quarter among those that the page tells apart.
    """

    quarters: tuple[Series, ...]
    references: tuple[Series, ...]
    year: int
    chosen: tuple[str, ...] = ()
    offered: tuple[int, ...] = ()
    looks: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """Territories by their value of one year, and the gap between two of them."""

    standing: Standing
    looks: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """Quarters on their ground; the chosen ones stand out. ``landmarks`` are what is named there,
    the places first."""

    quarters: QuarterMap
    ground: Background
    landmarks: tuple[Landmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A named point beside the nearest quarters, in metres (Lambert-93)."""

    name: str
    point: MapPoint
    perimeters: tuple[Perimeter, ...]
    ground: Background


@dataclass(frozen=True, slots=True)
class Strip:
    """A hundred quarters that stand for all those of the country, and a few that are named."""

    placed: NamedDistribution
    looks: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Groups:
    """Participations planned and real by group of people."""

    participations: Participations


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A bar a place in each category, all on one scale."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class Ages:
    """Women and men by band of ages, a pyramid a place, all on one scale."""

    pyramids: tuple[Pyramid, ...]


@dataclass(frozen=True, slots=True)
class Incomes:
    """A line a place, from its first decile to its ninth, all on one scale of euros."""

    spread: Spread


@dataclass(frozen=True, slots=True)
class Strand:
    """One panel of small multiples: a value a year, None where there is none, and how each is
    said."""

    label: str
    values: tuple[float | None, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Multiples:
    """Values by year, a panel a part, all on one scale; what parts the years is drawn."""

    strands: tuple[Strand, ...]
    years: tuple[int, ...]
    first: int
    last: int
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        sizes = {len(part) for item in self.strands for part in (item.values, item.said)}
        if sizes - {len(self.years)}:
            raise RuleBroken("chaque panneau dit une valeur, ou son absence, pour chaque année")


Map = PlaceMap | Whereabouts
"""What is drawn on its ground, in metres: it keeps the shape of its window."""

Chart = (
    Bars
    | Ranking
    | Waterfall
    | Years
    | Trend
    | Ladder
    | PlaceMap
    | Whereabouts
    | Strip
    | Groups
    | SideBySide
    | Ages
    | Incomes
    | Multiples
    | Flows
)
