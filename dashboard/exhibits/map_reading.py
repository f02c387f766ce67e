"""The sentence of a map: what it says of one quarter, in words."""

from __future__ import annotations

from dashboard import keys
from dashboard.content import Span, Text, text
from dashboard.domain import french
from dashboard.domain.claim import Measured
from dashboard.domain.indicator import Indicator, Observation, absence
from dashboard.domain.quarter_map import QuarterMap, Shape
from dashboard.domain.territory import Territory
from dashboard.exhibits import common, told
from dashboard.view import View


def of(view: View, drawn: QuarterMap, indicator: Indicator) -> Text:
    """What the chosen quarter shows, else one that has something to show."""
    if drawn.indicator is None:
        return _count_reading(view, drawn)
    return _indicator_reading(drawn, indicator)


def _indicator_reading(drawn: QuarterMap, indicator: Indicator) -> Text:
    told = drawn.told
    known = [place for place, value in enumerate(told.values) if value is not None]
    if drawn.strong is not None and drawn.chosen not in known:
        return _unknown(drawn.strong, indicator, told.observe(drawn.chosen or 0))
    if not known:
        return text("aucune valeur n’est publiée pour cette vue : les quartiers sont hachurés.")
    place = known[-1] if drawn.chosen is None else drawn.chosen
    return sentence(indicator, told.shapes[place].territory, told.observe(place))


def _count_reading(view: View, drawn: QuarterMap) -> Text:
    """What counts for the chosen quarter, else for the one of most lines, and what names none."""
    counts, when = [count or 0 for count in drawn.told.counts], common.years_text(view)
    place = counts.index(max(counts)) if drawn.chosen is None else drawn.chosen
    count, quarter = counts[place], drawn.told.shapes[place].territory
    beside = told.lines_beside(view)
    rest = text(" ; ", *beside, ".") if beside else text(".")
    if not count:
        return text(f"{when}, aucune ligne ne nomme {quarter.name}", *rest)
    scope = told.whole(view).selection
    lines = told.count(view, scope, count, (keys.QUARTER.name, quarter.code))
    return text(f"{when}, ", lines, f" pour {quarter.name}", *rest)


def _unknown(shape: Shape, indicator: Indicator, found: Observation | None) -> Text:
    """What is said of a chosen quarter that has no value."""
    quarter = shape.territory
    if quarter.has_national_statistics:
        return sentence(indicator, quarter, found)
    nothing = "Insee ne publie rien sur"
    if shape.rings:
        return text(f"l’{nothing} {quarter.name}, quartier en veille active.")
    reason = quarter.mark_reason
    where = f"approximatif ({reason})" if reason else "placé dans sa commune"
    placed = f"{quarter.name} est le repère {quarter.mark}, {where}"
    return text(f"{placed}. L’{nothing} un quartier en veille active.")


def sentence(indicator: Indicator, territory: Territory, found: Observation | None) -> Text:
    """The sentence of one value, as the catalogue words it."""
    if found is None or found.value is None:
        why = absence(found.status if found else None)
        return text(f"{french.uncapital(indicator.label)} {territory.at} : {why}.")
    where = territory.at, territory.of
    before, value, after = indicator.said(found.value, found.year, *where, found.step)
    return text(before, Span(value, claim=measured(found)), f"{after}.")


def measured(found: Observation) -> Measured:
    """What a value that is said is the value of."""
    return Measured(found.indicator, found.territory, found.year)
