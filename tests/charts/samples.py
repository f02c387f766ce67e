"""Values that figures draw in tests."""

from __future__ import annotations

from dataclasses import replace

from dashboard.domain import pyramid
from dashboard.domain.breakdown import Breakdown, Slice, YearGrid
from dashboard.domain.chart import Multiples, Ranking, RankingEntry, Strand, Strip, Whereabouts
from dashboard.domain.distribution import Distribution, NamedDistribution, centiles_of
from dashboard.domain.flow import FlowNode, Flows
from dashboard.domain.ground import Background
from dashboard.domain.indicator import Break, Observation, Status
from dashboard.domain.location import Perimeter
from dashboard.domain.participations import Participations, PeopleGroup, Reach
from dashboard.domain.profile import Category, Profile
from dashboard.domain.pyramid import Pyramid, Shares
from dashboard.domain.quarter_map import MapArea, Outlines, QuarterMap, QuarterShape
from dashboard.domain.series import Gap, Series, Standing
from dashboard.domain.settings import LineNoun
from dashboard.domain.sparkline import Sparkline
from dashboard.domain.spread import Deciles, Spread
from dashboard.domain.territory import Outline, Territory, TerritoryKind
from tests.domain.samples import MEDIAN, RATE, observation, quarter, reference, series

NOUN = LineNoun("subvention de l’État", "subventions de l’État", "programme 147")
SQUARE = Outlines((((0.0, 0.0), (1000.0, 0.0), (1000.0, 1000.0), (0.0, 1000.0), (0.0, 0.0)),))
BACKGROUND = Background(
    communes=(("99001", (((-5e3, -5e3), (9e3, -5e3), (9e3, 7e3), (-5e3, -5e3)),)),),
    water=Outlines((((4e3, 4e3), (5e3, 4e3), (5e3, 5e3), (4e3, 4e3)),)),
    names=(("Commune", 6000.0, -2000.0),),
    window=(-5e3, -5e3, 9e3, 7e3),
)


def trend_series() -> list[Series]:
    other = Territory(
        "QP000002", "Bas", TerritoryKind.QPV, "au Bas", "du Bas", "2015", communes=("99001",)
    )
    first = series(
        {2012: 13_000, 2013: 13_400, 2016: 13_350, 2017: None, 2018: 14_200}, breaks=(2016,)
    )
    return [first, series({2012: 14_100, 2013: 14_300}, other)]


def sparkline() -> Sparkline:
    lines = tuple(trend_series())
    looks = {line.territory.code: rank for rank, line in enumerate(lines)}
    return Sparkline(lines, (), (2010, 2020), looks=looks)


def grid() -> YearGrid:
    parts = (
        Slice("social", "Cohésion sociale", 813e3, 90, "social", ("pilier", "social")),
        Slice("cadre", "Cadre de vie", 2e3, 2, "cadre", ("pilier", "cadre")),
    )
    return YearGrid(
        (2020, 2021, 2022),
        parts,
        ((527e3, 7e3), (498e3, 3e3), (813e3, 2e3)),
        ((92, 2), (70, 1), (60, 1)),
        (Break(2022, "la cité éducative entre dans ces montants", "anct-p147"),),
    )


def breakdown() -> Breakdown:
    parts = (
        Slice(
            "a",
            "Un porteur au nom très long qui ne tiendrait pas à gauche d’une barre",
            900.0,
            3,
            pick=("porteur", "a"),
        ),
        Slice("b", "Petit", 100.0, 1, pick=("porteur", "b")),
        Slice("non-ventile", "Non ventilé", 50.0, 2, "aucun"),
    )
    return Breakdown("porteur", parts, 1050.0, 6)


def standing() -> Standing:
    here, there = observation(2019, 14_280.0), observation(2019, 23_180.0, "999000001")
    entries = ((quarter(), here), (reference(), there))
    return Standing(MEDIAN, 2019, entries, Gap(MEDIAN, here, there, quarter(), reference()))


def place_map() -> QuarterMap:
    secret = Territory(
        "QP000003",
        "Secret",
        TerritoryKind.QPV,
        "à",
        "de",
        "2015",
        communes=("1",),
        outline=Outline.OFFICIAL,
    )
    watched = Territory(
        "QVA-1",
        "Veille",
        TerritoryKind.QVA,
        "à",
        "de",
        "2015",
        communes=("1",),
        outline=Outline.UNKNOWN,
        mark=3,
    )
    hidden = Observation("QP000003", "mediane", 2019, None, Status.SECRET, "insee-filosofi")
    areas = (
        MapArea(
            QuarterShape(quarter(), SQUARE, (500.0, 500.0)),
            "14\u202f280\u00a0€",
            observation(2019, 14_280.0),
        ),
        MapArea(QuarterShape(secret, SQUARE, (3000.0, 500.0)), "s", hidden),
        MapArea(QuarterShape(watched, Outlines(()), (6000.0, -2000.0)), ""),
    )
    return QuarterMap(areas, "colour", 2019, MEDIAN)


