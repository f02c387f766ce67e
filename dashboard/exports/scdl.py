"""The subsidies of a year as the schema « Subventions » wants them, and the file beside it."""

from __future__ import annotations

import csv as writer
import io

from dashboard.content import Cell, Column, Row, Table
from dashboard.domain import french, scdl
from dashboard.domain.formula import safe
from dashboard.domain.funding import Euros
from dashboard.domain.scdl import Essential, Holder
from dashboard.exports import about, csv
from dashboard.exports.data_file import DataFile
from dashboard.pages import open_files
from dashboard.pages.open_files import Yearly
from dashboard.store import Store
from dashboard.words.typography import typeset

NOTE = (
    "Toutes compétences. Le seuil vaut pour un organisme de droit privé : la source ne dit pas "
    "la nature de chacun. Une personne physique n’est ni nommée, ni cumulée."
)


def official(store: Store, year: int) -> bytes | None:
    """The CSV of that year: UTF-8, commas, decimal points, its columns in their order; None where
    the schema takes no line of it."""
    found = open_files.yearly(store, year).kept
    if not found:
        return None
    target = io.StringIO()
    rows = writer.writer(target, lineterminator="\r\n")
    rows.writerow(column.name for column in scdl.COLUMNS)
    rows.writerows(map(_cells, found))
    return target.getvalue().encode()


def _cells(line: Essential) -> list[str]:
    return [safe(line.cells[column.name]) for column in scdl.COLUMNS]


def beside(store: Store, year: int) -> bytes | None:
    """The beneficiaries of that year, who is beyond the threshold, what the other file leaves out
    and why; None where no subsidy is published."""
    found = open_files.yearly(store, year)
    if not found.count:
        return None
    title = typeset(f"Subventions de l’agglomération, cumul par porteur, {year}")
    table = Table(title, _COLUMNS, tuple(map(_row, found.holders)))
    return csv.write(DataFile(open_files.holders(year), title, table, _about(store, found, title)))


_COLUMNS = (
    Column("Porteur"),
    Column("SIRET"),
    Column("Subventions", numeric=True),
    Column("Cumul de l’année, en euros", numeric=True),
    Column(f"Au-dessus de {scdl.THRESHOLD} euros"),
)


def _row(holder: Holder) -> Row:
    return Row(
        (
            Cell(holder.name),
            Cell(holder.siret),
            Cell(str(holder.count), holder.count),
            Cell(french.euros(holder.amount), Euros(holder.amount)),
            Cell("oui" if holder.is_above else "non"),
        )
    )


def _about(store: Store, found: Yearly, title: str) -> about.Pairs:
    href = f"{open_files.DOWNLOADS}{open_files.holders(found.year)}"
    sources = {line.source for line in store.essentials(found.year)}
    said = (
        ("Schéma", f"SCDL Subventions {scdl.VERSION}, {scdl.SCHEMA}"),
        ("Lignes au format SCDL", str(len(found.kept))),
        ("Lignes laissées de côté", str(found.left_out)),
        *((f"dont {reason}", str(count)) for reason, count in found.reasons),
        ("Note", NOTE),
    )
    whole: about.Pairs = typeset((*about.of(store, title, href, sources), *said))
    return whole
