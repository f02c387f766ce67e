"""Money and number of lines by year and pillar: always side by side, never one for the other."""

from __future__ import annotations

from dashboard.content import Cell, Column, Exhibit, Row, Table, text
from dashboard.domain import french
from dashboard.domain.breakdown import YearGrid
from dashboard.exhibits import common
from dashboard.figures import years
from dashboard.view import View


def amounts(view: View) -> Exhibit:
    """Euros by year and pillar."""
    return _exhibit(view, "amount")


def counts(view: View) -> Exhibit:
    """Number of lines by year and pillar."""
    return _exhibit(view, "count")


def _exhibit(view: View, measure: str) -> Exhibit:
    grid = view.store.money.grid(view.selection)
    frame = common.frame_of_years(view)
    first, last = view.selection.years
    span = french.years(grid.years[0], grid.years[-1])
    line = view.store.settings.line
    what = "Montant" if measure == "amount" else "Nombre"
    slug = "montants" if measure == "amount" else "nombres"
    empty = not any(sum(row) for row in grid.counts)
    title = f"{what} des {line.plural} par pilier, {span}"
    return Exhibit(
        slug=slug,
        title=title,
        subtitle=_subtitle(view, measure),
        figure=None if empty else years.draw(grid, measure, first, last, view.selection.pillar),
        height=years.height(grid),
        table=_table(view, grid, measure),
        reading=text(_reading(view, grid, measure)),
        alt=common.alt(_alt(view, grid, measure)),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, slug, "par-pilier", span),
        notes=_notes(view, grid),
        tags=(*common.fictional_tag(view), *common.pillar_tag(view)),
        empty="Rien ne répond à ces filtres, quelle que soit l’année.",
    )


def _subtitle(view: View, measure: str) -> str:
    settings = view.store.settings
    what = settings.line.number
    if measure == "amount":
        what = f"montants {settings.stage}s en milliers d’euros"
    where = ""
    if view.selection.quarter:
        where = view.store.places.by_code[view.selection.quarter].name
    parts = (settings.line.detail, what, "même échelle pour tous les piliers", where)
    return french.capital(", ".join(part for part in parts if part))


def _sum(grid: YearGrid, measure: str, year: int, index: int | None = None) -> float:
    table = grid.amounts if measure == "amount" else grid.counts
    row = table[grid.years.index(year)]
    return float(sum(row) if index is None else row[index])


def _shown(view: View, measure: str, value: float) -> str:
    if measure == "amount":
        return french.euros(value)
    return view.store.settings.line.counted(int(value))


def _reading(view: View, grid: YearGrid, measure: str) -> str:
    year = view.selection.year
    index = max(range(len(grid.slices)), key=lambda i: _sum(grid, measure, year, i), default=None)
    if index is None or not _sum(grid, measure, year):
        return f"en {year}, rien ne répond à ces filtres."
    part = _shown(view, measure, _sum(grid, measure, year, index))
    whole = _shown(view, measure, _sum(grid, measure, year))
    of_all = f", sur {whole} en tout" if len(grid.slices) > 1 else ""
    said = f"en {year}, {part} pour le pilier « {grid.slices[index].label} »{of_all}."
    after = [item for item in grid.breaks if grid.years[0] < item.year <= grid.years[-1]]
    if after and measure == "amount":
        said += f" Les montants d’avant et d’après {after[0].year} ne se comparent pas."
    return said


def _alt(view: View, grid: YearGrid, measure: str) -> str:
    year = view.selection.year
    whole = _shown(view, measure, _sum(grid, measure, year))
    span = french.years(grid.years[0], grid.years[-1])
    return f"Barres par an et par pilier, {span} : {whole} en {year}"


def _notes(view: View, grid: YearGrid) -> tuple[str, ...]:
    notes = [_what(view), *(f"{item.year} : {item.reason}." for item in grid.breaks)]
    if view.store.coverage.proposed_pillars:
        notes.append(
            "Pilier proposé : la source ne donne pas le pilier ; il est déduit de l’intitulé par "
            "des règles écrites dans une table, que les agents peuvent corriger."
        )
    if view.selection.quarter:
        notes.append(common.COUNTED_ONCE)
    return tuple(notes)


def _what(view: View) -> str:
    line = view.store.settings.line
    return (
        f"Chaque ligne est une {line.exact} et non une action : une action peut recevoir plusieurs "
        "lignes (compléments). Ce total n’est pas le budget du contrat."
    )


def _table(view: View, grid: YearGrid, measure: str) -> Table:
    columns = (
        Column("Année"),
        *(Column(item.label, numeric=True) for item in grid.slices),
        Column("Total", numeric=True),
    )
    table = grid.amounts if measure == "amount" else grid.counts
    rows = tuple(
        Row(
            (
                Cell(str(year), year),
                *(_cell(measure, value) for value in row),
                _cell(measure, sum(row)),
            ),
            current=year == view.selection.year,
        )
        for year, row in zip(grid.years, table, strict=True)
    )
    counted = french.capital(view.store.settings.line.number)
    what = "Montants en euros" if measure == "amount" else counted
    where = common.filters_text(view) if view.selection.quarter or view.selection.pillar else ""
    caption = ", ".join(part for part in (f"{what} par an et par pilier", where) if part)
    return Table(caption, columns, rows, _notes(view, grid))


def _cell(measure: str, value: float) -> Cell:
    return common.count_cell(int(value)) if measure == "count" else common.money_cell(value)
