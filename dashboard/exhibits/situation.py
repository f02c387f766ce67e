"""The situation of one quarter, indicator by indicator, beside the reference of the same year."""

from __future__ import annotations

from dashboard import catalogue
from dashboard.content import Cell, Column, Exhibit, Row, Table, text
from dashboard.domain import french
from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.territory import Territory
from dashboard.exhibits import common, place_map
from dashboard.view import View


def exhibit(
    view: View, quarter: Territory, indicators: tuple[Indicator, ...], slug: str, title: str
) -> Exhibit:
    """The table of those indicators for that quarter, theme by theme."""
    rows, observations = _rows(view, quarter, indicators)
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


def _rows(
    view: View, quarter: Territory, indicators: tuple[Indicator, ...]
) -> tuple[tuple[Row, ...], list[Observation]]:
    rows: list[Row] = []
    seen: list[Observation] = []
    for theme in catalogue.THEMES:
        found = []
        for item in indicators:
            if item.theme == theme.slug:
                row, observation = _row(view, quarter, item)
                if row is not None and observation is not None:
                    found.append(row)
                    seen.append(observation)
        if found:
            rows += [Row((Cell(theme.name),), group=True), *found]
    return tuple(rows), seen


def _row(
    view: View, quarter: Territory, indicator: Indicator
) -> tuple[Row | None, Observation | None]:
    values = view.store.values
    last = values.last_year(indicator, [quarter.code], view.selection.year)
    if last is None:
        return None, None
    found = values.observation(indicator, quarter.code, last)
    reference, gap = Cell(french.NOT_AVAILABLE), Cell(french.NOT_AVAILABLE)
    if indicator.summable:
        reference = gap = Cell(french.NOT_APPLICABLE)
    else:
        reference, gap = _reference_cells(view, indicator, found, last)
    head = Cell(indicator.label, href=view.link("/evolutions", indicateur=indicator.slug))
    cells = (head, Cell(str(last), last), common.value_cell(indicator, found), reference, gap)
    return Row(cells), found


def _reference_cells(
    view: View, indicator: Indicator, found: Observation | None, year: int
) -> tuple[Cell, Cell]:
    for code in view.store.values.reference_codes(indicator):
        other = view.store.values.observation(indicator, code, year)
        if other is None or other.value is None:
            continue
        reference = common.value_cell(indicator, other)
        name = view.store.places.by_code[code].name
        gap = Cell(french.NOT_AVAILABLE)
        if found is not None and found.value is not None:
            distance = found.value - other.value
            gap = Cell(indicator.format_gap(distance), round(distance, 4))
        return Cell(reference.text, reference.value, note=name), gap
    return Cell(french.NOT_AVAILABLE), Cell(french.NOT_AVAILABLE)
