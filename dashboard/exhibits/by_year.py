"""What one holder or one search received, year by year."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Cell, Column, Exhibit, Row, Table, text
from dashboard.domain import french
from dashboard.domain.selection import ROWS
from dashboard.exhibits import common
from dashboard.view import View


def exhibit(view: View, slug: str, searched: str) -> Exhibit:
    """The lines of a holder or of a search, year by year: who received what."""
    first, last = view.store.choices.years[0], view.store.choices.years[-1]
    rows = []
    for year in view.store.choices.years:
        chosen = replace(view.selection, year=year, first_year=None).having(ROWS.key, None)
        found = view.store.actions.page(chosen)
        holders = sorted({action.holder for action in view.store.actions.all(chosen)})
        names = french.listed(holders[:6]) + (" et d’autres" if len(holders) > 6 else "")
        href = view.here(annee=str(year))
        cells = (
            Cell(str(year), year, href=href),
            Cell(names or french.NOT_APPLICABLE),
            common.count_cell(found.count),
            common.money_cell(found.amount),
        )
        rows.append(Row(cells, current=year == view.selection.year))
    name = _subject(view, slug, searched)
    total = sum(float(row.cells[3].value or 0) for row in rows)
    return Exhibit(
        slug="par-an",
        title=f"Année par année : {name}",
        subtitle=f"{french.capital(view.store.settings.line.name)}, {french.years(first, last)}",
        table=Table(
            f"Lignes et montants par an, {name}",
            (
                Column("Année"),
                Column("Qui"),
                Column("Nombre de lignes", numeric=True),
                Column("Montant", numeric=True),
            ),
            tuple(rows),
        ),
        table_first=True,
        reading=text(f"de {first} à {last}, {french.euros(total)} en tout."),
        alt=common.alt(f"Tableau par an, {name}"),
        source=common.money_source(view),
        file_name=common.file_name(view, "par-an", slug or searched),
        tags=common.fictional_tag(view),
    )


def _subject(view: View, slug: str, searched: str) -> str:
    names = dict(tuple(pair) for pair in view.store.archive.axes["money"]["holders"])
    parts = [names.get(slug, "")] if slug else []
    if searched:
        parts.append(f"« {searched} »")
    return ", ".join(part for part in parts if part)
