"""Cells of an official table of indicators to rows of ``indicateurs``, column by column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from dashboard import catalogue
from dashboard.catalogue.calendar import data_year
from dashboard.domain.indicator import Indicator, Status
from dashboard.importers.account import refusal
from dashboard.importers.numbers import number, remedy_for, shown, why_not
from dashboard.importers.packed_lines import Cells
from dashboard.importers.source_table import key
from dashboard.schema import Problem, Record

EMPTY = "case vide dans le fichier"
_EMPTY = ("", "nd", "n.d.", "n.d", "nc", "n.c.", "-", "///", "..")
_SECRET = ("s", "secret", "ss")


@dataclass(frozen=True, slots=True)
class MeasuredColumn:
    """One column of a file that one indicator is made of, with the year of its data.

    ``step`` is the rounding of its source, counted over the column.
    """

    column: str
    indicator: Indicator
    year: int
    presumed: bool
    step: str = ""


def measures(
    header: tuple[str, ...], family: str, edition: int, suffix: str = ""
) -> tuple[MeasuredColumn, ...]:
    """The columns of that header that the catalogue declares for the family of files.

    ``suffix`` is what the file adds to each name (the year on two digits in Filosofi).
    """
    names = {key(column): column for column in header}
    found = []
    for indicator in catalogue.INDICATORS:
        for column in indicator.columns:
            written = names.get(key(f"{column.name}{suffix}"))
            if column.family == family and written is not None:
                year, presumed = data_year(family, edition, column.name)
                found.append(MeasuredColumn(written, indicator, year, presumed))
    return tuple(found)


def row_of(
    file: str,
    line: int,
    code: str,
    cells: Cells,
    measure: MeasuredColumn,
    note: Callable[[Cells, MeasuredColumn], str],
) -> Record | Problem:
    """The row of that cell; a Problem where it says nothing that can be read."""
    text = cells[measure.column]
    row: Record = {
        "territoire": code,
        "indicateur": measure.indicator.slug,
        "annee": str(measure.year),
        "valeur": "",
        "pas": "",
        "statut": str(Status.NOT_PUBLISHED),
        "source": measure.indicator.source,
        "fichier": file.rpartition(".")[0] or file,
        "note": "",
    }
    if text.lower() in _EMPTY:
        return row | {"note": note(cells, measure)}
    if text.lower() in _SECRET:
        return row | {"statut": str(Status.SECRET)}
    value = number(text)
    message, remedy = _wrong(text, value, measure.indicator)
    if message or value is None:
        return refusal(file, line, measure.column, text, message, remedy)
    status = Status.PRESUMED if measure.presumed else Status.FINAL
    return row | {"valeur": shown(value), "pas": measure.step, "statut": str(status)}


def _wrong(text: str, value: Decimal | None, indicator: Indicator) -> tuple[str, str]:
    if value is None:
        otherwise = "La case est laissée de côté : comparez-la avec le fichier officiel."
        return why_not(text), remedy_for(text, otherwise)
    if not indicator.low <= value <= indicator.high:
        return (
            f"est hors des bornes de l’indicateur « {indicator.label} ».",
            f"Il va de {indicator.low:g} à {indicator.high:g} : vérifiez le fichier.",
        )
    return "", ""
