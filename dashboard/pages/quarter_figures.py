"""The key figures of one quarter: its inhabitants, poverty, income, the money that names it."""

from __future__ import annotations

from dashboard.content import KeyFigure
from dashboard.domain.indicator import Indicator, show
from dashboard.domain.territory import Territory
from dashboard.exhibits import choose
from dashboard.pages import shared
from dashboard.view import View


def of(view: View, quarter: Territory) -> tuple[KeyFigure, ...]:
    """What is known of the quarter up to the chosen year, then its money; no figure is invented
    where an indicator says nothing of it."""
    leads = choose.leads_of(view)
    asked = (choose.known(view, slug) for slug in (choose.INHABITANTS, leads.main, leads.gap))
    found = [_figure(view, quarter, item) for item in asked if item is not None]
    return tuple(item for item in (*found, shared.money_figure(view)) if item is not None)


def _figure(view: View, quarter: Territory, indicator: Indicator) -> KeyFigure | None:
    last = view.store.values.last_year(indicator, [quarter.code], view.selection.year)
    found = view.store.values.observation(indicator, quarter.code, last) if last else None
    if last is None or found is None or found.value is None:
        return None
    beside = _reference(view, quarter, indicator, last)
    detail = ". ".join(part for part in (str(last), beside) if part)
    return KeyFigure(indicator.label, show(indicator, found), detail)


def _reference(view: View, quarter: Territory, indicator: Indicator, year: int) -> str:
    if indicator.summable:
        return ""
    for code in view.store.values.reference_codes(indicator, quarter.generation):
        other = view.store.values.observation(indicator, code, year)
        if other is not None and other.value is not None:
            name = view.store.places.by_code[code].name
            return f"{name} : {show(indicator, other)}"
    return "Pas de référence publiée cette année-là"
