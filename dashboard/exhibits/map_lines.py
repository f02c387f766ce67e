"""Lines on a map: how many name each quarter, or for how many euros, as circles; by pillar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dashboard import keys
from dashboard.content import Cell, Column, Row, Span, Text, plain, text
from dashboard.domain import french
from dashboard.domain.funding import NO_QUARTER, UNNAMED
from dashboard.domain.pillar import Pillar
from dashboard.domain.quarter_map import MapArea, MapColumns, QuarterMap
from dashboard.domain.scale import Scale
from dashboard.domain.selection import Selection
from dashboard.exhibits import common, map_sizes, told
from dashboard.keys.circles import PILLARS
from dashboard.keys.measure import AMOUNT, tells_lines
from dashboard.view import View

MOST = 40
"""Circles that are split at most."""


def shown(view: View) -> bool:
    """Whether the map tells lines, and no indicator."""
    return tells_lines(view.selection)


def is_money(view: View) -> bool:
    """Whether it tells their euros, and not how many they are."""
    return keys.MEASURE.value(view.selection) == AMOUNT


def drawn(
    view: View, generation: str, chosen: tuple[int, ...], scale: Scale | None = None
) -> QuarterMap:
    """The lines that name each quarter of that generation, whatever the quarter chosen."""
    places = view.store.places
    at = [places.place_of[code] for code in places.codes(generation)]
    counts, sizes = view.store.money.counts_by_place(view.selection), _sizes(view, view.selection)
    held = [sizes[place] if counts[place] else None for place in at]
    labels = [UNNAMED if size is None else _brief(view, size) for size in held]
    nothing = [None] * len(at)
    split = pillars(view, generation)
    shares = [_sizes(view, replace(view.selection, pillars=(item.slug,))) for item in split]
    parts = [tuple(share[place] for share in shares) for place in at] if split else ()
    shapes = places.drawn(generation)
    areas = MapColumns(shapes, labels, nothing, nothing, held, nothing.__getitem__, parts)
    year = view.selection.year
    found = QuarterMap(areas, "circle", year, None, chosen, pillars=split, scale=scale)
    return map_sizes.keyed(found, lambda size: _brief(view, size))


def splits(view: View, generation: str) -> bool:
    """Whether circles may be split: they are those of lines, and few enough to be read."""
    drawn = (shape for shape in view.store.places.drawn(generation) if shape.rings)
    return shown(view) and sum(1 for _ in drawn) <= MOST


def _sizes(view: View, selection: Selection) -> Sequence[float]:
    """What each place has: euros, or lines."""
    money = view.store.money
    return money.amounts_by_place(selection) if is_money(view) else money.counts_by_place(selection)


def sizes(view: View, years: Iterable[int]) -> dict[int, float]:
    """The largest size of a drawn quarter in each of these years."""
    places = view.store.places
    shapes = (shape for one in places.generations for shape in places.drawn(one) if shape.rings)
    at = {places.place_of[shape.territory.code] for shape in shapes}
    found = (
        (year, _sizes(view, view.selection.having(keys.YEAR.name, str(year)))) for year in years
    )
    return {year: max((held[place] for place in at), default=0) for year, held in found}


def pillars(view: View, generation: str) -> tuple[Pillar, ...]:
    """The pillars that split each circle, in their order; none where circles are whole."""
    if keys.CIRCLES.value(view.selection) != PILLARS or not splits(view, generation):
        return ()
    used = {item.slug for item in view.store.money.by_pillar(told.whole(view).selection).slices}
    return tuple(item for item in view.store.money.pillars(view.selection) if item.slug in used)


def _brief(view: View, size: float) -> str:
    """A size as the map writes it; the table says it whole."""
    return french.short_euros(size) if is_money(view) else french.number(size)


def subject(view: View) -> str:
    """« nombre de subventions de l’État », « montant des … »."""
    line = view.store.settings.line
    return f"montant des {line.plural}" if is_money(view) else line.number


def subtitle(view: View, perimeter: str) -> str:
    """The lines that are told, and beside them what names no quarter."""
    noun = french.capital(view.store.settings.line.name)
    what = ", en euros" if is_money(view) else ""
    beside = told.beside(view) if is_money(view) else plain(told.lines_beside(view))
    named = f"{noun} dont le quartier est nommé ou proposé{what}, {common.years_text(view)}"
    return told.joined(f"{named}, {perimeter}", beside)


def columns(view: View, found: QuarterMap) -> tuple[Column, ...]:
    """The columns of its sizes: one a pillar where circles are split, then the whole."""
    head = french.capital(subject(view)) if is_money(view) else _lines(view)
    when = french.years(*view.selection.years)
    split = tuple(Column(item.name, numeric=True) for item in found.pillars)
    return (*split, Column(f"{'Total' if split else head} {when}", numeric=True))


def _lines(view: View) -> str:
    return french.capital(view.store.settings.line.plural)


def cells(view: View, area: MapArea) -> tuple[Cell, ...]:
    """The same for one quarter."""
    return tuple(_cell(view, size) for size in (*area.parts, area.size))


def _cell(view: View, size: float | None) -> Cell:
    if not size:
        return Cell(UNNAMED)
    return common.money_cell(size) if is_money(view) else common.count_cell(round(size))


def rest(view: View, found: QuarterMap) -> tuple[Row, ...]:
    """What names no quarter, after the quarters; nothing where each line names one."""
    names, whole = view.store.places.place_names, told.whole(view).selection
    if NO_QUARTER not in names:
        return ()
    at = names.index(NO_QUARTER)
    split = [replace(whole, pillars=(item.slug,)) for item in found.pillars]
    sizes = [_sizes(view, selection)[at] for selection in (*split, whole)]
    if not sizes[-1]:
        return ()
    blank = Cell(french.NOT_APPLICABLE)
    own = [_own(view, size) for size in sizes]
    return (Row((Cell("Sans quartier nommé"), blank, blank, *own, blank)),)


def _own(view: View, size: float) -> Cell:
    return common.money_cell(size) if is_money(view) else common.count_cell(round(size))


def reading(view: View, found: QuarterMap) -> Text:
    """What is told of each chosen quarter, else of the one that has most, and what names none."""
    sizes = [size or 0 for size in found.told.sizes]
    places = found.chosen or (sizes.index(max(sizes)),)
    said: Text = ()
    for place in places:
        said = text(*said, *([" ; "] if said else []), *_said(view, found.told[place], found))
    beside = told.beside_span(view) if is_money(view) else told.lines_beside(view)
    rest = text(" ; ", *beside, ".") if beside else text(".")
    return (*text(f"{common.years_text(view)}, "), *said, *rest)


def _said(view: View, area: MapArea, found: QuarterMap) -> Text:
    """« 3 subventions pour le Biollay », whatever the other quarters that are chosen; then its
    largest pillar where circles are split."""
    quarter = area.shape.territory
    if not area.size:
        return text(f"aucune ligne ne nomme {quarter.name}")
    scope, part = told.whole(view).selection, (keys.QUARTER.name, quarter.code)
    total = _span(view, scope, area.size, part)
    return text(total, f" pour {quarter.name}", *_most(view, area, found))


def _most(view: View, area: MapArea, found: QuarterMap) -> Text:
    if not found.pillars:
        return ()
    rank = max(range(len(area.parts)), key=lambda place: area.parts[place])
    pillar = found.pillars[rank]
    held = replace(told.whole(view).selection, pillars=(pillar.slug,))
    where = (keys.QUARTER.name, area.shape.territory.code)
    number = _span(view, held, area.parts[rank], where)
    return text(", dont ", number, f" pour « {pillar.name} »")


def _span(view: View, scope: Selection, size: float, part: tuple[str, str]) -> Span:
    if is_money(view):
        return told.amount(scope, size, part=part)
    return told.count(view, scope, round(size), part)


def legend(found: QuarterMap) -> tuple[tuple[str, str], ...]:
    """The swatch of each pillar that some circle shows, in the order of their sectors."""
    pairs = enumerate(found.pillars)
    shown = (item for rank, item in pairs if any(parts[rank] for parts in found.told.parts))
    return tuple((f"part-{item.role}", item.name) for item in shown)


def picks(found: QuarterMap) -> dict[str, str]:
    """What a press on each of these lines chooses."""
    return {item.name: f"{keys.PILLAR.name}={item.slug}" for item in found.pillars}
