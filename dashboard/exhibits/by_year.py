"""What one holder or one search received, year by year."""

from __future__ import annotations

from dashboard.content import Cell, Column, Exhibit, Row, Table, text
from dashboard.domain import french
from dashboard.exhibits import common
from dashboard.store.actions import Year
from dashboard.view import View

NAMED = 6
"""Holders that a year names, at most."""


def exhibit(view: View, slug: str, searched: str) -> Exhibit:
    """The lines of a holder or of a search, year by year: who received what."""
    frame = common.frame_of_years(view)
    first, last = view.store.choices.years[0], view.store.choices.years[-1]
    held = view.store.actions.by_year(view.selection)
    rows = [_row(view, item) for item in held]
    name, line = _subject(view, slug, searched), view.store.settings.line
    total = sum(item.amount for item in held)
    return Exhibit(
        slug="par-an",
        title=f"Année par année : {name}",
        subtitle=f"{french.capital(line.name)}, {french.years(first, last)}",
        table=Table(
            f"{french.capital(line.plural)} par an, {name}",
            (
                Column("Année"),
                Column("Qui"),
                Column(french.capital(line.number), numeric=True),
                Column("Montant", numeric=True),
            ),
            tuple(rows),
        ),
        table_first=True,
        reading=text(f"de {first} à {last}, {french.euros(total)} en tout."),
        alt=common.alt(f"Tableau par an, {name}"),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, "par-an", slug or searched),
        tags=common.fictional_tag(view),
    )


def _row(view: View, item: Year) -> Row:
    names = french.listed(list(item.holders[:NAMED]))
    more = " et d’autres" if len(item.holders) > NAMED else ""
    cells = (
        Cell(str(item.year), item.year, href=view.here(annee=str(item.year))),
        Cell(names + more or french.NOT_APPLICABLE),
        common.count_cell(item.count),
        common.money_cell(item.amount),
    )
    return Row(cells, current=item.year == view.selection.year)


def _subject(view: View, slug: str, searched: str) -> str:
    names = dict(tuple(pair) for pair in view.store.archive.axes["money"]["holders"])
    parts = [names.get(slug, "")] if slug else []
    if searched:
        parts.append(f"« {searched} »")
    return ", ".join(part for part in parts if part)
