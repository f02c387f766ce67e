"""Quartiers: the map and the list beside it; two to four quarters compared side by side."""

from __future__ import annotations

from dataclasses import replace

from dashboard import catalogue, keys
from dashboard.content import (
    Block,
    Cell,
    Column,
    Control,
    Exhibit,
    Hero,
    Prose,
    Row,
    Span,
    Table,
    text,
)
from dashboard.domain import french
from dashboard.domain.indicator import Indicator, Observation
from dashboard.domain.option import COMMA
from dashboard.domain.territory import Territory
from dashboard.exhibits import choose, common, map_beside, quarter_list
from dashboard.keys import compare
from dashboard.pages import comparison, finding, guidance, refused, shared
from dashboard.pages.page import MenuPlace, Page, Panel
from dashboard.view import View


def listed(view: View) -> tuple[Territory, ...]:
    """The quarters of the list: those of the perimeters asked, else of the indicator shown."""
    return view.store.places.quarters(choose.generation_of(view, choose.indicator_of(view)))


def _hero(view: View) -> tuple[Block, ...]:
    lead = (
        "Choisissez un quartier sur la carte ou dans la liste. L’un et l’autre disent la même "
        "chose : la liste se lit au clavier et s’imprime."
    )
    return (Hero("Les quartiers", text(lead)), _files(view))


def _files(view: View) -> Block:
    """The sheets of every quarter, for the same year and filters."""
    album = Span("toutes les fiches en un PDF", href=view.document("pdf"))
    archive = Span("en un ZIP", href=view.document("zip"))
    return Prose((text("Une page par quartier : ", album, ", ou ", archive, "."),))


def compared(view: View) -> tuple[Territory, ...]:
    """The quarters to set side by side."""
    codes = [code for code in keys.COMPARE.value(view.selection).split(",") if code]
    return tuple(view.store.places.by_code[code] for code in dict.fromkeys(codes))


def _comparison(view: View) -> tuple[Block, ...]:
    chosen = compared(view)
    title = "Comparer des quartiers"
    shown = [item for item in choose.main_indicators(view) if _any(view, item, chosen)]
    table = _table(view, chosen, shown)
    frame = common.frame_of(view, (keys.COMPARE, *((keys.YEAR,) if table.rows else ())))
    empty = "choisissez de deux à quatre quartiers : leurs chiffres se liront côte à côte."
    reading = text(empty)
    if len(chosen) > 1:
        names = keys.COMPARE.worded(view.store, view.selection)
        said = f"{names}, indicateur par indicateur, dernière année connue.{_parted(chosen)} "
        reading = text(said, _further(view, chosen), ".")
    return (
        Exhibit(
            slug="comparaison",
            title=title,
            subtitle="Dernière valeur connue jusqu’à l’année choisie, sans classement",
            table=table,
            table_first=True,
            reading=reading,
            alt=common.alt("Tableau comparatif des quartiers choisis"),
            source=common.indicators_source(view, shown or view.store.values.indicators),
            frame=frame,
            file_name=common.file_name(view, frame, "comparaison"),
            notes=(common.MARKS_NOTE,),
            tags=(*common.warning_tags(view), *_presumed(view, chosen, shown)),
            controls=(_offered(view),),
        ),
    )


def _offered(view: View) -> Control:
    """The quarters that may be set side by side, and how to be offered others."""
    control = keys.COMPARE.control(view.store, view.selection)
    return replace(control, hint=compare.hint(view.store, control))


def _further(view: View, chosen: tuple[Territory, ...]) -> Span:
    """The way to their gaps, their money and their figures."""
    codes = COMMA.join(quarter.code for quarter in chosen)
    changes = {keys.QUARTER.name: codes, keys.COMPARE.name: None}
    return Span("Leurs écarts, en mots et en figures", href=view.link(comparison.PATH, **changes))


def _parted(chosen: tuple[Territory, ...]) -> str:
    """What is said where quarters of several generations stand side by side."""
    found = sorted({quarter.generation for quarter in chosen})
    if len(found) < 2:
        return ""
    return (
        f" Les périmètres {french.listed([f'de {item}' for item in found])} ne se comparent pas : "
        "chaque colonne se lit seule."
    )


def _presumed(view: View, chosen: tuple[Territory, ...], shown: list[Indicator]) -> tuple[str, ...]:
    found = (_last(view, indicator, quarter)[1] for indicator in shown for quarter in chosen)
    return common.presumed_tag(found)


def _any(view: View, indicator: Indicator, quarters: tuple[Territory, ...]) -> bool:
    return bool(view.store.values.years(indicator, [quarter.code for quarter in quarters]))


def _table(view: View, quarters: tuple[Territory, ...], shown: list[Indicator]) -> Table:
    columns = (
        Column("Indicateur"),
        *(Column(f"{q.name} ({q.generation})", numeric=True) for q in quarters),
    )
    rows: list[Row] = []
    for theme in catalogue.THEMES:
        members = [item for item in shown if item.theme == theme.slug]
        if members and quarters:
            rows.append(Row((Cell(theme.name),), group=True))
            rows.extend(_row(view, item, quarters) for item in members)
    caption = "Indicateurs des quartiers choisis"
    return Table(
        caption, columns, tuple(rows), (common.MARKS_NOTE,), empty="Aucun quartier choisi."
    )


def _row(view: View, indicator: Indicator, quarters: tuple[Territory, ...]) -> Row:
    head = Cell(indicator.label, href=view.link("/evolutions", indicateur=indicator.slug))
    cells = []
    for quarter in quarters:
        year, found = _last(view, indicator, quarter)
        cell = common.value_cell(indicator, found)
        cells.append(replace(cell, note=str(year) if year else ""))
    return Row((head, *cells))


def _last(
    view: View, indicator: Indicator, quarter: Territory
) -> tuple[int | None, Observation | None]:
    year = view.store.values.last_year(indicator, [quarter.code], view.selection.year)
    found = view.store.values.observation(indicator, quarter.code, year) if year else None
    return year, found


def _limits(view: View) -> tuple[str, ...]:
    places = view.store.places
    drawings = {drawing for item in places.generations for _, drawing in places.drawings(item)}
    limits = sorted({drawing.limit for drawing in drawings} - {""})
    return (guidance.RATE_OR_COUNT, *limits, shared.money_limits(view)[0])


PAGE = Page(
    slug="quartiers",
    path="/quartiers",
    label="Quartiers",
    listed=MenuPlace.MENU,
    title=lambda view: "Quartiers",
    description="Carte et liste des quartiers prioritaires et des quartiers en veille active.",
    panels=(
        Panel("tete", _hero),
        finding.panel(),
        Panel("carte", map_beside.exhibits, 7),
        Panel("liste", lambda view: (quarter_list.exhibit(view),), 5, tall=True),
        Panel("comparaison", _comparison, 7),
        refused.panel("quartiers"),
        guidance.panel("quartiers", _limits),
    ),
    keys=(
        keys.INDICATOR,
        keys.MEASURE,
        keys.AROUND,
        keys.CLASSES,
        keys.BESIDE,
        keys.CIRCLES,
        keys.WINDOW,
        keys.COMPARE,
        keys.ROWS,
        keys.PLACE,
    ),
)
