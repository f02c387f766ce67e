"""Money to try figures on: the grants of the State at Chambéry (ANCT, programme 147)."""

from __future__ import annotations

from dashboard.domain import french
from dashboard.domain.breakdown import Breakdown, Slice, YearGrid
from dashboard.domain.chart import (
    Bars,
    Chart,
    Level,
    Multiples,
    Ranking,
    RankingEntry,
    Shift,
    Strand,
    Waterfall,
    Years,
)
from dashboard.domain.flow import FlowNode, Flows
from dashboard.domain.indicator import Break
from dashboard.domain.settings import LineNoun

ShownChart = tuple[Chart, str]
"""A chart, and what its values are."""

YEARS = tuple(range(2016, 2026))
GRANTS = (
    (383_099, 22_900, 2_000),
    (344_278, 23_400, 2_610),
    (394_774, 35_400, 3_000),
    (464_828, 35_900, 9_500),
    (526_557, 55_500, 6_500),
    (498_067, 38_059, 2_741),
    (813_471, 17_000, 5_100),
    (743_141, 30_700, 11_900),
    (746_350, 54_500, 14_000),
    (669_000, 55_900, 5_500),
)
"""Euros of the three thematic pillars, 2016 to 2025; pillars are proposed by our rules."""
GRANT = LineNoun("subvention de l’État", "subventions de l’État", "programme 147")
PILLARS = (
    ("cohesion-sociale", "Cohésion sociale", "social"),
    ("emploi", "Développement économique et emploi", "emploi"),
    ("cadre-de-vie", "Cadre de vie et renouvellement urbain", "cadre"),
)
BROKEN = (Break(2022, "la cité éducative entre dans ces montants", "anct-p147"),)


def years() -> ShownChart:
    """The grants of every year by pillar, the first year chosen."""
    slices = tuple(Slice(slug, name, 0, 0, role) for slug, name, role in PILLARS)
    amounts = tuple(tuple(float(part) for part in row) for row in GRANTS)
    counts = tuple((0,) * len(slices) for _ in GRANTS)
    grid = YearGrid(YEARS, slices, amounts, counts, BROKEN)
    said = "Subventions de l’État par pilier proposé, en milliers d’euros, ANCT"
    return Years(grid, "amount", 2016, 2016), said


def bars() -> ShownChart:
    """The first year of the grants, with their number of lines."""
    counts = (54, 6, 1)
    slices = tuple(
        Slice(slug, name, float(amount), count, role)
        for (slug, name, role), amount, count in zip(PILLARS, GRANTS[0], counts, strict=True)
    )
    amount = sum(item.amount for item in slices)
    value = Breakdown("pilier", slices, amount, sum(counts))
    return Bars(value, GRANT), "Subventions de l’État par pilier proposé en 2016, ANCT"


def ranking() -> ShownChart:
    """The grants of the last year by pillar, beside the year before, and of every year."""
    entries = tuple(
        RankingEntry(name, amounts[-1], french.short_euros(amounts[-1]), amounts[-2], amounts, role)
        for (_, name, role), amounts in zip(PILLARS, zip(*GRANTS, strict=True), strict=True)
    )
    value = Ranking(entries, YEARS, 2025, 2025, "2024", BROKEN)
    said = "Subventions de l’État par pilier proposé en 2025, ANCT"
    return value, said


def waterfall() -> ShownChart:
    """The grants of 2024 and 2025, by holder."""
    steps = (
        ("4 porteurs ne reçoivent plus rien", -7_000),
        ("16 porteurs reçoivent moins", -91_243),
        ("8 porteurs reçoivent plus", 18_100),
        ("5 porteurs commencent", 32_500),
    )
    shifts = tuple(Shift(label, float(amount)) for label, amount in steps)
    value = Waterfall(Level("2024", 829_043.0), shifts, Level("2025", 781_400.0))
    said = "Subventions de l’État de 2024 à 2025, ANCT"
    return value, said


def multiples() -> ShownChart:
    """The two smaller pillars, a panel each."""
    strands = tuple(
        Strand(name, tuple(map(float, amounts)), tuple(map(french.short_euros, amounts)))
        for (_, name, _), amounts in list(zip(PILLARS, zip(*GRANTS, strict=True), strict=True))[1:]
    )
    said = "Subventions de l’État par pilier proposé, ANCT"
    return Multiples(strands, YEARS, 2025, 2025, BROKEN), said


def flows() -> ShownChart:
    """Two funders, two pillars, a quarter and what names none."""
    value = Flows(
        (FlowNode("État", 90_000.0, "90 k€"), FlowNode("Agglomération", 10_000.0, "10 k€")),
        (
            FlowNode("Emploi", 60_000.0, "60 k€", "emploi"),
            FlowNode("Cohésion sociale", 40_000.0, "40 k€", "social"),
        ),
        (FlowNode("Un quartier", 70_000.0, "70 k€"), FlowNode("Aucun nommé", 30_000.0, "30 k€")),
        ((60_000.0, 30_000.0), (0.0, 10_000.0)),
        ((50_000.0, 10_000.0), (20_000.0, 20_000.0)),
    )
    return value, "Montants inventés"
