"""Rates of several quarters as bars on one scale, each of a year that all of them know."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.height import height
from dashboard.content import Exhibit
from dashboard.domain.chart import SideBySide
from dashboard.domain.indicator import Unit
from dashboard.domain.profile import Category, Profile
from dashboard.exhibits import choose, common, compared
from dashboard.exhibits.compared import Chosen

SLUG = "taux"
MORE = ("part-60-ans-et-plus", "part-menages-1-personne", "part-familles-monoparentales")
"""Rates that follow those that lead."""
MOST = 6


def exhibit(chosen: Chosen) -> Exhibit | None:
    """The rates in percent that lead, a bar a quarter; None where none compares."""
    view = chosen.view
    slugs = dict.fromkeys((*choose.leads_of(view).table, *MORE))
    asked = (choose.known(view, slug) for slug in slugs)
    found = [chosen.of(item) for item in asked if item is not None and item.unit is Unit.PERCENT]
    rows = [row for row in found if row is not None][:MOST]
    if not rows:
        return None
    lines = tuple(Category(f"{r.indicator.label}, {r.year}", r.indicator, r.found) for r in rows)
    chart = SideBySide(Profile(chosen.measured, lines))
    return replace(
        compared.of_rows(chosen, SLUG, "Des taux, à la même échelle", rows),
        subtitle=f"Sur cent, {common.perimeter_text(chosen.generation)}",
        chart=chart,
        height=height(chart),
        table_first=False,
        alt=common.alt(f"Barres des taux, à la même échelle : {chosen.names}"),
    )
