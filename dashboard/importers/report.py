"""What an import is, takes, refuses and changes, as lines of French for the operator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboard.domain import french
from dashboard.importers.apply import Plan
from dashboard.importers.imported import Imported, TableChanges
from dashboard.importers.territory_folder import SHAPES
from dashboard.schema import TABLES, Problem, Problems

_SHOWN = 20
"""Problems written in full; the others are counted."""


def told(planned: Plan) -> Iterator[str]:
    """The report of an import, line by line; what a file is first, what changes last."""
    yield from _subject(planned.imported)
    yield from _account(planned.imported)
    yield from _consequence(planned)


def told_without_file(planned: Plan) -> Iterator[str]:
    """The same for what no file brought: there is no line to account for."""
    yield from _subject(planned.imported)
    yield from _consequence(planned)


def _subject(imported: Imported) -> Iterator[str]:
    yield f"C’est : {imported.title}."
    for note in imported.notes:
        yield f"  {french.typeset(note)}"


def _consequence(planned: Plan) -> Iterator[str]:
    yield "Ce qui change :"
    for change in planned.imported.changes:
        yield f"  {_change(change)}"
    if planned.questions:
        yield "À confirmer, hors de l’ordinaire :"
        yield from _problems(planned.questions)
    if planned.remarks:
        yield "À vérifier dans les tables :"
        yield from _problems(planned.remarks)
    if planned.problems:
        yield "Ce qui empêche d’écrire :"
        yield from _problems(planned.problems)


def _account(imported: Imported) -> Iterator[str]:
    account = imported.account
    yield f"Le compte : {account.sentence()}"
    if account.aside:
        yield "Laissé de côté :"
        yield from (f"  {item.sentence(account.unit)}" for item in account.aside)
    if imported.refused:
        yield "Refusé :"
        yield from _problems(imported.refused)
    if not (imported.refused or imported.remarks):
        yield "Rien n’est refusé."
    if imported.remarks:
        count = french.counted(len(imported.remarks), "case non reprise", "cases non reprises")
        yield f"À vérifier, {count} de lignes prises :"
        yield from _problems(imported.remarks)


def _problems(problems: Problems) -> Iterator[str]:
    """Each problem once, with the other rows where the same cell has the same fault."""
    alike: dict[Problem, list[int]] = {}
    for problem in problems:
        alike.setdefault(replace(problem, row=0), []).append(problem.row)
    for problem, rows in list(alike.items())[:_SHOWN]:
        yield f"  {replace(problem, row=rows[0]).sentence()}{_also(problem.unit, rows[1:])}"
    left = sum(len(rows) for rows in list(alike.values())[_SHOWN:])
    if left:
        yield f"  et {french.counted(left, 'autre')}."


def _also(unit: str, rows: list[int]) -> str:
    if not rows:
        return ""
    named = ", ".join(map(str, rows[:_SHOWN]))
    more = "…" if len(rows) > _SHOWN else "."
    return f" De même, {french.plural(len(rows), unit)} {named}{more}"


def _change(change: TableChanges) -> str:
    file = f"{SHAPES}.geojson" if change.table == SHAPES else TABLES[change.table].file
    if change.nothing:
        same = french.counted(change.same + change.kept, "ligne")
        return f"{file} : rien ({same} comme avant){_held(change)}."
    counts = (
        (change.added, "ajoutée", "ajoutées"),
        (change.changed, "changée", "changées"),
        (change.removed, "retirée", "retirées"),
        (change.same, "inchangée", "inchangées"),
        (change.kept, "gardée telle que corrigée", "gardées telles que corrigées"),
    )
    parts = [french.counted(count, one, many) for count, one, many in counts if count]
    return f"{file} : {french.listed(parts)}{_held(change)}."


def _held(change: TableChanges) -> str:
    """How many rows keep what staff corrected against the file."""
    if not change.corrected:
        return ""
    count = french.counted(change.corrected, "garde", "gardent")
    return f" ; {count} ce qui a été corrigé (pilier, thème, quartier ou âge)"
