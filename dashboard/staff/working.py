"""A long work, in the process that does nothing else: a check, a publication, a return."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from dashboard.depot import Refused as NotKept
from dashboard.importers.imported import Refused as NotRead
from dashboard.postgres.address import Unreachable
from dashboard.staff import drafts, filing, jobs
from dashboard.staff.base import Base
from dashboard.staff.base.tables import Job
from dashboard.staff.checking import check
from dashboard.staff.jobs import FELL, Kind, State
from dashboard.staff.previewing import preview
from dashboard.staff.publishing import publish, roll_back, withdraw
from dashboard.staff.refusal import Refused
from dashboard.staff.settings import Settings
from dashboard.staff.task import Stopped, Task, opened

log = logging.getLogger(__name__)


def work(settings: Settings, number: int) -> None:
    """Do that work, and keep how it ended: never raises for what a file or a disk does."""
    signal.signal(signal.SIGTERM, _stopped)
    base = Base(settings.base)
    try:
        state, said = _done(opened(settings, base, number))
        with base.unit() as unit:
            jobs.finish(unit, unit.get_one(Job, number), state, said)
    except Stopped:
        return
    finally:
        base.close()


def _stopped(*_: object) -> None:
    raise Stopped


def _done(task: Task) -> tuple[State, str]:
    kind = Kind(task.job.kind)
    try:
        with _files(task), nullcontext() if kind in jobs.HARMLESS else _alone(task):
            return State.DONE, DO[kind](task)
    except (Refused, NotKept, NotRead, Unreachable) as error:
        return State.FAILED, str(error)
    except Exception:  # The last net: whatever fails, the person reads a sentence.
        log.exception("travail %s", task.job.id)
        return State.FAILED, FELL


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
        filing.send(place)


def _alone(task: Task) -> AbstractContextManager[None]:
    """What the public sees is changed by one server at a time."""
    return task.base.alone(task.settings.territory)


DO: dict[Kind, Callable[[Task], str]] = {
    Kind.CHECK: check,
    Kind.PREVIEW: preview,
    Kind.PUBLISH: publish,
    Kind.ROLL_BACK: roll_back,
    Kind.WITHDRAW: withdraw,
}
"""How each kind of work is done."""
