"""Long works in their table: asked, taken one at a time, followed, cancelled, asked again."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session as Unit

from dashboard.staff.base.tables import Draft, Job
from dashboard.staff.journal import Act, now, write
from dashboard.staff.mail import mailing
from dashboard.staff.refusal import NotDone
from dashboard.system.environment import days_of_drafts

AT_ONCE = 3
"""Works of one person that wait or run."""
SHOWN = 20
SILENT = dt.timedelta(minutes=2)
"""How long a bench may say nothing of a work before it is taken for gone."""


class JobKind(StrEnum):
    """What can be long."""

    CHECK = "contrôle"
    PREVIEW = "aperçu"
    PUBLISH = "publication"
    ROLL_BACK = "retour"
    WITHDRAW = "retrait"


class JobState(StrEnum):
    """Where a work stands."""

    WAITING = "en attente"
    RUNNING = "en cours"
    STOPPING = "arrêt demandé"
    DONE = "fini"
    FAILED = "échoué"
    CANCELLED = "annulé"


HARMLESS = (JobKind.CHECK, JobKind.PREVIEW)
"""What can be stopped at any moment: the public sees nothing of it."""
UNFINISHED = (JobState.RUNNING, JobState.STOPPING)
PENDING = (JobState.WAITING, *UNFINISHED)
INTERRUPTED = "Le site s’est arrêté pendant ce travail : relancez-le."
BUSY = (
    "Ce brouillon est en cours de contrôle, d’aperçu ou de publication : attendez la fin de ce "
    "travail, ou annulez-le."
)
FELL = "Ce travail s’est arrêté net : relancez-le, et signalez-le s’il s’arrête encore."


def ask(
    unit: Unit, account: int, territory: str, kind: JobKind, draft: Draft | None, **asked: Any
) -> Job:
    """A new work, for that person; NotDone where she has three that are not done, or where another
    one on that draft is not."""
    if draft is not None:
        check_free(unit, draft)
    mine = select(func.count()).where(Job.account == account, Job.state.in_(PENDING))
    if (unit.scalar(mine) or 0) >= AT_ONCE:
        raise NotDone("Trois de vos travaux ne sont pas finis : attendez qu’ils le soient.")
    job = Job(
        territory=territory,
        account=account,
        draft=draft.id if draft else None,
        kind=str(kind),
        asked=asked,
        state=str(JobState.WAITING),
        step="",
        said="",
        created=now(),
    )
    unit.add(job)
    unit.flush()
    return job


def check_free(unit: Unit, draft: Draft) -> None:
    """NotDone while a work on that draft waits or runs: it reads what another would change."""
    if is_busy(unit, draft):
        raise NotDone(BUSY)


def is_busy(unit: Unit, draft: Draft) -> bool:
    """Whether a work on that draft waits or runs."""
    pending = select(Job.id).where(Job.draft == draft.id, Job.state.in_(PENDING)).limit(1)
    return unit.scalar(pending) is not None


def take(unit: Unit, territory: str, bench: str) -> Job | None:
    """The work that has waited longest, from now on running on that bench; None where none waits.
    One that another bench is taking is passed over, not waited for."""
    waiting = select(Job).where(Job.territory == territory, Job.state == JobState.WAITING)
    first = waiting.order_by(Job.id).limit(1).with_for_update(skip_locked=True)
    job = unit.scalars(first).one_or_none()
    if job is not None:
        job.state, job.begun = str(JobState.RUNNING), now()
        job.bench, job.seen, job.share = bench, now(), None
    return job


def attended(unit: Unit, number: int) -> None:
    """Say that the bench of that work still is at it."""
    unit.execute(update(Job).where(Job.id == number).values(seen=now()))


def advance(unit: Unit, job: Job, step: str, share: int | None = None) -> bool:
    """Say how far that work has come, as it was taken, and how much of its time is behind, in
    hundredths, where one can tell; whether it is still to be done: it is not where it was said to
    have ended, or taken again."""
    same = (Job.id == job.id, Job.begun == job.begun, Job.state == JobState.RUNNING)
    done = unit.execute(update(Job).where(*same).values(step=step, share=share))
    return bool(getattr(done, "rowcount", 0))


def conclude(unit: Unit, job: Job, state: JobState, said: str) -> None:
    """Keep how that work ended, as it was taken; nothing where another said before how it did, or
    took it again."""
    found = unit.get_one(Job, job.id, with_for_update=True)
    if found.state in UNFINISHED and found.begun == job.begun:
        finish(unit, found, state, said)


def finish(unit: Unit, job: Job, state: JobState, said: str) -> None:
    """Keep how it ended, and what was asked only where it may be asked again; the journal says what
    failed or was cancelled, a mail that it ended."""
    job.state, job.said, job.ended = str(state), said, now()
    if state == JobState.DONE:
        job.asked = {}
    if state != JobState.CANCELLED:
        mailing.job_ended(unit, job)
    acts = {JobState.FAILED: Act.FAILED, JobState.CANCELLED: Act.CANCELLED}
    if state in acts:
        write(unit, job.territory, "service", acts[state], f"{job.kind} n° {job.id}", said)


def cancel(unit: Unit, job: Job) -> None:
    """Have that work stopped; NotDone for one that is done, or that publishes: it is whole or is
    not, and takes a few seconds."""
    unit.refresh(job, with_for_update=True)  # a bench may be taking it
    if job.state == JobState.WAITING:
        finish(unit, job, JobState.CANCELLED, "Annulé avant d’avoir commencé.")
    elif job.state == JobState.RUNNING and job.kind in HARMLESS:
        job.state = str(JobState.STOPPING)
    else:
        raise NotDone("Ce travail ne peut plus être annulé.")


def interrupted(unit: Unit, territory: str, bench: str) -> None:
    """Say of the works that this bench left running, before it was started again, that they
    failed; a withdrawal is taken up again: it does what is left."""
    _let_go(unit, territory, Job.bench.is_(None) | (Job.bench == bench))


def abandoned(unit: Unit, territory: str) -> None:
    """The same of the works whose bench was not seen for two minutes: it may never come back."""
    _let_go(unit, territory, Job.seen < now() - SILENT)


def _let_go(unit: Unit, territory: str, which: ColumnElement[bool]) -> None:
    unfinished = (Job.territory == territory, Job.state.in_(UNFINISHED))
    for job in unit.scalars(select(Job).where(*unfinished, which)):
        if job.kind == JobKind.WITHDRAW:
            job.state = str(JobState.WAITING)
        else:
            finish(unit, job, JobState.FAILED, INTERRUPTED)


def forget(unit: Unit, draft: int) -> None:
    """Keep nothing of what was asked of that draft: corrections quote its cells."""
    unit.execute(update(Job).where(Job.draft == draft).values(asked={}))


def expire(unit: Unit, territory: str) -> None:
    """Forget the works that ended longer ago than drafts are kept."""
    days = days_of_drafts()
    if days:
        old = Job.ended < now() - dt.timedelta(days=days)
        unit.execute(delete(Job).where(Job.territory == territory, old))


def again(unit: Unit, job: Job, account: int) -> Job:
    """The same work once more; NotDone unless it failed or was cancelled."""
    if job.state not in (JobState.FAILED, JobState.CANCELLED):
        raise NotDone("Ce travail n’est pas à relancer.")
    draft = unit.get(Draft, job.draft) if job.draft else None
    return ask(unit, account, job.territory, JobKind(job.kind), draft, **job.asked)


def of(unit: Unit, territory: str, number: int) -> Job | None:
    """That work of that territory; None for any other."""
    job = unit.get(Job, number)
    return job if job is not None and job.territory == territory else None


def last(unit: Unit, territory: str) -> tuple[Job, ...]:
    """The last works, the newest first."""
    asked = select(Job).where(Job.territory == territory).order_by(Job.id.desc())
    return tuple(unit.scalars(asked.limit(SHOWN)))
