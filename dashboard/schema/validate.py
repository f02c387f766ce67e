"""Hold one table against its declaration."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from pandera.errors import SchemaErrors

from dashboard.domain import french
from dashboard.schema.coded import coded
from dashboard.schema.field import Table
from dashboard.schema.frames import frame_schema
from dashboard.schema.problem import Problem, Problems
from dashboard.schema.reading import lines_of
from dashboard.schema.rows import row_problems
from dashboard.schema.rule import Rule, suggestion
from dashboard.schema.rules import rules_of
from dashboard.schema.tables import TABLES


def validate(name: str, frame: pd.DataFrame) -> Problems:
    """What is wrong in that table, by line then column; empty when all is well.

    ``frame`` holds text only, as ``read_table`` gives it, coded or not. A cell has one problem at
    most: the first of its rules that it breaks.
    """
    table = TABLES[name]
    columns = tuple(_column_problems(table, frame))
    if any(problem.blocking for problem in columns):
        return columns
    frame = coded(frame)
    cells = _cell_problems(table, frame)
    rows = tuple(row_problems(table, frame)) if not _blocking(cells) else ()
    return tuple(sorted((*columns, *cells, *rows), key=lambda item: (item.row, item.column)))


def _blocking(problems: Problems) -> bool:
    return any(problem.blocking for problem in problems)


def _column_problems(table: Table, frame: pd.DataFrame) -> Iterator[Problem]:
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


def _cell_problems(table: Table, frame: pd.DataFrame) -> Problems:
    if frame.empty:
        return ()
    numbered = frame.set_axis(pd.Index(lines_of(frame)), axis=0)
    try:
        frame_schema(table.name).validate(numbered, lazy=True)
    except SchemaErrors as errors:
        return tuple(_first_by_cell(table, errors.failure_cases))
    return ()


def _first_by_cell(table: Table, failures: pd.DataFrame) -> Iterator[Problem]:
    rank = {
        (field.name, rule.name): (position, rule)
        for field in table.fields
        for position, rule in enumerate(rules_of(field))
    }
    broken: dict[tuple[int, str], tuple[int, Rule, str]] = {}
    for row in failures.itertuples(index=False):
        position, rule = rank[str(row.column), str(row.check)]
        where = (int(str(row.index)), rule.column)
        if where not in broken or position < broken[where][0]:
            broken[where] = (position, rule, str(row.failure_case))
    for (line, column), (_, rule, value) in broken.items():
        yield _problem(table, line, column, value, rule)


def _problem(table: Table, line: int, column: str, value: str, rule: Rule) -> Problem:
    shown = value if value.strip() else ""
    remedy = french.typeset(rule.remedy(value))
    return Problem(table.file, line, column, shown, rule.message, remedy, rule.blocking)
