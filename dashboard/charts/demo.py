"""``python -m dashboard.charts.trend`` opens that figure alone, on the sample values below.

Rates, incomes and amounts are those of Chambéry (Insee, Filosofi; ANCT, programme 147); shapes and
counts of people are invented, and say so.
"""

from __future__ import annotations

import base64
import json
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path

from dashboard.catalogue import indicator
from dashboard.charts import plotly
from dashboard.charts.height import height
from dashboard.domain import french
from dashboard.domain.breakdown import Breakdown, Slice, YearGrid
from dashboard.domain.chart import (
    Bars,
    Chart,
    Entry,
    Groups,
    Ladder,
    Level,
    PlaceMap,
    Ranking,
    Shift,
    Trend,
    Waterfall,
    Years,
)
from dashboard.domain.indicator import Break, Observation, Status
from dashboard.domain.participations import Group, Participations, Reach
from dashboard.domain.quarter_map import Background, MapArea, Outlines, QuarterMap, Shape
from dashboard.domain.series import Gap, Point, Series, Standing
from dashboard.domain.settings import LineNoun
from dashboard.domain.territory import Kind, Outline, Territory
from dashboard.words import tokens

Shown = tuple[Chart, str]
"""A chart, and what its values are."""

POVERTY, INCOME = indicator("taux-pauvrete"), indicator("niveau-vie-median")
BIOLLAY = Territory(
    "QP073001",
    "Biollay - Bellevue",
    Kind.QPV,
    "au Biollay - Bellevue",
    "du Biollay - Bellevue",
    "2015",
    communes=("73065",),
    outline=Outline.INDICATIVE,
)
HAUTS = Territory(
    "QP073002",
    "Les Hauts-de-Chambéry",
    Kind.QPV,
    "aux Hauts-de-Chambéry",
    "des Hauts-de-Chambéry",
    "2015",
    communes=("73065",),
    outline=Outline.INDICATIVE,
)
TOWN = Territory("73065", "Chambéry", Kind.COMMUNE, "à Chambéry", "de Chambéry")
EPCI = Territory("200069110", "Grand Chambéry", Kind.EPCI, "à Grand Chambéry", "de Grand Chambéry")
POOR = {
    BIOLLAY: (32.3, 34.2, 34.0, 36.7, 35.5, 35.4, 36.4, 36.7, 37.6, 40.0),
    HAUTS: (38.1, 39.0, 39.3, 41.4, 42.8, 41.0, 41.3, 41.5, 40.7, 43.0),
}
"""Poverty rate, in per cent, 2012 to 2021."""
INCOMES = {HAUTS: 14_280, BIOLLAY: 14_870, TOWN: 20_790, EPCI: 23_180}
"""Median standard of living in 2019, in euros."""
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


def _trend() -> Shown:
    lines = [
        Series(
            POVERTY,
            place,
            tuple(Point(2012 + rank, value) for rank, value in enumerate(values)),
            POVERTY.breaks,
        )
        for place, values in POOR.items()
    ]
    return Trend(tuple(lines), (), 2021), "Taux de pauvreté, Insee"


def _income(place: Territory) -> Observation:
    return Observation(place.code, INCOME.slug, 2019, INCOMES[place], Status.FINAL, INCOME.source)


def _standing() -> Shown:
    gap = Gap(INCOME, _income(HAUTS), _income(EPCI), HAUTS, EPCI)
    value = Standing(INCOME, 2019, tuple((place, _income(place)) for place in INCOMES), gap)
    return Ladder(value), "Niveau de vie médian, 2019, Insee"


def _years() -> Shown:
    slices = tuple(Slice(slug, name, 0, 0, role) for slug, name, role in PILLARS)
    amounts = tuple(tuple(float(part) for part in row) for row in GRANTS)
    counts = tuple((0,) * len(slices) for _ in GRANTS)
    broken = (Break(2022, "la cité éducative entre dans ces montants", "anct-p147"),)
    grid = YearGrid(tuple(range(2016, 2026)), slices, amounts, counts, broken)
    said = "Subventions de l’État par pilier proposé, en milliers d’euros, ANCT"
    return Years(grid, "amount", 2016, 2016), said


def _bars() -> Shown:
    """The first year of the grants, with their number of lines."""
    counts = (54, 6, 1)
    slices = tuple(
        Slice(slug, name, float(amount), count, role)
        for (slug, name, role), amount, count in zip(PILLARS, GRANTS[0], counts, strict=True)
    )
    amount = sum(item.amount for item in slices)
    value = Breakdown("pilier", slices, amount, sum(counts))
    return Bars(value, GRANT), "Subventions de l’État par pilier proposé en 2016, ANCT"


