"""The situation of one quarter, indicator by indicator, beside the reference of the same year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard import catalogue, keys
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.series import Gap
from dashboard.domain.territory import Territory
from dashboard.exhibits import choose, common, map_reading
from dashboard.view import View

_UNKNOWN = Cell(french.NOT_AVAILABLE)
_VOID = (Cell(french.NOT_APPLICABLE), Cell(french.NOT_APPLICABLE))
"""The cells of a reference and of a gap where there can be none."""


class _Line(NamedTuple):
    """An indicator that has a value: its theme, its row, that value."""

    theme: str
    row: Row
    told: Observation


def exhibit(
    view: View, quarter: Territory, indicators: Sequence[Indicator], slug: str, title: str
) -> Exhibit:
    """The table of those indicators for that quarter, theme by theme: the last value of each that
    is known up to the chosen year."""
    lines = _lines(view, quarter, indicators)
    rows, observations = _rows(lines), [line.told for line in lines]
    columns = (
        Column("Indicateur"),
        Column("Année", numeric=True),
        Column(quarter.name, numeric=True),
        Column("Référence, même année", numeric=True, note="Territoire de référence"),
        Column("Écart", numeric=True),
    )
    frame = common.frame_of(view, (keys.YEAR, keys.QUARTER))
    perimeter = common.perimeter_text(quarter.generation)
    empty = f"Aucun indicateur n’est encore publié pour les {perimeter}."
    caption = f"Indicateurs {quarter.of}, dernière année connue jusqu’en {view.selection.year}"
    return Exhibit(
        slug=slug,
        title=title,
        subtitle="Dernière valeur connue, à côté de la référence qui existe pour la même année",
        table=Table(caption, columns, rows, (common.MARKS_NOTE,), empty),
        table_first=True,
        reading=_reading(view, quarter),
        alt=common.alt(f"Tableau des indicateurs {quarter.of}"),
        source=_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, slug),
        notes=(
            common.MARKS_NOTE,
            "Une référence qui n’existe pas n’est pas empruntée à une autre année.",
            common.NEAR_NOTE,
        ),
        tags=(*common.warning_tags(view), *common.presumed_tag(observations)),
    )


def _source(view: View) -> str:
    return common.indicators_source(view, view.store.values.indicators)


def _reading(view: View, quarter: Territory) -> Text:
    for slug in (choose.leads_of(view).main, choose.INHABITANTS):
        found = choose.known(view, slug)
        last = found and view.store.values.last_year(found, [quarter.code], view.selection.year)
        if found is not None and last:
            value = view.store.values.observation(found, quarter.code, last)
            return map_reading.sentence(found, quarter, value)
    return text("aucun indicateur n’est publié pour ce périmètre.")


def _lines(view: View, quarter: Territory, indicators: Sequence[Indicator]) -> list[_Line]:
    values = view.store.values
    last = values.last_years(quarter.code, view.selection.year)
    link = view.linking("/evolutions", keys.INDICATOR.name)
    found = []
    for item in indicators:
        year = last.get(item.slug)
        told = values.observation(item, quarter.code, year) if year else None
        if told is not None:
            found.append(_Line(item.theme, _row(view, item, told, link(item.slug)), told))
    return found


def _rows(lines: Sequence[_Line]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for theme in catalogue.THEMES:
        members = [line.row for line in lines if line.theme == theme.slug]
        if members:
            rows += [Row((Cell(theme.name),), group=True), *members]
    return tuple(rows)


def _row(view: View, indicator: Indicator, told: Observation, href: str) -> Row:
    beside = _VOID if indicator.summable else _reference_cells(view, indicator, told)
    head = Cell(indicator.label, href=href)
    year = Cell(str(told.year), told.year)
    return Row((head, year, common.value_cell(indicator, told), *beside))


def _reference_cells(view: View, indicator: Indicator, found: Observation) -> tuple[Cell, Cell]:
    generation = view.store.places.by_code[found.territory].generation
    for code in view.store.values.reference_codes(indicator, generation):
        other = view.store.values.observation(indicator, code, found.year)
        if other is None or other.value is None:
            continue
        reference = common.value_cell(indicator, other)
        there = view.store.places.by_code[code]
        gap = _gap_cell(view, indicator, found, other)
        return replace(reference, note=there.name), gap
    return _UNKNOWN, _UNKNOWN


def _gap_cell(view: View, indicator: Indicator, here: Observation, there: Observation) -> Cell:
    if here.value is None:
        return _UNKNOWN
    places = (view.store.places.by_code[item.territory] for item in (here, there))
    return common.difference_cell(Gap(indicator, here, there, *places))
