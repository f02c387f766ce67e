"""A draft that another publication passed: it says what that one changed, and is put on top of it
row by row, or shows both values."""

from __future__ import annotations

from dataclasses import asdict

from dashboard.depot import Depot, compare
from dashboard.depot.laid import lifted
from dashboard.depot.merge import merged
from dashboard.staff.base.tables import Draft
from dashboard.staff.checks import findings
from dashboard.staff.checks.findings import StoredFindings
from dashboard.staff.drafts import drafts
from dashboard.staff.public import truth
from dashboard.staff.public.truth import Truth
from dashboard.staff.settings import StaffSettings

REBASED = (
    "La version {number} a été publiée par {who} pendant que ce brouillon attendait. Vos lignes y "
    "sont maintenant ajoutées : relisez ce qui change, puis publiez."
)
COLLIDES = (
    "La version {number}, publiée par {who} pendant que ce brouillon attendait, change les mêmes "
    "cases que lui. Rien n’est écrasé : voyez les deux valeurs, puis choisissez."
)


def rebased(settings: StaffSettings, draft: Draft, held: Truth) -> tuple[StoredFindings, bool, str]:
    """What is found of that draft on top of what the public now sees, whether it may be published,
    and what to tell; its folder is then that of the two together. Nothing is written where they
    collide."""
    folder = drafts.result(settings, draft)
    files, collisions = merged(truth.at(settings, draft.base).files, held.files, lifted(folder))
    passed = since(settings, draft, held)
    if collisions:
        shown = [asdict(one) for one in collisions[: findings.COLLISIONS]]
        found = {**draft.found, "collisions": shown, "seen": held.version, "since": passed}
        return found, False, COLLIDES.format(**passed)
    drafts.forget_preview(settings, draft.id)
    for name in {path.name for path in folder.iterdir()} - set(files):
        (folder / name).unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    found = {**draft.found, "collisions": None, "since": passed}
    return found | findings.differences(held.files, files), True, REBASED.format(**passed)


def since(settings: StaffSettings, draft: Draft, held: Truth) -> StoredFindings:
    """What the public sees that was not there when that draft was last put on it: the number of the
    version, who published it, the rows that it changes."""
    before = truth.at(settings, draft.base)
    return {
        "number": held.version,
        "who": Depot(settings.var).version(settings.territory, held.version).deposit.who,
        "changes": findings.rows_of(compare.changes(before.files, held.files)),
    }
