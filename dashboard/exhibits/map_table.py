"""The table of a map, which holds all that it says."""

from __future__ import annotations

from dashboard.content import Cell, Column, Row, Table
from dashboard.domain import french
from dashboard.domain.indicator import Indicator
from dashboard.domain.quarter_map import MapArea, QuarterMap
from dashboard.domain.territory import TerritoryKind
from dashboard.exhibits import choose, common, map_around, map_lines
from dashboard.view import View


def of(view: View, drawn: QuarterMap, indicator: Indicator) -> Table:
    """Each quarter with what the map says of it, then what stands beside."""
    subject = indicator.label if drawn.indicator else french.capital(map_lines.subject(view))
    places = (Column("Quartier"), Column("Commune"), Column("Genre"))
    own, around = len(drawn.areas), _beside(view, drawn, indicator)

    def row(place: int) -> Row:
        if place < own:
            return _row(view, drawn.areas[place], drawn, indicator)
        return around[place - own]

    rows = common.made(range(own + len(around)), row)
    caption = f"{subject} par quartier, {common.filters_text(view)}"
    columns = (*places, *_columns(view, drawn, indicator), Column("Emplacement"))
    return Table(caption, columns, rows, (common.MARKS_NOTE,))


def _columns(view: View, drawn: QuarterMap, indicator: Indicator) -> tuple[Column, ...]:
    if drawn.indicator is None:
        return map_lines.columns(view, drawn)
    return (Column(f"{indicator.label} {drawn.year or ''}".strip(), numeric=True),)


def _beside(view: View, drawn: QuarterMap, indicator: Indicator) -> tuple[Row, ...]:
    """The rows that follow the quarters: the communes around, the lines that name no quarter."""
    if drawn.indicator is None:
        return map_lines.rest(view, drawn)
    return map_around.rows(drawn, indicator)


def _row(view: View, area: MapArea, drawn: QuarterMap, indicator: Indicator) -> Row:
    quarter = area.shape.territory
    names = view.store.places.by_code
    communes = french.listed([names[c].name for c in quarter.communes if c in names])
    value: tuple[Cell, ...]
    if drawn.indicator is None:
        value = map_lines.cells(view, area)
    elif area.observation is None and not quarter.has_national_statistics:
        value = (Cell(french.NOT_APPLICABLE),)
    else:
        value = (common.value_cell(indicator, area.observation),)
    mark = f"{quarter.mark}. " if quarter.mark and not area.shape.rings else ""
    called = "Prioritaire" if quarter.kind is TerritoryKind.QPV else view.worded("En veille active")
    cells = (
        Cell(f"{mark}{quarter.name}", quarter.name, href=view.portrait(quarter.code)),
        Cell(communes),
        Cell(called),
        *value,
        Cell(quarter.drawing.label, note=quarter.mark_detail),
    )
    return Row(cells, current=quarter in choose.chosen_quarters(view, quarter.generation))
