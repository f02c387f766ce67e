"""The situation of one quarter, indicator by indicator, beside the reference of the same year."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard import catalogue
from dashboard.content import Cell, Column, Exhibit, Row, Table, text
from dashboard.domain import french
from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.territory import Territory
from dashboard.exhibits import choose, common, place_map
from dashboard.view import View

Lines = Mapping[str, tuple[Row, Observation]]
"""The row of each indicator that has a value, by its slug, and that value."""


def exhibit(
    view: View,
    quarter: Territory,
    lines: Lines,
    indicators: tuple[Indicator, ...],
    slug: str,
    title: str,
) -> Exhibit:
    """The table of those indicators for that quarter, theme by theme."""
    shown = [item for item in indicators if item.slug in lines]
    rows, observations = _rows(lines, shown), [lines[item.slug][1] for item in shown]
    columns = (
        Column("Indicateur"),
        Column("Année", numeric=True),
        Column(quarter.name, numeric=True),
        Column("Référence, même année", numeric=True),
        Column("Écart", numeric=True),
    )
    perimeter = common.perimeter_text(quarter.generation)
    empty = f"Aucun indicateur n’est encore publié pour les {perimeter}."
    caption = f"Indicateurs {quarter.of}, dernière année connue jusqu’en {view.selection.year}"
    return Exhibit(
        slug=slug,
        title=title,
        subtitle="Dernière valeur connue, à côté de la référence qui existe pour la même année",
        table=Table(caption, columns, rows, (common.MARKS_NOTE,), empty),
        table_first=True,
        reading=text(_reading(view, quarter)),
        alt=common.alt(f"Tableau des indicateurs {quarter.of}"),
        source=_source(view),
        file_name=common.file_name(view, slug),
        notes=(
            common.MARKS_NOTE,
            "Une référence qui n’existe pas n’est pas empruntée à une autre année.",
        ),
        tags=(*common.fictional_tag(view), *common.presumed_tag(observations)),
    )


def _source(view: View) -> str:
    if view.store.settings.fictional:
        return f"{common.FICTIONAL}, données inventées"
    return "Insee, CAF, France Travail, RPLS · sources ligne par ligne dans « Données et méthodes »"


def _reading(view: View, quarter: Territory) -> str:
    for slug in ("taux-pauvrete", "population"):
        found = {item.slug: item for item in view.store.values.indicators}.get(slug)
        last = found and view.store.values.last_year(found, [quarter.code], view.selection.year)
        if found is not None and last:
            value = view.store.values.observation(found, quarter.code, last)
            return place_map.sentence(found, quarter, value)
    return "aucun indicateur n’est publié pour ce périmètre."


def lines_of(view: View, quarter: Territory) -> Lines:
    """What is known of that quarter up to the chosen year, a row an indicator."""
    values = view.store.values
    last = values.last_years(quarter.code, view.selection.year)
    link = view.linking("/evolutions", choose.INDICATOR)
    found = {}
    for item in values.indicators:
        year = last.get(item.slug)
        told = values.observation(item, quarter.code, year) if year else None
        if told is not None:
            found[item.slug] = (_row(view, item, told, link(item.slug)), told)
    return found


def _rows(lines: Lines, indicators: list[Indicator]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for theme in catalogue.THEMES:
        members = [lines[item.slug][0] for item in indicators if item.theme == theme.slug]
        if members:
            rows += [Row((Cell(theme.name),), group=True), *members]
    return tuple(rows)


def _row(view: View, indicator: Indicator, told: Observation, href: str) -> Row:
    if indicator.summable:
        reference = gap = Cell(french.NOT_APPLICABLE)
    else:
        reference, gap = _reference_cells(view, indicator, told, told.year)
    head = Cell(indicator.label, href=href)
    year = Cell(str(told.year), told.year)
    return Row((head, year, common.value_cell(indicator, told), reference, gap))


def _reference_cells(
    view: View, indicator: Indicator, found: Observation, year: int
) -> tuple[Cell, Cell]:
    for code in view.store.values.reference_codes(indicator):
        other = view.store.values.observation(indicator, code, year)
        if other is None or other.value is None:
            continue
        reference = common.value_cell(indicator, other)
        name = view.store.places.by_code[code].name
        gap = Cell(french.NOT_AVAILABLE)
        if found.value is not None:
            distance = found.value - other.value
            gap = Cell(indicator.format_gap(distance), round(distance, 4))
        return Cell(reference.text, reference.value, note=name), gap
    return Cell(french.NOT_AVAILABLE), Cell(french.NOT_AVAILABLE)
