"""The communes under a map of quarters: their values, their rows, their source."""

from __future__ import annotations

from dashboard import keys
from dashboard.content import Cell, Row
from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.quarter_map import MapColumns, QuarterMap
from dashboard.exhibits import common, map_labels
from dashboard.keys.around import COMMUNES
from dashboard.view import View

PAGE = "/quartiers"
"""The page whose map tells them."""
GENERALISED = (
    "Les limites des communes sont simplifiées : un quartier peut sembler en sortir, il n’en est "
    "rien."
)


def known(view: View, indicator: Indicator, year: int | None) -> bool:
    """Whether that page has something to tell of them: a rate published of one of them that
    year."""
    if view.path != PAGE or indicator.summable or year is None:
        return False
    return year in view.store.values.years(indicator, codes(view))


def codes(view: View) -> tuple[str, ...]:
    """The communes that have an outline."""
    return tuple(shape.territory.code for shape in view.store.places.towns)


def wanted(view: View, indicator: Indicator) -> bool:
    """Whether the reader wants them, whatever the year, where they can be told."""
    asked = keys.AROUND.value(view.selection) or COMMUNES
    return asked == COMMUNES and view.path == PAGE and not indicator.summable


def told(view: View, indicator: Indicator, year: int | None) -> MapColumns | None:
    """What is published of each commune that year; None where nothing is, or where the reader
    wants nothing around."""
    if year is None or not wanted(view, indicator) or not known(view, indicator, year):
        return None
    places = codes(view)
    values, statuses, steps = view.store.values.column(indicator, places, year)

    def observe(place: int) -> Observation | None:
        return view.store.values.observation(indicator, places[place], year)

    labels = map_labels.labels(indicator, values, statuses, steps)
    nothing = [None] * len(places)
    return MapColumns(view.store.places.towns, labels, values, statuses, nothing, observe)


def rows(drawn: QuarterMap, indicator: Indicator) -> tuple[Row, ...]:
    """What the map says of each commune, after the quarters."""
    if drawn.around is None:
        return ()
    head = Row((Cell("Communes autour"),), group=True)
    return (
        head,
        *(_row(area.shape.territory.name, area.observation, indicator) for area in drawn.around),
    )


def _row(name: str, found: Observation | None, indicator: Indicator) -> Row:
    value = common.value_cell(indicator, found)
    return Row((Cell(name), Cell(name), Cell("Commune"), value, Cell("limite simplifiée")))


def notes(drawn: QuarterMap) -> tuple[str, ...]:
    """What their lines cannot tell."""
    return (GENERALISED,) if drawn.around else ()


def source(view: View, drawn: QuarterMap) -> str:
    """« communes : Insee, Filosofi »; nothing where none are told."""
    if drawn.around is None:
        return ""
    found = (area.observation for area in drawn.around)
    slugs = dict.fromkeys(item.source for item in found if item is not None)
    labels = [common.source_label(view, slug) for slug in slugs]
    return f"communes : {', '.join(labels)} {drawn.year}"
