"""The situation of the measured quarters side by side, for the yearly report."""

from __future__ import annotations

from dataclasses import replace

from dashboard import keys
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.indicator import Indicator
from dashboard.domain.territory import Territory
from dashboard.exhibits import choose, common, rounded, standing
from dashboard.exhibits.map_reading import sentence
from dashboard.view import View


def exhibit(view: View) -> Exhibit:
    """The last known value of each main indicator up to the chosen year, with its reference."""
    leads = choose.leads_of(view)
    asked = (choose.known(view, slug) for slug in leads.table)
    shown = [item for item in asked if item is not None]
    generation = view.store.values.generation(shown[0], view.selection.year) if shown else ""
    lead = choose.known(view, leads.main) or shown[0] if shown else None
    quarters = choose.told_apart(view, lead, generation) if lead else ()
    rows = [_row(view, indicator, quarters) for indicator in shown]
    columns = (
        Column("Indicateur"),
        Column("Année", numeric=True),
        *(Column(quarter.name, numeric=True) for quarter in quarters),
        Column("Référence", numeric=True, note="Territoire de référence"),
    )
    year, perimeters = view.selection.year, common.perimeter_text(generation)
    frame = common.frame_of(view, (keys.YEAR,))
    return Exhibit(
        slug="situation",
        title="2. L’évolution de la situation des quartiers",
        subtitle=", ".join(filter(None, (f"Dernière valeur connue jusqu’en {year}", perimeters))),
        table=Table(
            f"Situation des quartiers jusqu’en {year}",
            columns,
            tuple(rows),
            (common.MARKS_NOTE,),
        ),
        table_first=True,
        reading=_situation_reading(view, shown, quarters),
        alt=common.alt(f"Tableau de la situation des quartiers jusqu’en {year}"),
        source=common.indicators_source(view, shown),
        frame=frame,
        file_name=common.file_name(view, frame, "situation", str(year)),
        notes=(
            common.MARKS_NOTE,
            "L’année d’un chiffre est celle de la donnée, pas celle du fichier ni du bilan.",
            *choose.left_out(view, generation, len(quarters)),
            *rounded.notes_of(view, _told(view, shown, quarters)),
        ),
        tags=common.warning_tags(view),
        verdict=_verdict(view, quarters, shown),
    )


def _row(view: View, indicator: Indicator, quarters: tuple[Territory, ...]) -> Row:
    codes = [quarter.code for quarter in quarters]
    year = view.store.values.last_year(indicator, codes, view.selection.year)
    found = (view.store.values.observation(indicator, code, year or 0) for code in codes)
    generation = quarters[0].generation if quarters else ""
    reference, where = _reference(view, indicator, year, generation)
    return Row(
        (
            Cell(indicator.label, href=view.link("/evolutions", indicateur=indicator.slug)),
            Cell(str(year) if year else french.NOT_AVAILABLE, year),
            *(common.value_cell(indicator, item) for item in found),
            replace(reference, note=where),
        )
    )


def _told(
    view: View, shown: list[Indicator], quarters: tuple[Territory, ...]
) -> list[rounded.ValueQuery]:
    """What is shown of each indicator: its quarters, its last year."""
    codes, values = [quarter.code for quarter in quarters], view.store.values
    year = view.selection.year
    return [(item, codes, values.last_year(item, codes, year)) for item in shown]


def _reference(
    view: View, indicator: Indicator, year: int | None, generation: str
) -> tuple[Cell, str]:
    if indicator.summable or year is None:
        return Cell(french.NOT_APPLICABLE), ""
    for code in view.store.values.reference_codes(indicator, generation):
        found = view.store.values.observation(indicator, code, year)
        if found is not None and found.value is not None:
            return common.value_cell(indicator, found), view.store.places.by_code[code].name
    return Cell(french.NOT_AVAILABLE), ""


def _situation_reading(view: View, shown: list[Indicator], quarters: tuple[Territory, ...]) -> Text:
    for indicator in shown:
        if indicator.summable or not quarters:
            continue
        code = quarters[-1].code
        year = view.store.values.last_year(indicator, [code], view.selection.year)
        if year is not None:
            found = view.store.values.observation(indicator, code, year)
            return sentence(indicator, quarters[-1], found)
    return text("aucune valeur n’est publiée jusqu’à cette année.")


def _verdict(view: View, quarters: tuple[Territory, ...], shown: list[Indicator]) -> Text:
    """The verdict on a gap of one of the quarters of the table, in their own perimeters: of the
    leading indicator, else of the first that these perimeters have."""
    gap = choose.known(view, choose.leads_of(view).gap)
    values, last = view.store.values, quarters[-1:]
    for indicator in (*((gap,) if gap else ()), *shown):
        for quarter in last:
            if not indicator.summable and values.years(indicator, [quarter.code]):
                judged = standing.judge(view, indicator, quarter.code)
                return standing.verdict_text(judged, f"{indicator.subject} {quarter.of}")
    return ()
