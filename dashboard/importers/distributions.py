"""What a national file says of all the quarters: a row of ``repartitions`` for each column read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dashboard.domain.distribution import centiles_of
from dashboard.domain.indicator import Indicator
from dashboard.importers.imported import Records
from dashboard.importers.measures import MeasuredColumn
from dashboard.importers.numbers import number, shown
from dashboard.importers.packed_lines import Cells
from dashboard.importers.precision import counted, tells
from dashboard.importers.source_table import SourceTable
from dashboard.importers.territory_folder import blank
from dashboard.schema import Record

GENERATIONS = {"QP": "2015", "QN": "2024"}
"""How the code of a quarter begins in each generation of perimeters."""
LEAST = 100
"""Quarters of a file under which it is not the country's."""


def metropolitan(code: str) -> bool:
    """Whether that is the code of a quarter of metropolitan France: « QP073001 », « QN07301M »."""
    return bool(re.fullmatch(r"Q[PN]0\d[0-9AB]\w{3}", code))


def of_sheet(sheet: SourceTable, found: Iterable[MeasuredColumn], column: str) -> Records:
    """The distribution of each measure over the quarters of a national file, one a generation."""
    told = [item for item in counted(sheet, tuple(found)) if tells(item)]
    rows: list[Record] = []
    for prefix, generation in GENERATIONS.items():
        lines = _lines(sheet, column, prefix)
        for measure in told:
            values = [_value(cells, measure) for cells in lines]
            rows += row(measure.indicator, measure.year, generation, values, sheet.name)
    return tuple(rows)


def row(
    indicator: Indicator, year: int, generation: str, values: Sequence[float | None], file: str
) -> Iterator[Record]:
    """The row of that distribution, None where a quarter has no value; none for too few of them."""
    known = [value for value in values if value is not None]
    if len(known) >= LEAST:
        yield blank(
            "repartitions",
            indicateur=indicator.slug,
            annee=str(year),
            perimetre=generation,
            quartiers=str(len(values)),
            publies=str(len(known)),
            centiles="|".join(shown(value) for value in centiles_of(known)),
            source=indicator.source,
            fichier=file.rpartition(".")[0] or file,
        )


def _lines(sheet: SourceTable, column: str, prefix: str) -> list[Cells]:
    """One line a quarter: a file may repeat the one of each of its communes."""
    held: dict[str, Cells] = {}
    for _, cells in sheet.lines:
        code = cells[column].upper()
        if _counts(code, prefix):
            held.setdefault(code, cells)
    return list(held.values())


def _counts(code: str, prefix: str) -> bool:
    return code.startswith(prefix) and metropolitan(code)


def _value(cells: Cells, measure: MeasuredColumn) -> float | None:
    """The number of that cell, however far from our own bounds: the values of the country are
    those of its file."""
    found = number(cells[measure.column])
    return None if found is None else float(found)
