"""Rows that our own tables would not accept: refused by the line of their file, not by ours.

The others are taken: one bad line never blocks a file. A file of which nothing is taken leaves no
trace among the sources. What is left names no private person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.importers.account import RowAccount
from dashboard.importers.door import pace
from dashboard.importers.imported import Imported
from dashboard.importers.personal_data import withheld
from dashboard.importers.tracing import HEADER, told_at
from dashboard.schema import TABLES, Problem, Problems, coded_of, packed, validate


def sifted(imported: Imported, file: str) -> Imported:
    """The import without the lines whose rows break a rule of the schema, each one said, and
    without the persons whom its texts name."""
    pace.announce("Je juge chaque ligne qui entre.", 0.82)
    imported = replace(imported, file=file)
    wrong = tuple(problem for name in imported.lines for problem in _wrong(name, imported))
    return withheld(_leaving_a_trace(_without(imported, wrong) if wrong else imported))


def _without(imported: Imported, wrong: Problems) -> Imported:
    taken, lines = dict(imported.taken), dict(imported.lines)
    out = frozenset(problem.row for problem in wrong)
    for name in imported.lines:
        held = imported.lines[name]
        ranks = [rank for rank, line in enumerate(held) if line not in out]
        taken[name] = packed(TABLES[name].header, imported.taken[name]).picked(ranks)
        lines[name] = tuple(held[rank] for rank in ranks)
    return replace(
        imported,
        taken=taken,
        lines=lines,
        account=_refused(imported.account, out),
        refused=(*imported.refused, *wrong),
    )


def _wrong(name: str, imported: Imported) -> Iterator[Problem]:
    rows = imported.taken.get(name, ())
    frame = coded_of(packed(TABLES[name].header, rows))
    for problem in validate(name, frame) if rows else ():
        if problem.blocking and problem.row >= HEADER:
            line = imported.lines[name][problem.row - HEADER]
            yield replace(told_at(problem, name, line, imported), blocking=False)


def _leaving_a_trace(imported: Imported) -> Imported:
    if imported.account.taken:
        return imported
    return replace(imported, taken={**imported.taken, "sources": ()})


def _refused(account: RowAccount, wrong: frozenset[int]) -> RowAccount:
    taken = tuple(line for line in account.taken if line not in wrong)
    return replace(account, taken=taken, refused=(*account.refused, *sorted(wrong)))
