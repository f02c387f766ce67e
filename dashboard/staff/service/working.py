"""A long work, in the process that does nothing else: a check, a publication, a return."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from dashboard.depot import NotKept
from dashboard.importers.imported import Refused as NotRead
from dashboard.postgres.address import Unreachable
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Draft
from dashboard.staff.checks.checking import check
from dashboard.staff.drafts import drafts, filing
from dashboard.staff.indexes.index_shelf import IndexShelf
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.jobs import FELL, JobKind, JobState
from dashboard.staff.jobs.task import Task, TaskStopped, opened
from dashboard.staff.public import truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.service.unwritten import end_of, trouble_of
from dashboard.staff.settings import StaffSettings
from dashboard.staff.versions.previewing import preview
from dashboard.staff.versions.publishing import publish, roll_back, withdraw

log = logging.getLogger(__name__)


def work(settings: StaffSettings, number: int) -> None:
    """Do that work, and keep how it ended: never raises for what a file does. SystemExit says how,
    as ``unwritten.ENDS`` has it, where the disk or the base does not take that either."""
    signal.signal(signal.SIGTERM, _stopped)
    base = StaffBase(settings.base)
    try:
        task = opened(settings, base, number)
        state, said = _done(task)
        with base.unit() as unit:
            jobs.conclude(unit, task.job, state, said)
        _index(task)
    except TaskStopped:
        return
    except Exception as error:
        log.exception("la fin du travail %s n’est pas écrite", number)
        raise SystemExit(end_of(error)) from error
    finally:
        base.close()


def _index(task: Task) -> None:
    """Have the tables that the public now sees indexed here, once the work is said to be done: a
    page then waits for none of them. Whatever is amiss, the page that needs one makes it."""
    if task.job.kind in jobs.HARMLESS:
        return
    try:
        IndexShelf(task.settings).prepare(truth.truth(task.settings).files)
    except Exception:
        log.exception("les tables ne sont pas indexées")


def _stopped(*_: object) -> None:
    raise TaskStopped


def _done(task: Task) -> tuple[JobState, str]:
    kind = JobKind(task.job.kind)
    try:
        with _files(task), nullcontext() if kind in jobs.HARMLESS else _alone(task):
            return JobState.DONE, DO[kind](task)
    except (NotDone, NotKept, NotRead, Unreachable) as error:
        return JobState.FAILED, _said(error, str(error))
    except Exception as error:  # The last net: whatever fails, the person reads a sentence.
        log.exception("travail %s", task.job.id)
        return JobState.FAILED, _said(error, FELL)


def _said(error: Exception, otherwise: str) -> str:
    trouble = trouble_of(error)
    return trouble.job if trouble else otherwise


@contextmanager
def _files(task: Task) -> Iterator[None]:
    """The files of its draft here as on every server, before and after."""
    if task.draft is None:
        yield
        return
    place = drafts.place(task.settings, task.draft.id)
    filing.fetch(place)
    try:
        yield
    finally:
        _send(task, task.draft.id)


def _send(task: Task, number: int) -> None:
    """Give the other servers the files of that draft, without what no check says any more: the
    version it started from may have been withdrawn while this work ran."""
    with task.base.unit() as unit:
        draft = unit.get_one(Draft, number)
        if draft.state == drafts.DraftState.UNCHECKED:
            drafts.forget_result(task.settings, draft)
        filing.send(drafts.place(task.settings, number))


def _alone(task: Task) -> AbstractContextManager[None]:
    """What the public sees is changed by one server at a time."""
    return task.base.alone(task.settings.territory)


DO: dict[JobKind, Callable[[Task], str]] = {
    JobKind.CHECK: check,
    JobKind.PREVIEW: preview,
    JobKind.PUBLISH: publish,
    JobKind.ROLL_BACK: roll_back,
    JobKind.WITHDRAW: withdraw,
}
"""How each kind of work is done."""
