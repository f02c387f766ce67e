"""Figures that set one quarter among many, narrowed to what its sheet has room for."""

from __future__ import annotations

from dataclasses import replace

from dashboard.charts.height import height
from dashboard.content import Exhibit
from dashboard.domain.chart import Ladder
from dashboard.domain.indicator import Observation
from dashboard.domain.quarter_map import MapColumns, QuarterMap
from dashboard.domain.series import Standing
from dashboard.domain.territory import Territory
from dashboard.exhibits import choose, place_map
from dashboard.view import View

PLACE = "Où est le quartier"
STEPS = 6
"""Territories of a gap, the quarter and its reference among them."""


def place(view: View) -> Exhibit:
    """The map of the chosen quarter and of those that national statistics cover, where they are
    few enough to be named."""
    return replace(place_map.exhibit(view, _narrowed), title=PLACE)


def _narrowed(drawn: QuarterMap) -> QuarterMap:
    measured = [shape for shape in drawn.told.shapes if shape.territory.has_national_statistics]
    beside = set(map(id, measured if len(measured) <= choose.TOLD_APART else ()))
    places = [
        place
        for place, shape in enumerate(drawn.told.shapes)
        if place in drawn.chosen or id(shape) in beside
    ]
    chosen = tuple(places.index(place) for place in drawn.chosen)
    return replace(drawn, areas=MapColumns.of([drawn.areas[at] for at in places]), chosen=chosen)


def gap(item: Exhibit) -> Exhibit:
    """A gap with the quarter, its reference and the other references, where it has more."""
    if not isinstance(item.chart, Ladder) or item.chart.standing.gap is None:
        return item
    standing, ends = item.chart.standing, item.chart.standing.gap
    kept = _steps(standing, (ends.quarter_territory, ends.reference_territory))
    names = {place.name for place, _ in kept}
    rows = [row for row in item.table.rows if row.cells[0].text in names]
    chart = replace(item.chart, standing=replace(standing, entries=kept))
    table = replace(item.table, rows=tuple(rows))
    return replace(item, chart=chart, height=height(chart), table=table)


def _steps(
    standing: Standing, ends: tuple[Territory, Territory]
) -> tuple[tuple[Territory, Observation], ...]:
    """The entries that are kept, in their order."""
    others = [place for place, _ in standing.entries if not place.kind.is_quarter]
    kept = list(dict.fromkeys(place.code for place in (*ends, *others)))[:STEPS]
    return tuple(entry for entry in standing.entries if entry[0].code in kept)
