"""Hold one table against its declaration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat

import numpy as np
import pandas as pd

from dashboard.domain import french
from dashboard.schema.coded import coded
from dashboard.schema.field import TableSchema
from dashboard.schema.problem import Problem, Problems
from dashboard.schema.reading import lines_of
from dashboard.schema.rows import row_problems
from dashboard.schema.rule import ColumnRule
from dashboard.schema.rules import rules_of
from dashboard.schema.settings_tables import SCHEMAS
from dashboard.schema.suggestion import suggestion


def validate(name: str, frame: pd.DataFrame) -> Problems:
    """What is wrong in that table, by line then column; empty when all is well.

    ``frame`` holds text only, as ``read_table`` gives it, coded or not. A cell has one problem at
    most: the first of its rules that it breaks.
    """
    table = SCHEMAS[name]
    columns = tuple(_column_problems(table, frame))
    if any(problem.blocking for problem in columns):
        return columns
    frame = coded(frame)
    cells = tuple(_cell_problems(table, frame))
    rows = tuple(row_problems(table, frame)) if not _blocking(cells) else ()
    return tuple(sorted((*columns, *cells, *rows), key=lambda item: (item.row, item.column)))


def _blocking(problems: Problems) -> bool:
    return any(problem.blocking for problem in problems)


def _column_problems(table: TableSchema, frame: pd.DataFrame) -> Iterator[Problem]:
    present = [str(column) for column in frame.columns]
    unknown = [column for column in present if column not in table.header]
    for column in table.header:
        if column not in present:
            remedy = suggestion(column, unknown, f"Ajoutez la colonne {column}, vide au besoin.")
            yield Problem(table.file, 1, column, "", "la colonne manque.", remedy)
    for column in unknown:
        remedy = suggestion(column, table.header, "Retirez-la : elle ne serait pas lue.")
        message = "la colonne n’est pas connue."
        yield Problem(table.file, 1, column, "", message, remedy, blocking=False)


def _cell_problems(table: TableSchema, frame: pd.DataFrame) -> Iterator[Problem]:
    lines = lines_of(frame)
    for field in table.fields:
        cells = frame[field.name]
        for place, rule in _broken(cells, rules_of(field)):
            yield _problem(table, lines[place], str(cells.iloc[place]), rule)


def _broken(cells: pd.Series, rules: Iterable[ColumnRule]) -> Iterator[tuple[int, ColumnRule]]:
    """The place of each cell that breaks a rule, with the first that it breaks."""
    sound = np.ones(len(cells), dtype=bool)
    for rule in rules:
        broken = sound & ~rule.mask(cells).to_numpy()
        yield from zip(np.flatnonzero(broken).tolist(), repeat(rule))
        sound &= ~broken


def _problem(table: TableSchema, line: int, value: str, rule: ColumnRule) -> Problem:
    shown = value if value.strip() else ""
    remedy = french.typeset(rule.remedy(value))
    return Problem(table.file, line, rule.column, shown, rule.message, remedy, rule.blocking)
