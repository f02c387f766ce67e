"""The map year by year: the years that can be shown, the scale that they share, what parts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard import keys
from dashboard.content import MapMove, Timeline
from dashboard.domain import french
from dashboard.domain.indicator import Break, Indicator
from dashboard.domain.quarter_map import QuarterMap
from dashboard.domain.scale import Scale
from dashboard.domain.series import parted
from dashboard.exhibits import choose, map_around, map_lines
from dashboard.view import View


def scale(view: View, indicator: Indicator) -> Scale | None:
    """What all the maps of that measure share, whatever their year and their perimeters; None on a
    page whose map shows one year alone."""
    if view.path != map_around.PAGE:
        return None
    if map_lines.shown(view):
        sizes = map_lines.sizes(view, view.store.choices.years)
        return Scale(min(sizes), max(sizes), tuple(sorted(sizes.values())))
    return view.store.values.scale(indicator, _codes(view, indicator))


def _codes(view: View, indicator: Indicator) -> Iterator[str]:
    """The quarters of every generation, those that have an outline where circles say a count, and
    the communes where they are told."""
    places = view.store.places
    for generation in places.generations:
        for shape in places.drawn(generation):
            if shape.rings or not indicator.summable:
                yield shape.territory.code
    if map_around.wanted(view, indicator):
        yield from map_around.codes(view)


def timeline(
    view: View, indicator: Indicator, generation: str, drawn: QuarterMap
) -> Timeline | None:
    """The years of that measure in those perimeters; None where there is one, or another page."""
    years, year = _years(view, indicator, generation), view.selection.year
    if view.path != map_around.PAGE or len(years) < 2:
        return None
    first, last = min(years[0], year), years[-1]
    pinned = _pinned(view, indicator, generation, years)

    def href(to: int | None) -> str:
        changes = {keys.YEAR.name: str(to), **dict(pinned)}
        return view.here(**changes) if to else ""

    before = max((one for one in years if one < min(year, last)), default=None)
    after = min((one for one in years if one > year), default=None)
    return Timeline(
        first,
        last,
        min(year, last),
        _said(view, drawn, last),
        tuple(one for one in range(first, last + 1) if one not in years),
        (
            MapMove(f"‹ {before or ''}".strip(), _step("précédente", before), "", href(before)),
            MapMove(f"{after or ''} ›".strip(), _step("suivante", after), "", href(after)),
        ),
        href(years[0]),
        pinned,
        " ".join(notes(view, indicator, generation, drawn)),
    )


def _step(which: str, year: int | None) -> str:
    return f"Année {which} : {year}" if year else f"Année {which}"


def _years(view: View, indicator: Indicator, generation: str) -> tuple[int, ...]:
    """Those that the address may say and that hold something of the measure."""
    offered = view.store.choices.years
    if map_lines.shown(view):
        return tuple(sorted(offered))
    held = view.store.values.years_of(indicator, generation)
    return tuple(year for year in held if year in offered)


def _pinned(
    view: View, indicator: Indicator, generation: str, years: Sequence[int]
) -> tuple[tuple[str, str], ...]:
    """The perimeters, where some of these years would else choose others by themselves."""
    others = (replace(view, selection=replace(view.selection, year=year)) for year in years)
    same = all(choose.generation_of(other, indicator) == generation for other in others)
    return () if same else ((keys.GENERATION.name, generation),)


def _said(view: View, drawn: QuarterMap, last: int) -> str:
    """« 2019 », « 2014 : aucune valeur, 2013 est montrée », « 2021, dernière publiée »."""
    asked, shown = view.selection.year, drawn.year
    if drawn.indicator is None:
        return french.years(*view.selection.years)
    if shown is None:
        return f"{asked} : aucune valeur"
    if shown == asked:
        return str(asked)
    if shown == last:
        return f"{shown}, dernière publiée"
    return f"{asked} : aucune valeur, {shown} est montrée"


def notes(view: View, indicator: Indicator, generation: str, drawn: QuarterMap) -> tuple[str, ...]:
    """What stands between the year shown and the one before it that holds a value."""
    years = _years(view, indicator, generation)
    before = max((one for one in years if drawn.year and one < drawn.year), default=None)
    if before is None or drawn.year is None or view.selection.is_period:
        return ()
    crossed = broken(view, indicator, generation, before, drawn.year)
    return tuple(said for said in (_absent(before, drawn.year), crossed) if said)


def _absent(before: int, year: int) -> str:
    between = [str(one) for one in range(before + 1, year)]
    return f"Aucune valeur en {french.listed(between)}." if between else ""


def broken(view: View, indicator: Indicator, generation: str, first: int, last: int) -> str:
    """The breaks between two years, in a sentence or two; empty where there is none."""
    found = parted(_breaks(view, indicator, generation), first, last)
    if not found:
        return ""
    why = " ; ".join(dict.fromkeys(item.dated for item in found))
    years = f"entre {first} et {last}"
    return f"Rupture de série {years}, les valeurs ne se comparent pas. {why}."


def _breaks(view: View, indicator: Indicator, generation: str) -> tuple[Break, ...]:
    """Those of what the map shows: a number of lines passes them."""
    store = view.store
    if map_lines.shown(view):
        return store.money.breaks() if map_lines.is_money(view) else ()
    return store.values.breaks(indicator, store.places.codes(generation))
