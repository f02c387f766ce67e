"""Places to try figures on: rates and incomes are those of Chambéry (Insee, Filosofi); shapes and
counts of people are invented, and say so."""

from __future__ import annotations

from dashboard.catalogue import indicator
from dashboard.charts.demo_money import ShownChart
from dashboard.domain.chart import (
    Ages,
    Groups,
    Incomes,
    Ladder,
    PlaceMap,
    SideBySide,
    Strip,
    Trend,
    Whereabouts,
)
from dashboard.domain.distribution import Distribution, NamedDistribution, centiles_of
from dashboard.domain.ground import Background
from dashboard.domain.indicator import Observation, Status
from dashboard.domain.location import Perimeter
from dashboard.domain.participations import Participations, PeopleGroup, Reach
from dashboard.domain.profile import Category, Profile
from dashboard.domain.pyramid import Shares, of
from dashboard.domain.quarter_map import MapArea, Outlines, QuarterMap, QuarterShape
from dashboard.domain.series import Gap, Series, Standing, YearValue
from dashboard.domain.spread import Deciles, Spread
from dashboard.domain.territory import Outline, Territory, TerritoryKind

POVERTY, INCOME = indicator("taux-pauvrete"), indicator("niveau-vie-median")
BIOLLAY = Territory(
    "QP073001",
    "Biollay - Bellevue",
    TerritoryKind.QPV,
    "au Biollay - Bellevue",
    "du Biollay - Bellevue",
    "2015",
    communes=("73065",),
    outline=Outline.INDICATIVE,
)
HAUTS = Territory(
    "QP073002",
    "Les Hauts-de-Chambéry",
    TerritoryKind.QPV,
    "aux Hauts-de-Chambéry",
    "des Hauts-de-Chambéry",
    "2015",
    communes=("73065",),
    outline=Outline.INDICATIVE,
)
TOWN = Territory("73065", "Chambéry", TerritoryKind.COMMUNE, "à Chambéry", "de Chambéry")
EPCI = Territory(
    "200069110", "Grand Chambéry", TerritoryKind.EPCI, "à Grand Chambéry", "de Grand Chambéry"
)
POOR = {
    BIOLLAY: (32.3, 34.2, 34.0, 36.7, 35.5, 35.4, 36.4, 36.7, 37.6, 40.0),
    HAUTS: (38.1, 39.0, 39.3, 41.4, 42.8, 41.0, 41.3, 41.5, 40.7, 43.0),
}
"""Poverty rate, in per cent, 2012 to 2021."""
INCOMES = {HAUTS: 14_280, BIOLLAY: 14_870, TOWN: 20_790, EPCI: 23_180}
"""Median standard of living in 2019, in euros."""
TOWN_RING = (((0.0, 0.0), (8e3, 0.0), (8e3, 9e3), (0.0, 9e3), (0.0, 0.0)),)
GROUND = Background(
    (("73065", TOWN_RING),), Outlines(()), (("Chambéry", 4e3, 4800.0),), (-500, -500, 9e3, 9500)
)


def _square(x: float, y: float) -> tuple[tuple[tuple[float, float], ...], ...]:
    return (((x, y), (x + 900, y), (x + 900, y + 900), (x, y + 900), (x, y)),)


def _rate(place: Territory, year: int = 2021) -> Observation:
    value = POOR[place][year - 2012]
    return Observation(place.code, POVERTY.slug, year, value, Status.FINAL, POVERTY.source)


def trend() -> ShownChart:
    """The poverty rate of two quarters since 2012."""
    lines = [
        Series(
            POVERTY,
            place,
            tuple(YearValue(2012 + rank, value) for rank, value in enumerate(values)),
            POVERTY.breaks,
        )
        for place, values in POOR.items()
    ]
    return Trend(tuple(lines), (), 2021), "Taux de pauvreté, Insee"


def _income(place: Territory) -> Observation:
    return Observation(place.code, INCOME.slug, 2019, INCOMES[place], Status.FINAL, INCOME.source)


def standing() -> ShownChart:
    """The median income of two quarters, of their town and of their agglomeration."""
    gap = Gap(INCOME, _income(HAUTS), _income(EPCI), HAUTS, EPCI)
    value = Standing(INCOME, 2019, tuple((place, _income(place)) for place in INCOMES), gap)
    return Ladder(value), "Niveau de vie médian, 2019, Insee"


def quarter_map() -> ShownChart:
    """The poverty rate of two quarters that are drawn as squares."""
    found = [
        MapArea(
            QuarterShape(place, Outlines(_square(*spot)), (spot[0] + 450, spot[1] + 450)),
            POVERTY.format(POOR[place][-1]),
            _rate(place),
        )
        for place, spot in ((HAUTS, (3500.0, 6500.0)), (BIOLLAY, (3000.0, 2500.0)))
    ]
    value = QuarterMap(tuple(found), "colour", 2021, POVERTY)
    return PlaceMap(value, GROUND), "Taux de pauvreté, Insee ; formes inventées"


def whereabouts() -> ShownChart:
    """A point beside one of them."""
    near = (Perimeter(BIOLLAY, _square(3000.0, 2500.0)),)
    chart = Whereabouts("Rue inventée", (4100.0, 2900.0), near, GROUND)
    return chart, "Lieu et formes inventés"


def distribution() -> ShownChart:
    """Both quarters among a hundred invented ones."""
    values = centiles_of([18.0 + (rank % 97) / 3 for rank in range(500)])
    all_of_them = Distribution(POVERTY, 2021, "2015", 500, 500, values, POVERTY.source)
    named = tuple((place, _rate(place)) for place in POOR)
    said = "Taux de pauvreté, Insee ; répartition nationale inventée"
    return Strip(NamedDistribution(all_of_them, named)), said


def side_by_side() -> ShownChart:
    """The poverty rate of two quarters, the first year and the last."""
    lines = tuple(
        Category(str(year), POVERTY, tuple(_rate(place, year) for place in POOR))
        for year in (2012, 2021)
    )
    return SideBySide(Profile(tuple(POOR), lines)), "Taux de pauvreté, Insee"


def ages() -> ShownChart:
    """The women and the men of one quarter."""
    shares = Shares(women=53.0, under=36.0, under_of_women=35.0, over=20.0, over_of_women=22.0)
    return Ages((of(BIOLLAY, 2018, shares),)), "Parts inventées"


def incomes() -> ShownChart:
    """Invented deciles around the median of each place."""
    rows = tuple(
        Deciles(place, {rank: _decile(place, rank) for rank in range(1, 10)}) for place in INCOMES
    )
    return Incomes(Spread(INCOME, 2019, rows)), "Déciles inventés"


def _decile(place: Territory, rank: int) -> Observation:
    value = INCOMES[place] * (1 + (rank - 5) / 10)
    return Observation(place.code, INCOME.slug, 2019, value, Status.FINAL, INCOME.source)


def participations() -> ShownChart:
    """Participations planned and real, one of them masked."""
    told = (("6-11 ans", 120, 98), ("12-17 ans", 80, Status.SECRET), ("18-25 ans", 60, 71))
    value = Participations(
        tuple(PeopleGroup(name, Reach(a, 1), Reach(b, 1)) for name, a, b in told), True
    )
    return Groups(value), "Effectifs inventés"
