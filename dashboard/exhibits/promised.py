"""Promised, done: each orientation of a year, and what followed it: money, indicators, nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard import catalogue, keys
from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.domain.contract import Orientation
from dashboard.domain.indicator import Indicator
from dashboard.domain.territory import Territory
from dashboard.exhibits import common, told
from dashboard.keys import Key
from dashboard.view import View

SLUG = "promis-fait"
FOLLOWED = (
    "Une action est suivie d’une année à l’autre par son porteur et son intitulé. « – » : aucune "
    "ligne n’a cette année-là le même intitulé, ce qui ne dit pas que l’action s’est arrêtée."
)
NO_PROOF = "Un montant ou un indicateur qui suit une orientation n’en est pas l’effet."


def exhibit(view: View) -> Exhibit | None:
    """The table of what followed each orientation of the chosen year; None where none is
    published."""
    found = view.store.orientations(view.selection.year)
    if not found:
        return None
    year, years = view.selection.year, _years(view)
    title = f"Promis, fait : ce qui a suivi les orientations de {year}"
    columns = (Column("Orientation, et ce qui l’a suivie"), *(Column(str(y), True) for y in years))
    followed = {item: _followed(view, item) for item in found}
    rows = tuple(row for item in found for row in _rows(view, item, followed[item]))
    frame = common.frame_of(view, (keys.YEAR,))
    return Exhibit(
        slug=SLUG,
        title=title,
        subtitle=f"Euros et indicateurs, {french.years(years[0], years[-1])}",
        table=Table(title, columns, rows, _notes(view, found)),
        table_first=True,
        reading=_reading(view, followed),
        alt=common.alt(f"Tableau de ce qui a suivi {len(found)} orientations de {year}"),
        source=_source(view, found),
        frame=frame,
        file_name=common.file_name(view, frame, SLUG, str(year)),
        notes=_notes(view, found),
        tags=(*common.warning_tags(view), *common.theme_tag(view)),
    )


def _years(view: View) -> tuple[int, ...]:
    """The year of the orientations and those that follow."""
    return tuple(year for year in view.store.choices.years if year >= view.selection.year)


def _followed(view: View, item: Orientation) -> tuple[Row, ...]:
    """The rows of what followed it; none where nothing that is published speaks of it."""
    links = view.store.orientation_links(item.code)
    return tuple(row for link in links for row in _linked(view, *link))


def _rows(view: View, item: Orientation, followed: tuple[Row, ...]) -> tuple[Row, ...]:
    head = Row((Cell(item.title, note=item.text),), group=True)
    if followed:
        return (head, *followed)
    none = (Cell(french.NOT_AVAILABLE) for _ in _years(view))
    return (head, Row((Cell("Aucune donnée publiée n’en parle", note=_why(view, item)), *none)))


def _why(view: View, item: Orientation) -> str:
    """Why nothing speaks of it, where the table says so."""
    links = view.store.orientation_links(item.code)
    return next((comment for kind, _, comment in links if kind == "aucun"), "")


def _linked(view: View, kind: str, target: str, comment: str) -> Iterator[Row]:
    if kind == "theme":
        yield _theme(view, target, comment)
    elif kind == "parcours":
        yield from _steps(view, comment)
    elif kind == "action":
        yield from _action(view, target, comment)
    elif kind == "indicateur":
        yield from _indicator(view, target, comment)


def _theme(view: View, target: str, comment: str) -> Row:
    """The euros of a theme, year by year."""
    names = {row["slug"]: row["nom"] for row in view.store.rows("themes")}
    head = f"Thème : {names.get(target, target)}"
    return _part(view, keys.THEME, target, Cell(head, note=comment))


def _steps(view: View, comment: str) -> Iterator[Row]:
    """The euros of each step of the path of young people, year by year."""
    for step in view.store.money.values(keys.AGE.name):
        yield _part(view, keys.AGE, step, Cell(f"Parcours : {step}", note=comment))


def _part(view: View, key: Key, value: str, head: Cell) -> Row:
    """The euros of the lines that bear that value, year by year."""
    chosen = told.year_of(view)
    held = view.store.cuts.of(chosen, key.name).course(value)
    href = chosen.having(key.name, value).href("/actions")
    return _yearly(view, replace(head, href=href), held)


def _yearly(view: View, head: Cell, held: Mapping[int, tuple[float, int]]) -> Row:
    """Euros of each year; an absence where no line has any, which is not zero."""
    return Row((head, *(_euros(*held.get(year, (0.0, 0))) for year in _years(view))))


def _action(view: View, target: str, comment: str) -> Iterator[Row]:
    """The euros of a line and of those taken for the same action, year by year."""
    action = view.store.actions.one(target)
    if action is None:
        return
    held = view.store.bridges.course(target)
    head = Cell(
        f"{action.title} ({action.holder})",
        href=view.link(f"/actions/{action.code}"),
        note=comment,
    )
    yield _yearly(view, head, held)


def _euros(amount: float, lines: int) -> Cell:
    return common.money_cell(amount) if lines else Cell(french.NOT_APPLICABLE)


def _indicator(view: View, target: str, comment: str) -> Iterator[Row]:
    """The values of an indicator in each quarter that it measures, year by year."""
    indicator = catalogue.indicator(target)
    for quarter in _measured(view, indicator):
        seen = [view.store.values.observation(indicator, quarter.code, y) for y in _years(view)]
        label = f"{indicator.label}, {quarter.name}"
        head = Cell(label, href=view.link("/evolutions", indicateur=target), note=comment)
        yield Row((head, *(common.value_cell(indicator, item) for item in seen)))


def _measured(view: View, indicator: Indicator) -> tuple[Territory, ...]:
    """The quarters of the perimeters of that year of which a value is known then or later."""
    generation = view.store.places.in_force(view.selection.year)[-1]
    quarters = view.store.places.quarters(generation)
    first = view.selection.year
    return tuple(
        quarter
        for quarter in quarters
        if any(year >= first for year in view.store.values.years(indicator, [quarter.code]))
    )


def _reading(view: View, found: Mapping[Orientation, tuple[Row, ...]]) -> Text:
    """« sur 11 orientations de 2016, 9 ont une suite… ; rien n’est publié pour… »."""
    year = ("annee", str(view.selection.year))
    silent = [item for item, rows in found.items() if not any(map(_says, rows))]
    many = len(found) - len(silent)
    every = told.rows(
        french.counted(len(found), "orientation"), len(found), "orientations", (year,)
    )
    followed = told.rows(french.number(many), many, "orientations", (year, ("liens", "oui")))
    verb = french.agree(" [a|ont] une suite que des chiffres disent", many)
    some = (followed, verb) if many else ("aucune n’a de suite que des chiffres disent",)
    names = french.listed([f"« {item.title} »" for item in silent])
    rest = f" ; rien n’est publié pour {names}." if silent else "."
    return text("sur ", every, f" de {year[1]}, ", *some, rest)


def _says(row: Row) -> bool:
    """Whether a year of it has a figure."""
    return any(cell.value is not None for cell in row.cells[1:])


def _linked_indicators(view: View, found: tuple[Orientation, ...]) -> tuple[Indicator, ...]:
    """The indicators that speak of them, each once."""
    slugs = {
        target: catalogue.indicator(target)
        for item in found
        for kind, target, _ in view.store.orientation_links(item.code)
        if kind == "indicateur"
    }
    return tuple(slugs.values())


def _source(view: View, found: tuple[Orientation, ...]) -> str:
    measured = _linked_indicators(view, found)
    sources = (common.indicators_source(view, measured),) if measured else ()
    ours = "rapprochement proposé par l’outil"
    return " · ".join((common.money_source(view), *sources, ours))


def _notes(view: View, found: tuple[Orientation, ...]) -> tuple[str, ...]:
    """How lines are followed, what parts the years."""
    first = view.selection.year
    of_values = (
        f"{indicator.label}, {item.dated}."
        for indicator in _linked_indicators(view, found)
        for item in indicator.breaks
        if item.year > first
    )
    of_money = (f"{item.dated}." for item in view.store.money.breaks() if item.year > first)
    return (FOLLOWED, NO_PROOF, *of_money, *of_values, common.MARKS_NOTE)
