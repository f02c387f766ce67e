"""Poverty and median of every quarter of 2015, year by year: one public copy of ten files of Insee.

Only what it says of all the quarters is read, for the distributions: the values of the territory
come from the files of each year. Its Gini is rounded before 2016, and never read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard import catalogue
from dashboard.domain import french
from dashboard.importers import dates, distributions, sourcing
from dashboard.importers.account import Left, account_of, refusal
from dashboard.importers.distributions import LEAST
from dashboard.importers.imported import Document, Imported, refuse
from dashboard.importers.importer import Importer, example
from dashboard.importers.numbers import number
from dashboard.importers.source_table import has_header, key, read_source_table
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import Problem, Record

KIND = "filosofi-suite"
TITLE = "Insee, Filosofi, tous les quartiers de 2015 année par année (copie publique)"
_COLUMNS = {"tauxpauvrete": "taux-pauvrete", "revenumedian": "niveau-vie-median"}
_NEEDED = frozenset({"code", "annee", *_COLUMNS})


def recognises(document: Document) -> bool:
    """Whether the columns are those of the copy."""
    return has_header(document, _NEEDED.issubset)


def read(document: Document, territory: TerritoryFolder) -> Imported:
    """The distribution of both indicators, each year of the file; Refused for another file."""
    sheet = read_source_table(document, _NEEDED.issubset)
    if sheet is None:
        remedy = "Il faut code, annee, taux_pauvrete et revenu_median."
        raise refuse(document.name, "ce n’est pas la suite des revenus.", remedy)
    titles = {key(title): title for title in sheet.header}
    told = [_told(document.name, line, cells, titles) for line, cells in sheet.lines]
    kept = [one for one in told if isinstance(one, _Line)]
    refused = (*sheet.problems, *(one for one in told if isinstance(one, Problem)))
    rows = tuple(_distributed(kept, titles, sheet.name))
    return Imported(
        kind=KIND,
        title=TITLE,
        account=account_of(
            sheet.rows,
            [one.number for one in kept],
            refused,
            [one for one in told if isinstance(one, Left)],
        ),
        taken={
            "repartitions": rows,
            "sources": sourcing.copied(territory, {row["source"] for row in rows}, document.name),
        },
        refused=refused,
        notes=(f"{french.counted(len(rows), 'répartition')} sur tous les quartiers.",),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is read: its number, its year, its cells by header."""

    number: int
    year: int
    cells: Mapping[str, str]


def _told(
    file: str, number: int, cells: Mapping[str, str], titles: Mapping[str, str]
) -> _Line | Problem | Left:
    """What that line says; why it is refused, or left aside."""
    code, said = cells[titles["code"]], cells[titles["annee"]]
    if not distributions.metropolitan(code):
        return Left(number, titles["code"], code, "hors de France métropolitaine")
    year = dates.year(said)
    if year is None:
        remedy = "Reprenez le fichier tel qu’il est publié."
        return refusal(file, number, titles["annee"], said, "n’est pas une année.", remedy)
    return _Line(number, year, cells)


def _distributed(lines: Sequence[_Line], titles: Mapping[str, str], file: str) -> Iterator[Record]:
    """The rows of each year, indicator by indicator."""
    for year in sorted({line.year for line in lines}):
        mine = [line.cells for line in lines if line.year == year]
        for column, slug in _COLUMNS.items():
            values = [_value(cells[titles[column]]) for cells in mine]
            yield from distributions.row(catalogue.indicator(slug), year, "2015", values, file)


def _value(text: str) -> float | None:
    found = number(text)
    return None if found is None else float(found)


IMPORTER = Importer(
    kind=KIND,
    title=TITLE,
    recognises=recognises,
    read=read,
    examples=(
        example(
            "filosofi-suite.csv",
            "code,revenu_median,taux_pauvrete,gini,s80s20,annee",
            *(f"QP{1000 + rank:06},{12000 + rank}.0,34.9,,,2012" for rank in range(LEAST)),
        ),
    ),
    lookalikes=(example("filosofi-suite.csv", "code,revenu_median,gini", "QP001001,13748,0.2"),),
)
