"""Money and number of lines by year and pillar: always side by side, never one for the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard import keys
from dashboard.charts.height import height
from dashboard.content import Cell, Column, Exhibit, Row, Span, Table, Text, text
from dashboard.domain import french
from dashboard.domain.breakdown import YearGrid
from dashboard.domain.chart import Years
from dashboard.domain.funding import unnamed
from dashboard.domain.series import parted
from dashboard.exhibits import common, told
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
    some = any(sum(row) for row in grid.counts)
    chart = Years(grid, measure, first, last) if some else None
    title = f"{what} des {line.plural} par pilier, {span}"
    return Exhibit(
        slug=slug,
        title=title,
        subtitle=_subtitle(view, measure, "milliers d’euros", len(grid.slices)),
        file_subtitle=_subtitle(view, measure, "euros", len(grid.slices)),
        chart=chart,
        height=height(chart),
        table=_table(view, grid, measure),
        reading=_reading(view, grid, measure),
        alt=common.alt(_alt(view, grid, measure)),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, slug, "par-pilier", span),
        notes=_notes(view, grid),
        tags=(*common.warning_tags(view), *common.pillar_tag(view)),
        empty="Rien ne répond à ces filtres, quelle que soit l’année.",
    )


def _subtitle(view: View, measure: str, unit: str, pillars: int) -> str:
    settings = view.store.settings
    what = settings.line.number
    if measure == "amount":
        what = f"montants {settings.stage}s en {unit}"
    places = view.store.places.by_code
    where = french.listed([places[code].name for code in view.selection.quarters])
    scale = "même échelle pour tous les piliers" if pillars > 1 else ""
    parts = (settings.line.detail, what, scale, where)
    return french.capital(", ".join(part for part in parts if part))


def _sum(grid: YearGrid, measure: str, year: int, index: int | None = None) -> float:
    table = grid.amounts if measure == "amount" else grid.counts
    row = table[grid.years.index(year)]
    return float(sum(row) if index is None else row[index])


def _shown(view: View, measure: str, grid: YearGrid, year: int) -> str:
    value = _sum(grid, measure, year)
    if not value:
        return "aucune ligne"
    return _told(view, measure, value).text


def _reading(view: View, grid: YearGrid, measure: str) -> Text:
    year = view.selection.year
    at = replace(view, selection=replace(view.selection, first_year=None))
    index = max(range(len(grid.slices)), key=lambda i: _sum(grid, measure, year, i), default=None)
    beside = told.beside_span(at) if grid.quarters else ()
    rest = text(" ; ", *beside, ".") if beside else text(".")
    if index is None or not _sum(grid, measure, year):
        return text(f"en {year}, {told.of(at).absence}", *rest)
    item = grid.slices[index]
    part = _told(at, measure, _sum(grid, measure, year, index), (keys.PILLAR.name, item.slug))
    whole = _told(at, measure, _sum(grid, measure, year))
    of_all = text(", sur ", whole, " en tout") if len(grid.slices) > 1 else ()
    return text(
        f"en {year}, ",
        part,
        f" pour le pilier « {item.label} »",
        *of_all,
        *rest,
        *_parted(grid, measure),
    )


def _told(view: View, measure: str, value: float, part: tuple[str, str] = told.NOWHERE) -> Span:
    if measure == "amount":
        return told.amount(view.selection, value, part=part)
    return told.count(view, view.selection, int(value), part)


def _parted(grid: YearGrid, measure: str) -> Text:
    found = parted(grid.breaks, grid.years[0], grid.years[-1])
    if not found or measure != "amount":
        return ()
    return text(f" Les montants d’avant et d’après {found[0].year} ne se comparent pas.")


def _alt(view: View, grid: YearGrid, measure: str) -> str:
    year = view.selection.year
    whole = _shown(view, measure, grid, year)
    span = french.years(grid.years[0], grid.years[-1])
    return f"Barres par an et par pilier, {span} : {whole} en {year}"


def _notes(view: View, grid: YearGrid) -> tuple[str, ...]:
    notes = [_what(view), *(f"{item.dated}." for item in grid.breaks)]
    if view.store.coverage.proposed_pillars:
        notes.append(
            "Pilier proposé : la source ne donne pas le pilier ; il est déduit de l’intitulé par "
            "des règles écrites dans une table, que les agents peuvent corriger."
        )
    if view.selection.quarters:
        none = f"« {french.NOT_APPLICABLE} » : {unnamed(grid.quarters)} cette année-là."
        notes += [none, common.COUNTED_ONCE]
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
                *(
                    replace(_cell(grid, measure, rank, value, column), note=_part(row, value))
                    for column, value in enumerate(row)
                ),
                _cell(grid, measure, rank, sum(row)),
            ),
            current=year == view.selection.year,
        )
        for rank, (year, row) in enumerate(zip(grid.years, table, strict=True))
    )
    counted = french.capital(view.store.settings.line.number)
    what = "Montants en euros" if measure == "amount" else counted
    where = common.filters_text(view) if view.selection.quarters or view.selection.pillars else ""
    caption = ", ".join(part for part in (f"{what} par an et par pilier", where) if part)
    return Table(caption, columns, rows, _notes(view, grid))


def _part(row: Sequence[float], value: float) -> str:
    """The part of its year that a pillar takes; nothing where it is alone or has none. It
    stands between brackets: after a count, « 7 100 % » reads as one number."""
    return f"({french.share(100 * value / sum(row))})" if len(row) > 1 and value else ""


def _cell(grid: YearGrid, measure: str, rank: int, value: float, column: int | None = None) -> Cell:
    """A cell of the grid; the total of its row where no column is given."""
    some = any(grid.counts[rank]) if column is None else grid.counts[rank][column]
    if not some:
        return Cell(unnamed(grid.quarters) if grid.quarters else french.NOT_APPLICABLE)
    return common.count_cell(int(value)) if measure == "count" else common.money_cell(value)
