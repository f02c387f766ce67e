"""An indicator in a sentence: what it is, its last values, where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.content import Span, Text, text
from dashboard.domain import french
from dashboard.domain.indicator import Indicator, Observation, show
from dashboard.domain.series import measures
from dashboard.domain.territory import Territory
from dashboard.exhibits import common, glance, map_reading, stand
from dashboard.exhibits.glance import Glance
from dashboard.exhibits.stand import QuarterStand
from dashboard.view import View


def indicator(view: View, item: Indicator, quarters: Sequence[Territory]) -> Text:
    """« Taux de pauvreté : … Biollay - Bellevue : 40 % en 2021. Source : … »: of those quarters,
    the ones without a value named, else of those that the view tells apart, else from the lowest
    to the highest of all; by the year of the view."""
    href = view.link("/evolutions", indicateur=item.slug)
    start = text(Span(item.label, href=href), f" : {french.uncapital(item.definition)}")
    found = glance.of(view, item)
    none = f" Aucun chiffre publié pour un quartier jusqu’en {view.selection.year}."
    if found is None:
        return text(*start, none)
    same = view.store.places.same_place
    places = [same(quarter.code, found.generation) or quarter for quarter in quarters]
    own = [stand.of(view, item, place.code) for place in places if measures(item, place)]
    last = [(one, one.last) for one in (own or found.stands) if one.last]
    if not last and not found.spread:
        return text(*start, *(_without(places, last) or [none]))
    said = [span for one, value in last for span in _value(one, value)] or _spread(found)
    years = {value.year for _, value in last} or {found.year}
    source = common.indicator_source(view, item, french.years(min(years), max(years)))
    return text(*start, *_without(places, last), *said, f" Source : {source}.")


def _without(
    places: Sequence[Territory], told: Sequence[tuple[QuarterStand, Observation]]
) -> list[str]:
    """« Aucune valeur publiée pour La Forgerie. », of the quarters that are asked about."""
    known = {one.quarter.code for one, _ in told}
    names = [place.name for place in places if place.code not in known]
    return [f" Aucune valeur publiée pour {french.listed(names)}."] if names else []


def _value(one: QuarterStand, value: Observation) -> Iterator[str | Span]:
    """« Biollay - Bellevue : 40 % en 2021. »"""
    presumed = "".join(f" ({tag})" for tag in common.presumed_tag((value,)))
    yield f" {one.quarter.name} (périmètre de {one.quarter.generation}) : "
    yield Span(show(one.line.indicator, value), True, claim=map_reading.measured(value))
    yield f" en {value.year}{presumed}."


def _spread(found: Glance) -> list[str | Span]:
    """« Les 9 quartiers : 20,1 % à 48,0 % en 2023. »"""
    if found.spread is None:
        return []
    year, low, high = found.spread
    ends = " à ".join(dict.fromkeys(found.indicator.formats([low, high])))
    return [f" Les {french.number(found.quarters)} quartiers : ", Span(ends, True), f" en {year}."]
