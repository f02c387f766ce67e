"""What an import is, takes, refuses and changes, as lines of French for the operator."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.domain import french
from dashboard.importers.apply import Plan
from dashboard.importers.ground import SHAPES
from dashboard.importers.imported import Changes, Imported
from dashboard.schema import TABLES

_SHOWN = 20
"""Problems written in full; the others are counted."""


def told(planned: Plan) -> Iterator[str]:
    """The report of an import, line by line; what a file is first, what changes last."""
    imported = planned.imported
    yield f"C’est : {imported.title}."
    for note in imported.notes:
        yield f"  {french.typeset(note)}"
    yield from _account(imported)
    yield "Ce qui change :"
    for change in imported.changes:
        yield f"  {_change(change)}"
    if planned.questions:
        yield "À confirmer, hors de l’ordinaire :"
        yield from _problems([problem.sentence() for problem in planned.questions])
    if planned.remarks:
        yield "À vérifier dans les tables :"
        yield from _problems([problem.sentence() for problem in planned.remarks])
    if planned.problems:
        yield "Ce qui empêche d’écrire :"
        yield from _problems([problem.sentence() for problem in planned.problems])


def _account(imported: Imported) -> Iterator[str]:
    account = imported.account
    yield f"Le compte : {account.sentence()}"
    if account.aside:
        yield "Laissé de côté :"
        yield from (f"  {item.sentence(account.unit)}" for item in account.aside)
    if imported.refused:
        yield "Refusé :"
        yield from _problems([problem.sentence() for problem in imported.refused])
    if not (imported.refused or imported.remarks):
        yield "Rien n’est refusé."
    if imported.remarks:
        count = french.counted(len(imported.remarks), "case non reprise", "cases non reprises")
        yield f"À vérifier, {count} de lignes prises :"
        yield from _problems([problem.sentence() for problem in imported.remarks])


def _problems(sentences: list[str]) -> Iterator[str]:
    for sentence in sentences[:_SHOWN]:
        yield f"  {sentence}"
    left = len(sentences) - _SHOWN
    if left > 0:
        yield f"  et {french.counted(left, 'autre')}."


def _change(change: Changes) -> str:
    file = f"{SHAPES}.geojson" if change.table == SHAPES else TABLES[change.table].file
    if change.nothing:
        same = french.counted(change.same + change.kept, "ligne")
        return f"{file} : rien ({same} comme avant)."
    counts = (
        (change.added, "ajoutée", "ajoutées"),
        (change.changed, "changée", "changées"),
        (change.removed, "retirée", "retirées"),
        (change.same, "inchangée", "inchangées"),
        (change.kept, "gardée telle que corrigée", "gardées telles que corrigées"),
    )
    parts = [french.counted(count, one, many) for count, one, many in counts if count]
    return f"{file} : {french.listed(parts)}."
