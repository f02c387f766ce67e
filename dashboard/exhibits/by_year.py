"""What one holder or one search received, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.content import Cell, Column, Exhibit, Row, Table, Text, text
from dashboard.domain import french
from dashboard.exhibits import common, told
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
        reading=text(f"de {first} à {last}, ", *_received(view, held), "."),
        alt=common.alt(f"Tableau par an, {name}"),
        source=common.money_source(view),
        frame=frame,
        file_name=common.file_name(view, frame, "par-an", slug or searched),
        tags=common.warning_tags(view),
    )


def _received(view: View, held: Sequence[Year]) -> Text:
    if not any(item.count for item in held):
        return text(told.NO_LINE)
    span = replace(view.selection, first_year=held[0].year, year=held[-1].year)
    return text(told.amount(span, sum(item.amount for item in held)), " en tout")


def _row(view: View, item: Year) -> Row:
    names = french.listed(list(item.holders[:NAMED]))
    more = " et d’autres" if len(item.holders) > NAMED else ""
    cells = (
        Cell(str(item.year), item.year, href=view.here(annee=str(item.year))),
        Cell(names + more or french.NOT_APPLICABLE),
        common.count_cell(item.count) if item.count else Cell("aucune ligne"),
        common.money_cell(item.amount) if item.count else Cell(french.NOT_APPLICABLE),
    )
    return Row(cells, current=item.year == view.selection.year)


def _subject(view: View, slug: str, searched: str) -> str:
    names = view.store.money.holders
    parts = [names.get(slug, "")] if slug else []
    if searched:
        parts.append(f"« {searched} »")
    return ", ".join(part for part in parts if part)
