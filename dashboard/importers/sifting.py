"""Rows that our own tables would not accept: refused by the line of their file, not by ours.

The others are taken: one bad line never blocks a file. A file of which nothing is taken leaves no
trace among the sources. What is left names no private person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.importers.account import RowAccount, refusal
from dashboard.importers.door import pace
from dashboard.importers.imported import Imported, Records
from dashboard.importers.personal_data import withheld
from dashboard.schema import TABLES, Problem, frame_of, packed, validate

_HEADER = 2
"""The number that the schema gives to the first row of a table: the header is line 1."""


def sifted(imported: Imported, file: str) -> Imported:
    """The import without the lines whose rows break a rule of the schema, each one said, and
    without the persons whom its texts name."""
    pace.reached("Je juge chaque ligne qui entre.", 0.92)
    wrong = {
        problem.row: problem
        for name, lines in imported.lines.items()
        for problem in _wrong(name, imported.taken.get(name, ()), lines, imported, file)
    }
    return withheld(_traced(_without(imported, wrong) if wrong else imported))


def _without(imported: Imported, wrong: Mapping[int, Problem]) -> Imported:
    taken, lines = dict(imported.taken), dict(imported.lines)
    for name in imported.lines:
        held = imported.lines[name]
        ranks = [rank for rank, line in enumerate(held) if line not in wrong]
        taken[name] = packed(TABLES[name].header, imported.taken[name]).picked(ranks)
        lines[name] = tuple(held[rank] for rank in ranks)
    return replace(
        imported,
        taken=taken,
        lines=lines,
        account=_refused(imported.account, frozenset(wrong)),
        refused=(*imported.refused, *wrong.values()),
    )


def _wrong(
    name: str, rows: Records, lines: tuple[int, ...], imported: Imported, file: str
) -> Iterator[Problem]:
    frame = frame_of(packed(TABLES[name].header, rows))
    for problem in validate(name, frame) if rows else ():
        if problem.blocking and problem.row >= _HEADER:
            told = (problem.column, problem.value, problem.message, problem.remedy)
            found = refusal(file, lines[problem.row - _HEADER], *told)
            yield replace(found, unit=imported.account.unit)


def _traced(imported: Imported) -> Imported:
    if imported.account.taken:
        return imported
    return replace(imported, taken={**imported.taken, "sources": ()})


def _refused(account: RowAccount, wrong: frozenset[int]) -> RowAccount:
    taken = tuple(line for line in account.taken if line not in wrong)
    return replace(account, taken=taken, refused=(*account.refused, *sorted(wrong)))
