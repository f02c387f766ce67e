"""Which indicator, which quarters, which year a view speaks of."""

from __future__ import annotations

from dashboard import catalogue
from dashboard.content import Choice, Control
from dashboard.domain.indicator import Indicator
from dashboard.domain.territory import Territory
from dashboard.view import View

INDICATOR = "indicateur"
MAIN = "taux-pauvrete"
FIRST = 4
"""Indicators of a theme that stand in a short table."""

BY_PILLAR = {
    "emploi": "taux-emploi",
    "cohesion-sociale": "taux-pauvrete",
    "cadre-de-vie": "rpls-vacance",
}


def indicator_of(view: View, key: str = INDICATOR) -> Indicator:
    """The indicator asked, else the one that stands for the chosen pillar, else the main one."""
    wanted = view.selection.option(key)
    available = {item.slug: item for item in view.store.values.indicators}
    if wanted in available:
        return available[wanted]
    pillar = view.selection.pillar or ""
    for slug in (BY_PILLAR.get(pillar, MAIN), MAIN):
        if slug in available:
            return available[slug]
    rates = [item for item in available.values() if not item.summable and pillar in item.pillars]
    return (rates or list(available.values()))[0]


def indicator_control(view: View, key: str = INDICATOR) -> Control:
    """The select of indicators, grouped by theme."""
    names = {theme.slug: theme.name for theme in catalogue.THEMES}
    choices = tuple(
        Choice(item.slug, item.label, group=names.get(item.theme, ""))
        for item in view.store.values.indicators
    )
    return Control(key, "Indicateur", choices, indicator_of(view, key).slug)


def generation_of(view: View, indicator: Indicator) -> str:
    """The perimeters asked, else those with the most recent value of that indicator."""
    return view.selection.generation or view.store.values.generation(indicator, view.selection.year)


def generation_control(view: View, generation: str) -> Control:
    """The choice of perimeters."""
    choices = tuple(Choice(code, f"Périmètres de {code}") for code in view.store.places.generations)
    return Control("generation", "Périmètres", choices, generation)


def quarters_of(view: View, generation: str) -> tuple[Territory, ...]:
    """The quarters of that generation, or the chosen one alone where it stands there."""
    return view.store.places.quarters(generation)


def chosen_quarter(view: View, generation: str) -> Territory | None:
    """The chosen quarter as that generation knows it; None where none is chosen or none stands."""
    code = view.selection.quarter
    return view.store.places.same_place(code, generation) if code else None


def measured_quarters(view: View, generation: str) -> tuple[Territory, ...]:
    """The quarters that national statistics cover."""
    quarters = view.store.places.quarters(generation)
    return tuple(quarter for quarter in quarters if quarter.has_national_statistics)


def main_indicators(view: View) -> tuple[Indicator, ...]:
    """The first indicators of each theme: what a table shows before the reader asks for all."""
    found: dict[str, list[Indicator]] = {}
    for item in view.store.values.indicators:
        found.setdefault(item.theme, []).append(item)
    return tuple(item for members in found.values() for item in members[:FIRST])