def strip() -> Strip:
    values = [10_000.0 + 97 * rank for rank in range(200)]
    found = Distribution(MEDIAN, 2019, "2015", 220, 200, centiles_of(values), "insee-filosofi")
    return Strip(NamedDistribution(found, ((quarter(), observation(2019, 14_280.0)),)))


def whereabouts() -> Whereabouts:
    rings = (((0.0, 0.0), (900.0, 0.0), (900.0, 600.0), (0.0, 600.0), (0.0, 0.0)),)
    near = (Perimeter(quarter(), rings),)
    return Whereabouts("Rue des Tisserands", (1100.0, 300.0), near, BACKGROUND)


def participations() -> Participations:
    told = (("6-11 ans", 120, 98), ("12-17 ans", 40, Status.SECRET))
    return Participations(
        tuple(PeopleGroup(name, Reach(a, 1), Reach(b, 1)) for name, a, b in told), masked=True
    )


def profile(many: int = 2) -> Profile:
    """Two categories, of which the last place lacks the second."""
    places = tuple(replace(quarter(f"QP00000{n}"), name=f"Quartier {n}") for n in range(many))
    first = tuple(observation(2018, 40.0 - n, place.code) for n, place in enumerate(places))
    last = tuple(observation(2018, 20.0, place.code) for place in places[:-1])
    return Profile(places, (Category("Un", RATE, first), Category("Deux", RATE, (*last, None))))


def pyramids(many: int = 2) -> tuple[Pyramid, ...]:
    """The ages of some quarters."""
    shares = Shares(53.8, 35.8, 35.0, 20.4, 22.6)
    return tuple(pyramid.of(quarter(f"QP00000{n}"), 2018, shares) for n in range(many))


def spread() -> Spread:
    """Every decile of a quarter, three of a reference."""
    amounts = (9_300, 10_660, 12_050, 13_590, 14_900, 16_590, 18_700, 21_240, 26_250)
    own = {n + 1: observation(2018, float(amount)) for n, amount in enumerate(amounts)}
    wide = {1: 10_750.0, 5: 20_620.0, 9: 37_380.0}
    other = {n: observation(2018, amount, reference().code) for n, amount in wide.items()}
    found = (Deciles(quarter(), own), Deciles(reference(), other))
    return Spread(MEDIAN, 2018, found)


def multiples() -> Multiples:
    """Three years of two quarters, the first without the second year."""
    strands = (
        Strand("Les Hauts", (10.0, None, 5.0), ("10 €", "–", "5 €")),
        Strand("Le Bas", (2.0, 4.0, 8.0), ("2 €", "4 €", "8 €")),
    )
    return Multiples(
        strands, (2022, 2023, 2024), 2024, 2024, (Break(2024, "le périmètre a changé", ""),)
    )


def flows() -> Flows:
    """Two funders, two pillars, a quarter and what names none."""
    return Flows(
        (FlowNode("État", 900.0, "900 €"), FlowNode("Région", 100.0, "100 €")),
        (
            FlowNode("Emploi", 600.0, "600 €", "emploi", ("pilier", "emploi")),
            FlowNode("Cohésion sociale", 400.0, "400 €", "social", ("pilier", "cohesion-sociale")),
        ),
        (
            FlowNode("Les Hauts", 700.0, "700 €", pick=("quartier", "QP000001")),
            FlowNode("Sans quartier nommé", 300.0, "300 €"),
        ),
        ((600.0, 300.0), (0.0, 100.0)),
        ((500.0, 100.0), (200.0, 200.0)),
    )


def ranking() -> Ranking:
    """Three bars: one compared with another value, one not kept, one not classed."""
    return Ranking(
        (
            RankingEntry(
                "Emploi", 40.0, "40 €", 60.0, (None, 60.0, 40.0), "emploi", ("pilier", "emploi")
            ),
            RankingEntry("Pilotage", 10.0, "10 €", None, (5.0, None, 10.0), "pilotage", kept=False),
            RankingEntry("Non dit", 5.0, "5 €", None, (5.0, None, 5.0), "aucun", hatched=True),
        ),
        (2023, 2024, 2025),
        2025,
        2025,
        "2024",
        (Break(2025, "la cité éducative entre", "anct"),),
    )
