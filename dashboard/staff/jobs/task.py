"""A long work as it is done: what it is about, who asked, how it says how far it has come."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session as Unit

from dashboard.publication import steps
from dashboard.staff import journal
from dashboard.staff.accounts.person import signature
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Draft, Job
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.gauge import Gauge, Part
from dashboard.staff.journal import Act
from dashboard.staff.settings import StaffSettings
from dashboard.system import progress
from dashboard.system.progress import Said

EVENT, SIZED = "observatoire.travail", "observatoire.travail.taille"
"""The audit events (``sys.addaudithook``) of a work that tells how far it has come: at each word,
the part under way, how much of it is done, 0 to 1, and the percentage said of the whole; before the
first one, the bytes of its file and of its tables."""


class TaskStopped(BaseException):
    """The work is no longer wanted: nothing below may take it for a failure."""


@dataclass(frozen=True)
class Task:
    """A work that was taken, with its draft if it has one."""

    settings: StaffSettings
    base: StaffBase
    job: Job
    account: Account
    draft: Draft | None

    @contextmanager
    def gauged(self, parts: tuple[Part, ...], file: int, tables: int) -> Iterator[GaugedTask]:
        """The same work, which tells meanwhile how much is behind: its parts, the first of which
        begins, the bytes of its file and those of the tables that it reads."""
        sys.audit(SIZED, file, tables)
        task = GaugedTask(**vars(self), gauge=Gauge(parts, file, tables))
        task.begin(parts[0].name)
        with progress.followed(task.hear), steps.followed(task.end):
            yield task

    def tell(self, step: str) -> None:
        """Say what is being done. TaskStopped where it is no longer wanted."""
        self._advance(step, None)

    def _advance(self, step: str, share: int | None) -> None:
        with self.base.beside() as unit:
            wanted = jobs.advance(unit, self.job, step, share)
        if not wanted:
            raise TaskStopped

    @property
    def why(self) -> str:
        """The reason that was given."""
        return str(self.job.asked.get("why", ""))

    @property
    def signature(self) -> str:
        """Who asked, as the journal says it."""
        return signature(self.account.name, self.account.email)

    def note(self, unit: Unit, act: Act, what: str) -> None:
        """Write in the journal that who asked does this, and why."""
        journal.write(unit, self.settings.territory, self.signature, act, what, self.why)


@dataclass(frozen=True)
class GaugedTask(Task):
    """A work that tells how much of it is behind."""

    gauge: Gauge

    def begin(self, part: str) -> None:
        """Say that that part begins. TaskStopped where the work is no longer wanted."""
        self.gauge.begin(part)
        self._audit(0.0)
        self._say("")

    def end(self, part: str) -> None:
        """Say that what follows that part begins, where it is one of those that are left."""
        if self.gauge.end(part):
            self._audit(0.0)
            self._say("")

    def hear(self, said: Said) -> None:
        """Say how far the part under way has come, where the percentage moves."""
        moves = self.gauge.at(said.done)
        self._audit(said.done)
        if moves:
            self._say(said)

    def tell(self, step: str) -> None:
        """Say what is being done, which is no part of its own."""
        self._advance(step, self.gauge.share)

    def _audit(self, done: float) -> None:
        sys.audit(EVENT, self.gauge.part.name, done, self.gauge.share)

    def _say(self, counts: str) -> None:
        self._advance(" ".join(filter(None, (self.gauge.sentence, counts))), self.gauge.share)


def opened(settings: StaffSettings, base: StaffBase, number: int) -> Task:
    """The work of that number, which was taken."""
    with base.unit() as unit:
        job = unit.get_one(Job, number)
        draft = unit.get(Draft, job.draft) if job.draft else None
        return Task(settings, base, job, unit.get_one(Account, job.account), draft)
