"""A long work, in the process that does nothing else: a check, a publication, a return."""

from __future__ import annotations

import logging
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session as Unit

from dashboard import publication
from dashboard.depot import Deposit, Depot, Origin
from dashboard.depot import Refused as NotKept
from dashboard.depot.laid import laid, lifted
from dashboard.importers import apply, entry
from dashboard.importers.imported import Refused as NotRead
from dashboard.publication import Report
from dashboard.schema import check_folder
from dashboard.staff import drafts, findings, jobs, journal, truth
from dashboard.staff.base import Base
from dashboard.staff.base.tables import Account, Draft, Job
from dashboard.staff.findings import Found
from dashboard.staff.jobs import FELL, Kind, State
from dashboard.staff.journal import Act
from dashboard.staff.people import signature
from dashboard.staff.rebasing import rebased
from dashboard.staff.refusal import Refused
from dashboard.staff.settings import Settings
from dashboard.staff.truth import Truth

Tell = Callable[[str], None]
log = logging.getLogger(__name__)


class Stopped(BaseException):
    """The work is no longer wanted: nothing below may take it for a failure."""


@dataclass(frozen=True)
class Work:
    """A work that was taken: what it is about, who asked, and how to say how far it has come."""

    settings: Settings
    base: Base
    job: Job
    account: Account
    draft: Draft | None

    def tell(self, step: str) -> None:
        """Say how far it has come; Stopped where it is no longer wanted."""
        with self.base.unit() as unit:
            wanted = jobs.advance(unit, self.job.id, step)
        if not wanted:
            raise Stopped

    @property
    def why(self) -> str:
        """The reason that was given."""
        return str(self.job.asked.get("why", ""))


def work(settings: Settings, number: int) -> None:
    """Do that work, and keep how it ended: never raises for what a file or a disk does."""
    signal.signal(signal.SIGTERM, _stopped)
    base = Base(settings.base)
    try:
        found = _opened(settings, base, number)
        state, said = _done(found)
        with base.unit() as unit:
            jobs.finish(unit, unit.get_one(Job, number), state, said)
    except Stopped:
        return
    finally:
        base.close()


def _stopped(*_: object) -> None:
    raise Stopped


def _opened(settings: Settings, base: Base, number: int) -> Work:
    with base.unit() as unit:
        job = unit.get_one(Job, number)
        draft = unit.get(Draft, job.draft) if job.draft else None
        return Work(settings, base, job, unit.get_one(Account, job.account), draft)


def _done(found: Work) -> tuple[State, str]:
    try:
        return State.DONE, DO[Kind(found.job.kind)](found)
    except (Refused, NotKept, NotRead) as error:
        return State.FAILED, str(error)
    except Exception:  # The last net: whatever fails, the person reads a sentence.
        log.exception("travail %s", found.job.id)
        return State.FAILED, FELL


def _draft(found: Work) -> Draft:
    if found.draft is None or found.draft.state not in drafts.OPEN:
        raise Refused("Ce brouillon n’existe plus, ou il est déjà publié.")
    return found.draft


def check(found: Work) -> str:
    """Read the file of a draft on top of what the public sees, and keep all that is found."""
    draft = _draft(found)
    found.tell("Je prépare une copie des données.")
    held = truth.truth(found.settings)
    folder = drafts.result(found.settings, draft)
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in held.files.items():
        (folder / name).write_bytes(content)
    found.tell("Je lis le fichier.")
    said, ready = _read(drafts.received(found.settings, draft), folder, found.tell)
    if ready:
        found.tell("Je compare avec ce qui est publié.")
        said |= findings.differences(held.files, lifted(folder))
    with found.base.unit() as unit:
        drafts.checked(unit, draft.id, held.version, said, ready)
    return "Le fichier est lu : voyez ce qui change." if ready else "Le fichier n’entre pas."


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


def publish(found: Work) -> str:
    """Make a version of a draft, and have it served; where another was published since it was
    checked, put it on top of that one instead, to be read again."""
    draft = _draft(found)
    if draft.state != drafts.State.READY:
        raise Refused("Ce brouillon n’est pas prêt : corrigez son fichier, déposez-le de nouveau.")
    held = truth.truth(found.settings)
    if held.version != draft.base:
        return _rebase(found, draft, held)
    found.tell("Je vérifie toutes les tables.")
    folder = drafts.result(found.settings, draft)
    _check_tables(folder)
    said = draft.found
    origin = Origin(draft.file, draft.checksum, said["title"], ", ".join(said["licence"]))
    deposit = Deposit(found.account.name, found.why, origin)
    version = truth.keep(found.settings, lifted(folder), deposit)
    found.tell(f"Je publie la version {version.number}.")
    _serve(found, version.number)
    with found.base.unit() as unit:
        drafts.published(unit, found.settings, draft.id, version.number)
        _told(unit, found, Act.PUBLISHED, f"version {version.number}, {draft.file}")
    return f"La version {version.number} est publiée."


def _rebase(found: Work, draft: Draft, held: Truth) -> str:
    """Put the draft on top of what the public now sees, to be read again; Refused where both change
    the same cells."""
    found.tell("Une autre version a été publiée : je rapproche les deux.")
    said, ready, told = rebased(found.settings, draft, held)
    with found.base.unit() as unit:
        drafts.checked(unit, draft.id, held.version if ready else draft.base, said, ready)
    if not ready:
        raise Refused(told)
    return told


def _check_tables(folder: Path) -> None:
    wrong = [problem for problem in check_folder(folder) if problem.blocking]
    if wrong:
        raise Refused(f"Les tables ne peuvent pas être publiées : {wrong[0].sentence()}")


def roll_back(found: Work) -> str:
    """Have that earlier version served again."""
    number = int(found.job.asked["version"])
    found.tell(f"Je remets la version {number}.")
    _serve(found, number)
    with found.base.unit() as unit:
        _told(unit, found, Act.ROLLED_BACK, f"version {number}")
    return f"La version {number} est de nouveau servie."


def _serve(found: Work, number: int) -> None:
    depot = Depot(found.settings.var)
    version = depot.version(found.settings.territory, number)
    with laid(depot.files(version), found.settings.territory) as folder:
        report = publication.publish(folder, found.settings.var, version=number)
    if not report.accepted:
        raise Refused(_why(number, report))


def _why(number: int, report: Report) -> str:
    said = report.problems[0].sentence() if report.problems else "raison inconnue."
    return f"La version {number} est gardée mais n’est pas publiée : {said}"


def _told(unit: Unit, found: Work, act: Act, what: str) -> None:
    who = signature(found.account.name, found.account.email)
    journal.write(unit, found.settings.territory, who, act, what, found.why)


DO: dict[Kind, Callable[[Work], str]] = {
    Kind.CHECK: check,
    Kind.PUBLISH: publish,
    Kind.ROLL_BACK: roll_back,
}
"""How each kind of work is done."""
