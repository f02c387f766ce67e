"""What is wrong in our tables, told of the file that made it so: by its row, and by its heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dashboard.importers.imported import Imported, Records
from dashboard.schema import TABLES, Problem, packed

HEADER = 2
"""The number that the schema gives to the first row of a table: the header is line 1."""
_TABLE_OF = {table.file: table for table in TABLES.values()}


def told_at(problem: Problem, table: str, line: int, imported: Imported) -> Problem:
    """The same problem of what that table holds, at that line of the file."""
    titles = {field.name: field.title for field in TABLES[table].fields} | dict(imported.headings)
    return replace(
        problem,
        file=imported.file,
        row=line,
        column=titles.get(problem.column, problem.column),
        unit=imported.account.unit,
    )


def traced(
    problems: Iterable[Problem], imported: Imported, tables: Mapping[str, Records]
) -> Iterator[Problem]:
    """Each problem of these tables at the line of the file that its row comes from; as it is where
    the row was there before."""
    lines: dict[str, dict[tuple[str, ...], int]] = {}
    for problem in problems:
        table = _TABLE_OF.get(problem.file)
        rank = problem.row - HEADER
        if table is None or table.name not in imported.lines.keys() & tables.keys() or rank < 0:
            yield problem
            continue
        if table.name not in lines:
            lines[table.name] = _lines(table.name, imported)
        held = tables[table.name][rank]
        line = lines[table.name].get(tuple(held[name] for name in table.key))
        yield problem if line is None else told_at(problem, table.name, line, imported)


def _lines(table: str, imported: Imported) -> dict[tuple[str, ...], int]:
    """The line of the file that gives each row of that table, by what names the row."""
    key = TABLES[table].key
    keys = packed(TABLES[table].header, imported.taken[table]).cells(key)
    return dict(zip(keys, imported.lines[table], strict=True))
