"""The sentence of a map: what it says of one quarter, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dashboard.content import Span, Text, text
from dashboard.domain import french
from dashboard.domain.claim import Measured
from dashboard.domain.indicator import Indicator, Observation, absence
from dashboard.domain.quarter_map import QuarterMap, QuarterShape
from dashboard.domain.territory import Territory
from dashboard.exhibits import map_lines
from dashboard.view import View


def of(view: View, drawn: QuarterMap, indicator: Indicator) -> Text:
    """What each chosen quarter shows, else one that has something to show."""
    if drawn.indicator is None:
        return map_lines.reading(view, drawn)
    return _indicator_reading(view, drawn, indicator)


def _indicator_reading(view: View, drawn: QuarterMap, indicator: Indicator) -> Text:
    told = drawn.told
    known = [place for place, value in enumerate(told.values) if value is not None]
    if not known and not drawn.chosen:
        return text("aucune valeur n’est publiée pour cette vue : les quartiers sont hachurés.")
    places = drawn.chosen or known[-1:]
    said = chained(_of_place(view, drawn, indicator, place) for place in places)
    last = places[-1]
    beside = _around(drawn, indicator, told.shapes[last].territory) if last in known else ()
    return (*said, *beside)


def _of_place(view: View, drawn: QuarterMap, indicator: Indicator, place: int) -> Text:
    told = drawn.told
    shape, found = told.shapes[place], told.observe(place)
    if told.values[place] is None:
        return _unknown(view, shape, indicator, found)
    return sentence(indicator, shape.territory, found)


def _around(drawn: QuarterMap, indicator: Indicator, quarter: Territory) -> Text:
    """The value of the whole commune of that quarter, where the map tells it."""
    shapes = drawn.around.shapes if drawn.around else ()
    for place, shape in enumerate(shapes):
        found = drawn.around.observe(place) if drawn.around else None
        if shape.territory.code in quarter.communes and found and found.value is not None:
            value = Span(indicator.format(found.value, found.step), claim=measured(found))
            return text(f" Pour toute la commune de {shape.territory.name} : ", value, ".")
    return ()


def chained(sentences: Iterable[Text]) -> Text:
    """Those sentences as one, a semicolon between two."""
    found: Text = ()
    for said in sentences:
        if found:
            *start, end = found
            found = text(*start, replace(end, text=end.text.removesuffix(".")), " ; ")
        found += said
    return found


def _unknown(
    view: View, shape: QuarterShape, indicator: Indicator, found: Observation | None
) -> Text:
    """What is said of a chosen quarter that has no value."""
    quarter = shape.territory
    if quarter.has_national_statistics:
        return sentence(indicator, quarter, found)
    nothing = "Insee ne publie rien sur"
    if shape.rings:
        return text(f"l’{nothing} {quarter.name}, {view.worded('quartier en veille active')}.")
    reason = quarter.mark_reason
    where = f"approximatif ({reason})" if reason else "placé dans sa commune"
    placed = f"{quarter.name} est le repère {quarter.mark}, {where}"
    return text(f"{placed}. ", view.worded(f"L’{nothing} un quartier en veille active."))


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
