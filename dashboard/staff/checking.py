"""Check a draft: read its file on top of what the public sees, and keep all that is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dashboard.depot.laid import lifted
from dashboard.importers import apply, entry
from dashboard.importers.imported import Refused as NotRead
from dashboard.staff import drafts, findings, mending, truth
from dashboard.staff.base.tables import Draft
from dashboard.staff.findings import Found
from dashboard.staff.settings import Settings
from dashboard.staff.task import Task

Tell = Callable[[str], None]


def check(task: Task) -> str:
    """What came of it, in a sentence."""
    draft = _corrected(task, task.open_draft())
    task.tell("Je prépare une copie des données.")
    held = truth.truth(task.settings)
    folder = drafts.result(task.settings, draft)
    drafts.forget_result(task.settings, draft)
    folder.mkdir(parents=True)
    for name, content in held.files.items():
        (folder / name).write_bytes(content)
    task.tell("Je lis le fichier.")
    said, ready = _read(drafts.received(task.settings, draft), folder, task.tell)
    if ready:
        task.tell("Je compare avec ce qui est publié.")
        said |= findings.differences(held.files, lifted(folder))
    _give_back(task.settings, draft, said)
    with task.base.unit() as unit:
        drafts.checked(unit, draft.id, held.version, said, ready)
    return "Le fichier est lu : voyez ce qui change." if ready else "Le fichier n’entre pas."


def _corrected(task: Task, draft: Draft) -> Draft:
    """The draft, once what was corrected in the page is in its file."""
    asked = task.job.asked.get("corrections")
    if not asked:
        return draft
    task.tell("Je corrige les cases du fichier.")
    new = mending.corrected(drafts.received(task.settings, draft), asked)
    with task.base.unit() as unit:
        return drafts.replace(unit, task.settings, draft.id, new.name, new.content, task.signature)


def _give_back(settings: Settings, draft: Draft, said: Found) -> None:
    """Keep the file with its faulty cells marked beside the draft."""
    path = drafts.marked(settings, draft.id)
    path.unlink(missing_ok=True)
    back = mending.given_back(drafts.received(settings, draft), said)
    said["cells"] = list(back.fields) if back else []
    if back is not None:
        path.write_bytes(back.content)


def _read(path: Path, folder: Path, tell: Tell) -> tuple[Found, bool]:
    """What is found, and whether something is written that may be published."""
    try:
        with entry.planned(path, folder, tell, entry.apart_at_once) as planned:
            said = findings.of_plan(planned)
            ready = not planned.problems and not planned.nothing
            if ready:
                tell("J’écris le brouillon.")
                apply.write(planned, folder)
            return said, ready
    except NotRead as error:
        return findings.refused(error.problem), False