def _ranking() -> Shown:
    """The grants of the last year by pillar, beside the year before, and of every year."""
    years = tuple(range(2016, 2026))
    entries = tuple(
        Entry(name, amounts[-1], french.short_euros(amounts[-1]), amounts[-2], amounts, role)
        for (_, name, role), amounts in zip(PILLARS, zip(*GRANTS, strict=True), strict=True)
    )
    broken = (Break(2022, "la cité éducative entre dans ces montants", "anct-p147"),)
    value = Ranking(entries, years, 2025, 2025, "2024", broken)
    said = "Subventions de l’État par pilier proposé en 2025, ANCT"
    return value, said


def _waterfall() -> Shown:
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


def _map() -> Shown:
    def square(x: float, y: float) -> tuple[tuple[tuple[float, float], ...], ...]:
        return (((x, y), (x + 900, y), (x + 900, y + 900), (x, y + 900), (x, y)),)

    found = [
        MapArea(
            Shape(place, Outlines(square(*spot)), (spot[0] + 450, spot[1] + 450)),
            POVERTY.format(POOR[place][-1]),
            Observation(place.code, POVERTY.slug, 2021, POOR[place][-1], Status.FINAL),
        )
        for place, spot in ((HAUTS, (3500.0, 6500.0)), (BIOLLAY, (3000.0, 2500.0)))
    ]
    town = (((0.0, 0.0), (8e3, 0.0), (8e3, 9e3), (0.0, 9e3), (0.0, 0.0)),)
    ground = Background(
        (("73065", town),), Outlines(()), (("Chambéry", 4e3, 4800.0),), (-500, -500, 9e3, 9500)
    )
    value = QuarterMap(tuple(found), "colour", 2021, POVERTY)
    return PlaceMap(value, ground), "Taux de pauvreté, Insee ; formes inventées"


def _participations() -> Shown:
    told = (("6-11 ans", 120, 98), ("12-17 ans", 80, Status.SECRET), ("18-25 ans", 60, 71))
    value = Participations(
        tuple(Group(name, Reach(a, 1), Reach(b, 1)) for name, a, b in told), True
    )
    return Groups(value), "Effectifs inventés"


FIGURES: Mapping[str, Callable[[], Shown]] = {
    "bars": _bars,
    "participations": _participations,
    "quarter_map": _map,
    "ranking": _ranking,
    "standing": _standing,
    "trend": _trend,
    "waterfall": _waterfall,
    "years": _years,
}


def page(name: str) -> str:
    """A page that draws that figure with the bundle of the project, without a server."""
    chart, said = FIGURES[name]()
    figure, tall = plotly.figure(chart), height(chart)
    assets = tokens.PATH.parent.as_uri()
    data, layout = (json.dumps(figure[part]).replace("<", "\\u003c") for part in ("data", "layout"))
    return (
        f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>{escape(said)}</title>'
        f'<link rel="stylesheet" href="{assets}/tokens.css"><style>{_font()}</style>'
        f'<body style="max-width:640px;margin:24px auto;font-family:var(--sans)">'
        f'<p>{escape(said)}</p><div id="figure" style="height:{tall}px"></div>'
        f'<script src="{assets}/vendor/plotly.min.js"></script>'
        "<script>Promise.all([...document.fonts].map((font) => font.load())).then(() => "
        f'Plotly.newPlot("figure", {data}, {layout}, '
        "{displayModeBar: false, showSendToCloud: false, responsive: true}))</script>"
    )


def _font() -> str:
    """The letters of every figure inside the page: a browser refuses those of another file."""
    letters = (tokens.PATH.parent / "fonts" / "source-sans-3.woff2").read_bytes()
    held = base64.b64encode(letters).decode("ascii")
    source = f'src: url("data:font/woff2;base64,{held}")'
    return f'@font-face {{ font-family: "Source Sans 3"; font-weight: 400 700; {source} }}'


def show(name: str) -> Path:
    """Write the page of that figure beside other temporary files, open it, give its place."""
    path = Path(tempfile.gettempdir()) / f"figure-{name}.html"
    path.write_text(page(name), encoding="utf-8")
    webbrowser.open(path.as_uri())
    sys.stdout.write(f"{path}\n")
    return path


def main(names: Sequence[str]) -> str | None:
    """Open the figures of these names; what to type instead, in French, where one has none."""
    if not names or not FIGURES.keys() >= set(names):
        return f"Écrivez : python -m dashboard.charts {' | '.join(FIGURES)}"
    for name in names:
        show(name)
    return None
