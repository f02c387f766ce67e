"""What changes what the public sees: a draft published, an earlier version again, one withdrawn."""

from __future__ import annotations

import datetime as dt
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from dashboard.depot import Deposit, Depot, Files, Version, VersionOrigin
from dashboard.depot.laid import lifted
from dashboard.domain import french
from dashboard.publication import JudgedSources, NotPublishable, judge
from dashboard.schema import Problem
from dashboard.staff.base.tables import Account, Approval, Draft
from dashboard.staff.checks import disputes
from dashboard.staff.checks.checking import check
from dashboard.staff.checks.rebasing import outcome
from dashboard.staff.drafts import drafts
from dashboard.staff.jobs.gauge import PUBLICATION, RETURN
from dashboard.staff.jobs.task import GaugedTask, Task
from dashboard.staff.journal import Act
from dashboard.staff.public import truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings
from dashboard.staff.versions import approvals, withdrawing
from dashboard.staff.versions.withdrawing import WithdrawalOrder
from dashboard.system import clock


def publish(task: Task) -> str:
    """Make a version of a draft, and have it served; where another was published since it was
    checked, put it on top of that one instead, to be read again. Who was stopped once it was served
    begins again, and has it told. NotDone where the draft is no longer what was read and confirmed,
    or who asked no longer an editor."""
    _check_editor(task)
    draft = drafts.still_open(task.draft)
    with task.base.unit() as unit:
        disputes.check_settled(unit, draft)
    drafts.check_ready(task.settings, draft)
    if task.job.asked.get("read") != drafts.fingerprint(draft):
        raise NotDone(drafts.CHANGED)
    approval = _approved(task, draft)
    held = truth.truth(task.settings)
    folder = drafts.result(task.settings, draft)
    files = lifted(folder)
    if not truth.is_still(held.version, draft.base) and held.files != files:
        return _rebase(task, draft)
    deposit = Deposit(_who(task, draft, approval), task.why, _origin(draft))
    with task.gauged(PUBLICATION, 0, _size(files)) as gauged:
        version = _kept(gauged, folder, files, deposit)
    with task.base.unit() as unit:
        drafts.published(unit, task.settings, draft.id, version.number)
        if approval is not None:
            approvals.give(unit, approval.id, task.account)
        task.note(unit, Act.PUBLISHED, f"version {version.number}, {draft.file}")
    return f"La version {version.number} est publiée."


def _kept(task: GaugedTask, folder: Path, files: Files, deposit: Deposit) -> Version:
    """The version that holds these files, those of that folder, now served."""
    known = _judged(folder)
    task.begin("dépôt")
    version = truth.keep(task.settings, files, deposit)
    task.begin("tableau")
    truth.serve(task.settings, version.number, task.why, known)
    return version


def _size(files: Files) -> int:
    return sum(map(len, files.values()))


def _check_editor(task: Task) -> None:
    """A work waits: its account may have been closed, or given another role, meanwhile."""
    if not approvals.is_editor(task.account):
        raise NotDone(approvals.NO_MORE)


def _origin(draft: Draft) -> VersionOrigin:
    said = draft.found
    return VersionOrigin(draft.file, draft.checksum, said["title"], ", ".join(said["licence"]))


def _approved(task: Task, draft: Draft) -> Approval | None:
    """The request of another person by which that draft is published; None where none is needed.
    Refused where there is none."""
    if not approvals.needed(task.settings):
        return None
    with task.base.unit() as unit:
        return approvals.checked(unit, draft, task.account.id)


def _who(task: Task, draft: Draft, approval: Approval | None) -> str:
    """Who publishes; who approves, where another asks; whose draft it is, where that is neither."""
    asks = task.account.id if approval is None else approval.account
    with task.base.unit() as unit:
        names = {one: unit.get_one(Account, one).name for one in (asks, draft.owner)}
    said = [names[asks]]
    if approval is not None:
        said.append(f"avec l’accord de {task.account.name}")
    if draft.owner not in (asks, task.account.id):
        said.append(f"sur un brouillon de {names[draft.owner]}")
    return ", ".join(said)


def _rebase(task: Task, draft: Draft) -> str:
    """Have the draft checked on top of what the public now sees, to be read again; NotDone where
    that does not let it be published."""
    task.tell("Une autre version a été publiée : je rapproche les deux.")
    check(task)
    with task.base.unit() as unit:
        made = unit.get_one(Draft, draft.id)
    ready = made.state == drafts.DraftState.READY
    told = outcome(made.found, ready)
    if not ready:
        raise NotDone(told)
    return told


def _judged(folder: Path) -> JudgedSources:
    """What that folder holds, which can be published; NotDone where it cannot: no version is then
    kept of it."""
    try:
        found = judge(folder)
    except NotPublishable as error:
        raise _not_done(error.problem) from error
    if found.problems:
        raise _not_done(found.problems[0])
    return found


def _not_done(wrong: Problem) -> NotDone:
    return NotDone(f"Les tables ne peuvent pas être publiées : {wrong.sentence()}")


def roll_back(task: Task) -> str:
    """Have that earlier version served again. NotDone where who asked is no longer an editor."""
    _check_editor(task)
    number = int(task.job.asked["version"])
    with _returned(task, number):
        truth.serve(task.settings, number, task.why)
    with task.base.unit() as unit:
        task.note(unit, Act.ROLLED_BACK, _named(task.settings, number))
    return f"La version {number} est de nouveau servie."


def _named(settings: StaffSettings, number: int) -> str:
    """That version by its day and by why it was made, as the journal tells it from others."""
    version = Depot(settings.var).version(settings.territory, number)
    day = clock.here(dt.datetime.fromisoformat(version.when)).date()
    return f"version {number} du {french.date(day)}, « {version.deposit.why} »"


def withdraw(task: Task) -> str:
    """Withdraw these versions everywhere, for good: what goes and what is shown instead are judged
    now, for others may have been published or withdrawn since it was asked."""
    asked = task.job.asked
    numbers = withdrawing.going(task.settings, frozenset(map(int, asked["versions"])))
    served = withdrawing.instead(task.settings, numbers, int(asked["served"]))
    task.tell("Je retire, et je sers une autre version s’il le faut.")
    done = WithdrawalOrder(task.account.name, task.signature, task.why)
    with _returned(task, served) if served else nullcontext():
        return withdrawing.withdraw(task.settings, task.base, numbers, served, done)


def _returned(task: Task, number: int) -> AbstractContextManager[GaugedTask]:
    """The work, which tells how far it has come while that version is served again."""
    held, asked = truth.truth(task.settings), truth.at(task.settings, number)
    return task.gauged(RETURN, _size(held.files), _size(asked.files))
