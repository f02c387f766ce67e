"""A long work, followed: the page asks for itself again until it ends, and is answered once there
is something new to say. No script."""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, abort, redirect, request, url_for
from sqlalchemy.orm import Session as Unit
from werkzeug.wrappers import Response

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base.tables import Draft, Job
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import done, not_done, page
from dashboard.staff.drafts import drafts
from dashboard.staff.jobs import jobs as keeping
from dashboard.staff.jobs.jobs import JobKind, JobState
from dashboard.staff.refusal import NotDone

jobs = Blueprint("jobs", __name__, url_prefix="/agents/travaux")

NEEDS = {
    JobKind.CHECK: StaffRole.WRITER,
    JobKind.PREVIEW: StaffRole.READER,
    JobKind.PUBLISH: StaffRole.EDITOR,
    JobKind.ROLL_BACK: StaffRole.EDITOR,
    JobKind.WITHDRAW: StaffRole.EDITOR,
}
"""Who may have each kind of work done, cancelled, done again."""

PATIENCE, HELD, LOOK = 1.5, 5.0, 0.05
"""Seconds that the first page of a work waits for its end, that those after wait for something new
to say, and between two looks at it."""
SEATS = threading.BoundedSemaphore(4)
"""Pages that may wait at once: each takes a thread, and the others have to be answered too."""


@jobs.get("/<int:number>")
@opened_to(StaffRole.READER)
def show(number: int) -> str | Response:
    """How far it has come; what it was about, once it is done."""
    job, draft = _awaited(number)
    if job.state != JobState.DONE:
        follows = request.args.get("suivi") != "non"
        pending = job.state in keeping.PENDING
        parted = draft is not None and draft.state == drafts.DraftState.DISPUTED
        said = {"pendant": pending, "suivi": follows, "vu": _mark(job), "a_departager": parted}
        mine = person().may(NEEDS[JobKind(job.kind)])
        return page("travail", travail=job, etats=JobState, peut=mine, **said)
    if job.kind == JobKind.PREVIEW and draft is not None and draft.state in drafts.OPEN:
        return redirect(url_for("previews.seen", number=draft.id), 303)
    if job.kind != JobKind.CHECK:
        done(job.said)
    if (
        draft is not None
        and draft.state == drafts.DraftState.UNMATCHED
        and person().may(StaffRole.WRITER)
    ):
        return redirect(url_for("columns.show", number=draft.id), 303)
    if draft is not None and draft.state in drafts.OPEN:
        return redirect(url_for("drafts.show", number=draft.id), 303)
    return redirect(url_for("versions.index"), 303)


@jobs.post("/<int:number>/annuler")
@opened_to(StaffRole.READER)
def cancel(number: int) -> Response:
    """Have it stopped."""
    try:
        with unit() as made:
            keeping.cancel(made, _mine(made, number))
    except NotDone as error:
        not_done(str(error))
    return redirect(url_for("jobs.show", number=number), 303)


@jobs.post("/<int:number>/relancer")
@opened_to(StaffRole.READER)
def again(number: int) -> Response:
    """Have it done once more."""
    try:
        with unit() as made:
            number = keeping.again(made, _mine(made, number), person().id).id
    except NotDone as error:
        not_done(str(error))
    return redirect(url_for("jobs.show", number=number), 303)


def _awaited(number: int) -> tuple[Job, Draft | None]:
    """That work and its draft, once it is no longer pending or has come further than the page that
    asks; as they are when one has waited long enough, or as many wait as may: most works end before
    a page would ask again."""
    seen = request.args.get("vu", "")
    end = time.monotonic() + (HELD if seen else PATIENCE)
    with _seat() as seated:
        while True:
            job, draft = _found(number)
            waits = job.state in keeping.PENDING and seen in ("", _mark(job))
            if not (seated and waits) or time.monotonic() > end:
                return job, draft
            time.sleep(LOOK)


@contextmanager
def _seat() -> Iterator[bool]:
    """Whether one more page may wait, for as long as it does."""
    seated = SEATS.acquire(blocking=False)
    try:
        yield seated
    finally:
        if seated:
            SEATS.release()


def _mark(job: Job) -> str:
    """What tells how far that work has come from how far it had."""
    return f"{zlib.crc32(f'{job.state} {job.step} {job.share}'.encode()):08x}"


def _found(number: int) -> tuple[Job, Draft | None]:
    with desk().base.beside() as made:
        job = _job(made, number)
        return job, made.get(Draft, job.draft) if job.draft else None


def _job(made: Unit, number: int) -> Job:
    found = keeping.of(made, desk().territory, number)
    if found is None:
        abort(404)
    return found


def _mine(made: Unit, number: int) -> Job:
    """That work, for who may have it done."""
    found = _job(made, number)
    if not person().may(NEEDS[JobKind(found.kind)]):
        abort(403)
    return found
