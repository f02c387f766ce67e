"""A draft that another publication passed: put on top of it row by row, or both values shown."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from dashboard.depot import Depot, Files
from dashboard.depot.laid import lifted
from dashboard.depot.merge import merged
from dashboard.staff import drafts, findings, truth
from dashboard.staff.base.tables import Draft
from dashboard.staff.findings import StoredFindings
from dashboard.staff.settings import StaffSettings
from dashboard.staff.truth import Truth

SHOWN = 200
"""Collisions that are kept to be shown."""
REBASED = (
    "La version {number} a été publiée par {who} pendant que ce brouillon attendait. Vos lignes y "
    "sont maintenant ajoutées : relisez ce qui change, puis publiez."
)
COLLIDES = (
    "La version {number}, publiée par {who} pendant que ce brouillon attendait, change les mêmes "
    "cases que lui. Rien n’est écrasé : voyez les deux valeurs, puis corrigez, ou contrôlez de "
    "nouveau : il l’emportera."
)


def rebased(settings: StaffSettings, draft: Draft, held: Truth) -> tuple[StoredFindings, bool, str]:
    """What is found of that draft on top of what the public now sees, whether it may be published,
    and what to tell; its folder is then that of the two together. Nothing is written where they
    collide."""
    folder = drafts.result(settings, draft)
    files, collisions = merged(truth.at(settings, draft.base).files, held.files, lifted(folder))
    told = {"number": held.version, "who": _who(settings, held.version)}
    if collisions:
        shown = [asdict(one) for one in collisions[:SHOWN]]
        found = {**draft.found, "collisions": shown, "seen": held.version}
        return found, False, COLLIDES.format(**told)
    drafts.forget_preview(settings, draft.id)
    for name in {path.name for path in folder.iterdir()} - set(files):
        (folder / name).unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return _again(draft, held, files), True, REBASED.format(**told)


def _again(draft: Draft, held: Truth, files: Files) -> dict[str, Any]:
    return {**draft.found, "collisions": None, **findings.differences(held.files, files)}


def _who(settings: StaffSettings, number: int) -> str:
    return Depot(settings.var).version(settings.territory, number).deposit.who
