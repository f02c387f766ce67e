"""Cells of an official table of indicators to rows of ``indicateurs``, column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dashboard import catalogue
from dashboard.catalogue.calendar import data_year
from dashboard.domain.indicator import Indicator, Status
from dashboard.importers.imported import Row, Rows
from dashboard.importers.reading import number, shown
from dashboard.importers.sheet import Sheet
from dashboard.schema import Problem, Problems

Line = Mapping[str, str]
EMPTY = "case vide dans le fichier"
_EMPTY = ("", "nd", "n.d.", "n.d", "nc", "n.c.", "-", "///", "..")
_SECRET = ("s", "secret", "ss")


@dataclass(frozen=True, slots=True)
class Measure:
    """One column of a file that one indicator is made of, with the year of its data."""

    column: str
    indicator: Indicator
    year: int
    presumed: bool


@dataclass(frozen=True, slots=True)
class Extract:
    """What a table gave: rows of ``indicateurs``, and the cells that say nothing readable."""

    rows: Rows
    problems: Problems


def measures(
    header: tuple[str, ...], family: str, edition: int, suffix: str = ""
) -> tuple[Measure, ...]:
    """The columns of that header that the catalogue declares for the family of files.

    ``suffix`` is what the file adds to each name (the year on two digits in Filosofi).
    """
    names = {column.strip().upper(): column for column in header}
    found = []
    for indicator in catalogue.INDICATORS:
        for column in indicator.columns:
            written = names.get(f"{column.name}{suffix}".upper())
            if column.family == family and written is not None:
                year, presumed = data_year(family, edition, column.name)
                found.append(Measure(written, indicator, year, presumed))
    return tuple(found)


def extract(
    sheet: Sheet,
    found: tuple[Measure, ...],
    place: Callable[[Line, Measure], str],
    note: Callable[[Line, Measure], str],
    every_gap: Callable[[str], bool],
) -> Extract:
    """The rows of these measures, for each line and column that ``place`` gives a territory.

    ``note`` says why a value is absent. ``every_gap`` says for which territories an empty cell
    deserves a row « non diffusé ».
    """
    rows: dict[tuple[str, str, str], Row] = {}
    problems: list[Problem] = []
    for line, cells in sheet.lines:
        for measure in found:
            code = place(cells, measure)
            given = _row(sheet.name, line, code, cells, measure, note) if code else None
            if given is None:
                continue
            if isinstance(given, Problem):
                problems.append(given)
            elif given["valeur"] or given["statut"] == Status.SECRET or every_gap(code):
                rows.setdefault((code, given["indicateur"], given["annee"]), given)
    return Extract(tuple(rows.values()), tuple(problems))


def _row(
    file: str,
    line: int,
    code: str,
    cells: Line,
    measure: Measure,
    note: Callable[[Line, Measure], str],
) -> Row | Problem:
    text = cells[measure.column]
    row: Row = {
        "territoire": code,
        "indicateur": measure.indicator.slug,
        "annee": str(measure.year),
        "valeur": "",
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
    refusal = _refusal(value, measure.indicator)
    if refusal[0] or value is None:
        message, remedy = refusal
        return Problem(file, line, measure.column, text, message, remedy, blocking=False)
    status = Status.PRESUMED if measure.presumed else Status.FINAL
    return row | {"valeur": shown(value), "statut": str(status)}


def _refusal(value: float | None, indicator: Indicator) -> tuple[str, str]:
    if value is None:
        return (
            "n’est pas un nombre.",
            "La case est laissée de côté : comparez-la avec le fichier officiel.",
        )
    if not indicator.low <= value <= indicator.high:
        return (
            f"est hors des bornes de l’indicateur « {indicator.label} ».",
            f"Il va de {indicator.low:g} à {indicator.high:g} : vérifiez le fichier.",
        )
    return "", ""


def by_source(rows: Rows) -> Iterator[str]:
    """The sources of these rows, each once."""
    yield from dict.fromkeys(row["source"] for row in rows)
