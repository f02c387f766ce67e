"""The territory as the edits of a draft would have it, on top of what the public sees now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.depot import Files
from dashboard.depot.compare import readable
from dashboard.depot.edits import RowDiff, applied, lost
from dashboard.depot.laid import laid
from dashboard.importers import mailboxes
from dashboard.schema import (
    TABLES,
    CellKind,
    Field,
    Problem,
    Problems,
    TableSchema,
    check_folder,
)
from dashboard.schema.problem import quote
from dashboard.staff.checks import findings
from dashboard.staff.checks.disputes import HERS
from dashboard.staff.checks.findings import StoredFindings
from dashboard.staff.checks.rebasing import Rebased, together
from dashboard.staff.checks.settling import SettledEdits, settled
from dashboard.staff.public.truth import Truth
from dashboard.staff.rows.changes import name_of
from dashboard.staff.rows.edits import Workspace
from dashboard.system import progress

TITLE = "lignes saisies dans les formulaires"
LOST = "la ligne n’est plus dans la table : elle a été retirée, ou son code a changé."
PERSON = "ce texte nomme une personne, ou dit comment la joindre. Le public le lira."
REMEDY = "Défaites ce changement, ou ajoutez la ligne."


@dataclass(frozen=True, slots=True)
class LaidEdits:
    """The files with the edits on top of what the public sees, and the edits as they then are: None
    while what two people changed is not settled."""

    rebased: Rebased
    edits: SettledEdits | None

    @property
    def files(self) -> Files:
        """The two together; what the public sees where that is not settled."""
        return self.rebased.sides[1] if self.edits is None else self.rebased.files


def laid_out(stand: Workspace, held: Truth, kept: Mapping[str, str]) -> LaidEdits:
    """The edits on top of ``held``, as what two people changed was settled: whose value is kept, by
    mark."""
    ours = applied(stand.files, stand.edits)
    found = together(stand.files, held.files, ours, kept)
    if found.left:
        return LaidEdits(found, None)
    answers = [(one, kept[one.mark] == HERS) for one in found.clashes]
    made = settled(stand, held.files, answers)
    files = applied(held.files, [one for one in made if one is not None])
    return LaidEdits(replace(found, files=files, clashes=()), made)


def judged(folder: Path, held: Truth, stand: Workspace) -> tuple[StoredFindings, bool]:
    """What is found in that folder that was not wrong before, and whether it may be published."""
    with progress.stretch(0.0, 0.5), laid(held.files, folder.name) as before:
        known = {_fault(one) for one in check_folder(before)}
    with progress.stretch(0.5, 1.0):
        found = tuple(one for one in check_folder(folder) if _fault(one) not in known)
    blocking = (*_lost(stand, held), *(one for one in found if one.blocking))
    said: StoredFindings = {
        "title": TITLE,
        "licence": _licences(folder, stand),
        "blocking": findings.grouped(blocking),
        "doubts": findings.grouped(tuple(one for one in found if not one.blocking)),
        "questions": list(_persons(stand)),
    }
    return said, not blocking


def _licences(folder: Path, stand: Workspace) -> list[str]:
    """Those of the sources that the edits give to rows, as that folder holds them."""
    held = readable(
        "sources.csv", {path.name: path.read_bytes() for path in folder.glob("sources.csv")}
    )
    named = {(edit.cells or {}).get("source") for edit in stand.edits}
    return sorted({row["licence"] for row in held if row["id"] in named} - {""})


def _lost(stand: Workspace, held: Truth) -> Problems:
    """The edits of rows that another publication removed."""
    return tuple(
        Problem(f"{edit.table}.csv", 0, "", "", f"{quote(', '.join(edit.key))} : {LOST}", REMEDY)
        for edit in lost(held.files, stand.edits)
    )


def _persons(stand: Workspace) -> Iterator[str]:
    """Each text that was typed of a person, to be confirmed: who is public may be named. How to
    reach a service is not asked."""
    typed = dict.fromkeys(edit.table for edit in stand.edits)
    for name in (one for one in typed if one in TABLES):
        for line in stand.lines(name):
            yield from _persons_of(TABLES[name], line)


def _persons_of(table: TableSchema, line: RowDiff) -> Iterator[str]:
    if line.after is None or line.after is line.before:
        return
    for field in _typed_fields(table):
        changed = field.name in line.changed
        if changed and mailboxes.says_person(table.name, line.after[field.name]):
            where = f"{table.title}, « {name_of(table, line.after)} », {field.title}"
            yield f"{where} : {PERSON}"


def _typed_fields(table: TableSchema) -> Iterator[Field]:
    """The columns in which a person may be typed: those of free text, and a title by which rows are
    told apart."""
    known = mailboxes.open_fields(table.name)
    for field in table.fields:
        is_title = field.kind is CellKind.TEXT and field.name in table.key
        if field in known or (is_title and not field.values and not field.refers):
            yield field


def _fault(problem: Problem) -> tuple[str, ...]:
    return problem.file, problem.column, problem.value, problem.message
