"""Poverty and median of every quarter of 2015, year by year: one public copy of ten files of Insee.

Only what it says of all the quarters is read, for the distributions: the values of the territory
come from the files of each year. Its Gini is rounded before 2016, and never read.
"""

from __future__ import annotations

from dashboard import catalogue
from dashboard.domain import french
from dashboard.importers import distributions, sourcing
from dashboard.importers.account import Left, account_of
from dashboard.importers.distributions import LEAST
from dashboard.importers.imported import Document, Imported, Records, refuse
from dashboard.importers.importer import Importer, example
from dashboard.importers.numbers import number
from dashboard.importers.source_table import SourceTable, has_header, key, read_source_table
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.schema import Record

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
    codes = [(line, cells[titles["code"]]) for line, cells in sheet.lines]
    kept = [line for line, code in codes if distributions.metropolitan(code)]
    left = [
        Left(line, titles["code"], code, "hors de France métropolitaine")
        for line, code in codes
        if not distributions.metropolitan(code)
    ]
    rows = tuple(row for year in _years(sheet, titles) for row in _of_year(sheet, titles, year))
    return Imported(
        kind=KIND,
        title=TITLE,
        account=account_of(sheet.rows, kept, sheet.problems, left),
        taken={
            "repartitions": rows,
            "sources": sourcing.copied(territory, {row["source"] for row in rows}, document.name),
        },
        refused=sheet.problems,
        notes=(f"{french.counted(len(rows), 'répartition')} sur tous les quartiers.",),
    )


def _years(sheet: SourceTable, titles: dict[str, str]) -> list[str]:
    return sorted({cells[titles["annee"]] for _, cells in sheet.lines} - {""})


def _of_year(sheet: SourceTable, titles: dict[str, str], year: str) -> Records:
    lines = [
        cells
        for _, cells in sheet.lines
        if cells[titles["annee"]] == year and distributions.metropolitan(cells[titles["code"]])
    ]
    found: list[Record] = []
    for column, slug in _COLUMNS.items():
        indicator = catalogue.indicator(slug)
        values = [_value(cells[titles[column]]) for cells in lines]
        found += distributions.row(indicator, int(year), "2015", values, sheet.name)
    return tuple(found)


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
