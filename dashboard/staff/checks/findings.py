"""What the checks of a draft found, as plain values: kept with it, shown on its page, some of it
to be confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePath
from typing import Any

from dashboard.depot import FileChange, compare
from dashboard.depot.moved_totals import MovedTotal, moved
from dashboard.depot.public import title
from dashboard.depot.version import Files
from dashboard.domain import french
from dashboard.importers.apply import Plan
from dashboard.importers.imported import Imported
from dashboard.importers.personal_data import unnamed
from dashboard.schema import TABLES, Problem, Problems
from dashboard.staff.checks import reach
from dashboard.staff.checks.names import NamesByCode, names_of
from dashboard.system import progress

StoredFindings = dict[str, Any]
GroupKey = tuple[str, ...]
"""File, column, message, remedy and unit."""
ProblemGroup = tuple[GroupKey, Sequence[Problem]]
NAMED, IN_ALL = 2_000, 10_000
"""Rows of one group, and of the groups of one list, that are kept so that they can be corrected;
the others are counted."""
KINDS = 100
"""Groups of one list that are told apart, the largest; the others are told together."""
SHOWN = 200
"""Rows of one group that its page shows."""
COMPARED = 0.9
"""How much of telling what changes is done once rows are compared."""


def refused(problem: Problem) -> StoredFindings:
    """What is said of a file that cannot be read, which may quote it."""
    said = unnamed(f"{problem.message} {problem.remedy}")
    return {"refusal": {"where": problem.file, "said": said}}


def of_plan(planned: Plan) -> StoredFindings:
    """What is said of a file that was read: what it is, its account, its problems in groups."""
    imported = planned.imported
    return {
        "title": imported.title,
        "licence": sorted({row["licence"] for row in imported.taken.get("sources", ())} - {""}),
        "notes": list(imported.notes),
        "account": _account(imported),
        "aside": [item.sentence(imported.account.unit) for item in imported.account.aside],
        "refused": grouped(imported.refused),
        "remarks": grouped(imported.remarks),
        "blocking": grouped(planned.problems),
        "doubts": grouped(planned.remarks),
        "questions": [_question(problem) for problem in planned.questions],
        "sweeping": planned.sweeping,
        "doubtful": planned.doubtful,
        "nothing": planned.nothing,
    }


def _account(imported: Imported) -> StoredFindings:
    account = imported.account
    return {
        "unit": account.unit,
        "rows": len(account.rows),
        "taken": len(account.taken),
        "refused": len(account.refused),
        "left": account.left,
    }


def _question(problem: Problem) -> str:
    value = f"{problem.value} : " if problem.value else ""
    return french.capital(f"{value}{problem.message}")


def grouped(problems: Problems) -> list[StoredFindings]:
    """The problems that say the same of the same column, together: how many, and the first ones by
    row and value. The largest group first. ``table`` names the file of a table whose own rows these
    are; empty where they are those of the file that was given."""
    groups: dict[GroupKey, list[Problem]] = {}
    for problem in problems:
        key = (problem.file, problem.column, problem.message, problem.remedy, problem.unit)
        groups.setdefault(key, []).append(problem)
    ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
    found, left = [], IN_ALL
    for told, same in (*ordered[:KINDS], *_together(ordered[KINDS:])):
        found.append(_group(told, same, max(1, min(NAMED, left))))
        left -= len(found[-1]["rows"])
    return found


def _together(groups: Sequence[ProblemGroup]) -> Iterator[ProblemGroup]:
    """These groups as one; nothing where there are none."""
    if groups:
        kinds = french.counted(len(groups), "autre sorte de problème", "autres sortes de problèmes")
        remedy = "Corrigez ce qui précède, puis contrôlez de nouveau."
        file, *_, unit = groups[0][0]
        yield (file, "", f"{kinds}.", remedy, unit), [*chain(*(same for _, same in groups))]


def _group(key: GroupKey, found: Sequence[Problem], named: int) -> StoredFindings:
    file, column, message, remedy, unit = key
    return {
        "table": file if PurePath(file).stem in TABLES else "",
        "column": column,
        "message": message,
        "remedy": remedy,
        "unit": unit,
        "count": len(found),
        "rows": [{"row": one.row, "value": one.value} for one in found[:named]],
    }


@compare.each_read_once()
def differences(before: Files, after: Files) -> StoredFindings:
    """What changes from those files to these: rows by table, euros by stage, by year, by pillar, by
    quarter and by funder; what comes, goes or jumps; which pages say it."""
    with progress.stretch(0.0, COMPARED):
        changes = compare.changes(before, after)
    with progress.stretch(COMPARED, 0.97):
        found = moved(before, after)
    names, indicators = names_of({**before, **after}), reach.indicators(before, after)
    return {
        "changes": rows_of(changes),
        "totals": [
            {"name": _stage(one.table, one.stage), **_pair(one.before, one.after)}
            for one in compare.totals(before, after)
        ],
        "axes": _axes(found, names),
        "indicators": indicators,
        "jumps": reach.jumps(found, indicators["lost"], names),
        "pages": reach.pages([one.file for one in changes], found, names),
    }


def rows_of(changes: Iterable[FileChange]) -> list[StoredFindings]:
    """The rows that come, change and go, table by table."""
    return [{"file": one.file, "title": title(one.file)} | _counts(one) for one in changes]


def _stage(table: str, stage: str) -> str:
    return f"{TABLES[table].title}, {stage}" if stage else TABLES[table].title


def _counts(change: FileChange) -> StoredFindings:
    return {"added": change.added, "changed": change.changed, "removed": change.removed}


def _axes(found: Sequence[MovedTotal], names: NamesByCode) -> list[StoredFindings]:
    """A table of euros for each axis and stage where some move."""
    tables = dict.fromkeys((one.axis, one.stage) for one in found)
    return [
        {
            "axis": str(axis),
            "stage": stage,
            "rows": [
                {"name": names.of(axis, one.code), **_pair(one.before, one.after)}
                for one in found
                if (one.axis, one.stage) == (axis, stage)
            ],
        }
        for axis, stage in tables
    ]


def _pair(before: Any, after: Any) -> dict[str, float | None]:
    return {
        side: None if amount is None else float(amount)
        for side, amount in (("before", before), ("after", after))
    }


PARTS = (
    "refusal", "title", "licence", "notes", "account", "aside", "refused", "remarks", "blocking",
    "doubts", "questions", "sweeping", "doubtful", "nothing", "changes", "totals", "axes",
    "disputed", "since", "sight", "matched", "indicators", "jumps", "pages", "cells",
)  # fmt: skip


def whole(found: Mapping[str, Any]) -> dict[str, Any]:
    """What the checks found, None for what they did not come to."""
    return {**dict.fromkeys(PARTS), **found}


def to_confirm(found: Mapping[str, Any]) -> Iterator[str]:
    """What is out of the usual, point by point, in sentences."""
    if found.get("sweeping"):
        yield "Plus de la moitié des lignes d’une année seraient retirées : le fichier est entier."
    if found.get("doubtful"):
        yield "Des lignes seraient retirées alors que le fichier en a de refusées : c’est voulu."
    yield from found.get("questions", ())
    yield from found.get("jumps", ())
