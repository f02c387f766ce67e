"""Which indicator, which quarters, which year a view speaks of."""

from __future__ import annotations

from dataclasses import replace

from dashboard import catalogue, keys
from dashboard.charts.looks import Looks, ranked
from dashboard.content import Control, Text, text
from dashboard.domain import french
from dashboard.domain.indicator import Indicator
from dashboard.domain.settings import Leads
from dashboard.domain.territory import Territory
from dashboard.exhibits import common
from dashboard.keys import Key
from dashboard.view import View

INHABITANTS = "population"
"""The indicator that counts the inhabitants."""
FIRST = 4
"""Indicators of a theme that stand in a short table."""

TOLD_APART, HIGHEST = 30, 5
"""Quarters that a figure names one by one at most; how many it names where there are more."""


def indicator_of(view: View) -> Indicator:
    """The indicator asked, else the one that stands for the chosen pillar where it is alone, else
    the main one, even where the territory has no value of any."""
    wanted = keys.INDICATOR.value(view.selection)
    available = {item.slug: item for item in view.store.values.indicators}
    if wanted in available:
        return available[wanted]
    pillars = view.selection.pillars
    pillar = pillars[0] if len(pillars) == 1 else ""
    own = common.pillar_of(view, pillar).indicator if pillar else ""
    for slug in (own, leads_of(view).main):
        if slug in available:
            return available[slug]
    rates = [item for item in available.values() if not item.summable and pillar in item.pillars]
    found = rates or list(available.values())
    return found[0] if found else catalogue.indicator(leads_of(view).main)


def keys_of(view: View) -> tuple[Key, ...]:
    """The keys that choose that indicator: the pillar too where the address names none."""
    asked = bool(keys.INDICATOR.value(view.selection))
    return (keys.INDICATOR,) if asked else (keys.INDICATOR, keys.PILLAR)


def leads_of(view: View) -> Leads:
    """The leading indicators of the territory: its settings' own, else the catalogue's."""
    own = view.store.settings.leads
    return Leads(
        own.main or catalogue.LEADS.main,
        own.gap or catalogue.LEADS.gap,
        own.table or catalogue.LEADS.table,
    )


def known(view: View, slug: str) -> Indicator | None:
    """The indicator of that slug; None where this territory has no value of it."""
    return next((item for item in view.store.values.indicators if item.slug == slug), None)


def indicator_control(view: View) -> Control:
    """The select of indicators, grouped by theme."""
    control = keys.INDICATOR.control(view.store, view.selection)
    return replace(control, value=indicator_of(view).slug)


def generation_of(view: View, indicator: Indicator) -> str:
    """The perimeters asked, else those with the most recent value of that indicator; where the
    page follows it over time, those with the most years."""
    over_time = view.path == "/evolutions"
    found = view.store.values.generation(indicator, view.selection.year, over_time)
    return view.selection.generation or found


def generation_control(view: View, generation: str) -> Control:
    """The choice of perimeters."""
    return replace(keys.GENERATION.control(view.store, view.selection), value=generation)


def chosen_quarters(view: View, generation: str) -> tuple[Territory, ...]:
    """The chosen quarters as that generation knows them, those that it has."""
    found = (view.store.places.same_place(code, generation) for code in view.selection.quarters)
    return tuple(quarter for quarter in found if quarter is not None)


def measured_quarters(view: View, generation: str) -> tuple[Territory, ...]:
    """The quarters that national statistics cover."""
    quarters = view.store.places.quarters(generation)
    return tuple(quarter for quarter in quarters if quarter.has_national_statistics)


def highlighted(view: View, generation: str) -> tuple[Territory, ...]:
    """The chosen quarters that national statistics cover: those that a figure of them marks."""
    found = chosen_quarters(view, generation)
    return tuple(quarter for quarter in found if quarter.has_national_statistics)


def marks(view: View, generation: str) -> tuple[Key, ...]:
    """The key of the quarter where a figure of national statistics marks some that are chosen."""
    return (keys.QUARTER,) if highlighted(view, generation) else ()


def unmeasured(view: View, generation: str) -> Text:
    """« l’Insee ne publie rien sur Chantemerle (en veille active) ; », of those that are chosen;
    empty elsewhere."""
    found = chosen_quarters(view, generation)
    named = [quarter.name for quarter in found if not quarter.has_national_statistics]
    if not named:
        return ()
    watched = view.worded("en veille active")
    return text(f"l’Insee ne publie rien sur {french.listed(named)} ({watched}) ; ")


def told_apart(view: View, indicator: Indicator, generation: str) -> tuple[Territory, ...]:
    """The measured quarters that a figure can name one by one: all of them, or the chosen ones
    and the highest values where they are too many."""
    quarters = measured_quarters(view, generation)
    if len(quarters) <= TOLD_APART:
        return quarters
    codes = [quarter.code for quarter in quarters]
    first = [quarter.code for quarter in highlighted(view, generation)]
    top = view.store.values.highest(indicator, codes, view.selection.year, HIGHEST)
    return tuple(view.store.places.by_code[code] for code in dict.fromkeys([*first, *top]))


def looks(view: View, indicator: Indicator, generation: str) -> Looks:
    """The mark of each quarter that figures name, whatever is chosen and whichever figure it is."""
    named = [quarter.code for quarter in told_apart(view, indicator, generation)]
    return ranked(sorted(named))


def left_out(view: View, generation: str, shown: int) -> tuple[str, ...]:
    """What a figure says of the quarters that it does not name, if any."""
    count = len(measured_quarters(view, generation))
    if count <= TOLD_APART:
        return ()
    known = f"{french.cardinal(shown)} quartiers sur {french.number(count)}"
    return (f"{french.capital(known)} : les quartiers choisis et les valeurs les plus hautes.",)


def main_indicators(view: View) -> tuple[Indicator, ...]:
    """The first indicators of each theme: what a table shows before the reader asks for all."""
    found: dict[str, list[Indicator]] = {}
    for item in view.store.values.indicators:
        found.setdefault(item.theme, []).append(item)
    return tuple(item for members in found.values() for item in members[:FIRST])
