"""Check a draft: read its file, or its edits, on top of what the public sees, and keep all that is
found."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session as Unit

from dashboard.depot import Files
from dashboard.depot.laid import lifted
from dashboard.importers import apply, entry
from dashboard.importers.door.archive import texts_in
from dashboard.importers.door.confined import Tell
from dashboard.importers.imported import Document, Imported
from dashboard.importers.imported import Refused as NotRead
from dashboard.importers.matching.matching import Matching
from dashboard.importers.recognise import is_unknown
from dashboard.importers.territory_folder import TerritoryFolder
from dashboard.staff.base.tables import Draft
from dashboard.staff.checks import disputes, findings, laying, mending, rebasing, settling
from dashboard.staff.checks.disputes import left_of
from dashboard.staff.checks.findings import StoredFindings
from dashboard.staff.checks.rebasing import Rebased
from dashboard.staff.checks.settling import SettledEdits
from dashboard.staff.columns import matchings, remembering
from dashboard.staff.drafts import drafts, loading
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.gauge import CHECK, SINCE, TYPED
from dashboard.staff.jobs.task import GaugedTask, Task
from dashboard.staff.public import truth
from dashboard.staff.public.truth import Truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows import edits
from dashboard.staff.rows.edits import Workspace
from dashboard.staff.settings import StaffSettings
from dashboard.system.progress import Said

FITS = ("Le fichier est lu : voyez ce qui change.", "Vos changements sont lus : voyez-les.")
FAILS = ("Le fichier n’entre pas.", "Vos changements n’entrent pas.")
CHANGES_NOTHING = ("Le fichier ne change rien.", "Vos changements sont déjà publiés.")
"""What a check comes to, of a file and of what is typed."""
DISPUTED = "Une version publiée entre-temps change les mêmes cases : {left}."
WITHDRAWN = "La version de départ a été retirée pendant ce contrôle : relancez-le."
UNMATCHED = "Rien ne reconnaît ce fichier : dites ce que contient chaque colonne."


def check(task: Task) -> str:
    """What came of it, in a sentence. NotDone where the version it starts from was withdrawn
    meanwhile."""
    draft = _begun(task, drafts.still_open(task.draft))
    held = truth.truth(task.settings)
    parts, tables = TYPED if draft.typed else CHECK, sum(map(len, held.files.values()))
    passed = (SINCE,) if rebasing.is_passed(draft, held) else ()
    with task.gauged((*parts, *passed), _size(task, draft), tables) as gauged:
        return _checked(gauged, draft, held)


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """What a check found of a draft, and whether it may be published. ``rebased``: how it was put
    on what the public sees, None where it did not come to that; ``edits``: what those of a typed
    one become, None while what two people changed is not settled."""

    said: StoredFindings
    ready: bool
    rebased: Rebased | None = None
    edits: SettledEdits | None = None


def _checked(task: GaugedTask, draft: Draft, held: Truth) -> str:
    folder = drafts.result(task.settings, draft)
    folder.mkdir(parents=True)
    reading = (_typed if draft.typed else _loaded)(task, draft, held)
    said, ready = reading.said, reading.ready
    if ready:
        task.begin("comparaison")
        said |= findings.differences(held.files, lifted(folder))
        said["nothing"] = not said["changes"]
        ready = not (said["nothing"] and reading.rebased)
    if rebasing.is_passed(draft, held):
        task.begin("depuis")
        said["since"] = rebasing.since(task.settings, draft, held)
    asked = rebasing.told(reading.rebased) if reading.rebased is not None else None
    with task.base.unit() as unit:
        if truth.is_withdrawn(task.settings, held.version):
            raise NotDone(WITHDRAWN)
        if asked is not None:
            disputes.keep(unit, draft.id, asked)
        _keep(unit, unit.get_one(Draft, draft.id), held, replace(reading, said=said, ready=ready))
    return UNMATCHED if "sight" in said else _outcome(said, ready)[draft.typed]


def _keep(unit: Unit, draft: Draft, held: Truth, reading: CheckedDraft) -> None:
    """Keep what was found of that draft, and what it now stands on."""
    if reading.edits is not None:
        settling.rewrite(unit, draft, reading.edits)
    if not draft.typed and draft.start is None:
        draft.start = held.version
    left = reading.rebased is not None and reading.rebased.left
    base = draft.base if left else held.version
    drafts.checked(unit, draft.id, base, reading.said, reading.ready)


def _outcome(said: StoredFindings, ready: bool) -> tuple[str, str]:
    """What the check comes to, of a file and of what is typed."""
    if ready:
        return FITS
    left = drafts.unsettled(said)
    if left:
        return (DISPUTED.format(left=left_of(left)),) * 2
    return CHANGES_NOTHING if drafts.is_idle(said) else FAILS


def _typed(task: GaugedTask, draft: Draft, held: Truth) -> CheckedDraft:
    """Put the edits of the draft in the folder; what is found, and whether it may be published."""
    with task.base.unit() as unit:
        stand = edits.of_draft(unit, task.settings, draft)
        kept = disputes.decided(unit, draft)
    laid = laying.laid_out(stand, held, kept)
    folder = drafts.result(task.settings, draft)
    _fill(folder, laid.files)
    if laid.edits is None:
        said = {**laid.rebased.found(held), "title": laying.TITLE, "licence": []}
        return CheckedDraft(said, False, laid.rebased)
    task.begin("plan")
    made = tuple(one for one in laid.edits if one is not None)
    said, ready = laying.judged(folder, held, Workspace(draft, held.files, made))
    return CheckedDraft(said, ready, laid.rebased, laid.edits)


def _loaded(task: GaugedTask, draft: Draft, held: Truth) -> CheckedDraft:
    """Read the file of the draft on the folder; what is found, and whether it may be published."""
    folder = drafts.result(task.settings, draft)
    _fill(folder, held.files)
    said, ready = _matched(task, draft, folder)
    _give_back(task.settings, draft, said)
    if not ready or draft.start is None:
        return CheckedDraft(said, ready)
    rebased = _rebased(task, draft, held)
    _fill(folder, rebased.files)
    return CheckedDraft({**said, **rebased.found(held)}, not rebased.left, rebased)


def _rebased(task: GaugedTask, draft: Draft, held: Truth) -> Rebased:
    """The file of the draft, as it was read, on top of what was published since it was given."""
    start = truth.at(task.settings, rebasing.origin(draft)).files
    with task.base.unit() as unit:
        kept = disputes.decided(unit, draft)
    ours = lifted(drafts.result(task.settings, draft))
    return rebasing.together(start, held.files, ours, kept)


def _matched(task: GaugedTask, draft: Draft, folder: Path) -> tuple[StoredFindings, bool]:
    """What is found of the file by what was said of its columns, of this draft or of files of the
    same headings; as an importer reads it; else what its columns look like, to be said."""
    again = bool(task.job.asked.get("columns"))
    if draft.columns and not again:
        found, ready = _told(task, draft, folder, remembering.of(draft.columns))
        return {**found, "matched": ""}, ready
    found, ready = _told(task, draft, folder, None)
    return _sighted(task, draft, folder, found, again) if "unknown" in found else (found, ready)


def _sighted(
    task: GaugedTask, draft: Draft, folder: Path, unknown: StoredFindings, again: bool
) -> tuple[StoredFindings, bool]:
    """The same of a file that no importer knows; ``again`` where its columns are to be asked even
    though they were said once."""
    try:
        seen = entry.looked_at(drafts.kept_file(task.settings, draft), folder, fresh=False)
    except NotRead as error:
        return findings.refused(error.problem), False
    if seen is None:
        return unknown, False
    titles = [column.heading for column in seen.columns]
    with task.base.unit() as unit:
        held = remembering.remembered(unit, task.settings.territory, titles)
    if held is None or again or not matchings.may_be(draft, held.said.template):
        return {**unknown, "sight": asdict(seen)}, False
    found, ready = _told(task, draft, folder, held.said)
    return {**found, "matched": held.when.isoformat()}, ready


def _told(
    task: GaugedTask, draft: Draft, folder: Path, said: Matching | None
) -> tuple[StoredFindings, bool]:
    """What is found, a refusal among others; and whether something is written."""
    try:
        return _read(task, drafts.kept_file(task.settings, draft), folder, said)
    except NotRead as error:
        unknown = {"unknown": True} if is_unknown(error) else {}
        return {**findings.refused(error.problem), **unknown}, False


def _size(task: Task, draft: Draft) -> int:
    """The bytes of the file of that draft, those of its tables of text once open where it is a ZIP;
    none where it is typed."""
    if draft.typed:
        return 0
    path = drafts.kept_file(task.settings, draft)
    document = Document(path.name, path.read_bytes())
    return max(len(document.content), texts_in(document))


def _fill(folder: Path, files: Files) -> None:
    """Have that folder hold these files and no other."""
    for path in folder.iterdir():
        if path.name not in files:
            path.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _begun(task: Task, draft: Draft) -> Draft:
    """The draft, once nothing is left of a former check, and what was corrected in the page is in
    its file."""
    asked = task.job.asked.get("corrections")
    new = _corrected(task, draft, asked) if asked else None
    with task.base.unit() as unit:
        drafts.begun(unit, task.settings, draft.id)
        if new is None:
            return draft
        jobs.forget(unit, draft.id)
        return loading.replace(unit, task.settings, draft.id, new.name, new.content, task.signature)


def _corrected(task: Task, draft: Draft, asked: list[dict[str, Any]]) -> Document:
    """Its file, with those corrections."""
    task.tell("Je corrige les cases du fichier.")
    return mending.corrected(drafts.kept_file(task.settings, draft), asked)


def _give_back(settings: StaffSettings, draft: Draft, said: StoredFindings) -> None:
    """Keep the file with its faulty cells marked beside the draft."""
    path = drafts.marked(settings, draft.id)
    path.unlink(missing_ok=True)
    back = mending.given_back(drafts.kept_file(settings, draft), said)
    said["cells"] = list(back.fields) if back else []
    if back is not None:
        path.write_bytes(back.content)


def _read(
    task: GaugedTask, path: Path, folder: Path, said: Matching | None
) -> tuple[StoredFindings, bool]:
    """What is found, and whether something is written that may be published; Refused where the
    file cannot be read."""

    def tell(sentence: str) -> None:
        if isinstance(sentence, Said):
            task.hear(sentence)
        else:
            task.tell(sentence)

    def reading(document: Document, territory: TerritoryFolder, hear: Tell) -> Imported:
        task.begin("lecture")
        found = entry.apart_at_once(document, territory, hear, said)
        task.begin("plan")
        return found

    with entry.planned(path, folder, tell, reading) as planned:
        found = findings.of_plan(planned)
        ready = not planned.problems and not planned.nothing
        if ready:
            task.begin("écriture")
            apply.write(planned, folder)
        return found, ready
