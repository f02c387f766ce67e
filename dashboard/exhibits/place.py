"""Where one quarter is: the map of its sheet, without the marks that only a whole list explains."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Exhibit
from dashboard.domain.quarter_map import QuarterMap, Told
from dashboard.exhibits import choose, place_map
from dashboard.view import View

TITLE = "Où est le quartier"


def exhibit(view: View) -> Exhibit:
    """The map of the chosen quarter and of those that national statistics cover, where they are
    few enough to be named."""
    return replace(place_map.exhibit(view, _narrowed), title=TITLE)


def _narrowed(drawn: QuarterMap) -> QuarterMap:
    measured = [shape for shape in drawn.told.shapes if shape.territory.has_national_statistics]
    beside = set(map(id, measured if len(measured) <= choose.TOLD_APART else ()))
    places = [
        place
        for place, shape in enumerate(drawn.told.shapes)
        if shape is drawn.strong or id(shape) in beside
    ]
    chosen = None if drawn.chosen is None else places.index(drawn.chosen)
    return replace(drawn, areas=Told.of([drawn.areas[at] for at in places]), chosen=chosen)
