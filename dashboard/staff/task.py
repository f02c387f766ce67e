"""A long work as it is done: what it is about, who asked, how it says how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session as Unit

from dashboard.publication import steps
from dashboard.staff import drafts, jobs, journal
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Draft, Job
from dashboard.staff.gauge import NEXT, Gauge, Part
from dashboard.staff.journal import Act
from dashboard.staff.person import signature
from dashboard.staff.refusal import NotDone
from dashboard.staff.settings import StaffSettings


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
    gauge: Gauge | None = None

    def gauged(self, parts: tuple[Part, ...], file: int, tables: int) -> Task:
        """The same work, of which one can tell how much is behind: its parts, the bytes of its file
        and those of the tables that it reads."""
        return replace(self, gauge=Gauge(parts, file, tables))

    def tell(self, step: str, part: str = "", done: float = 0.0) -> None:
        """Say how far it has come: which part is begun, and how much of it is done, 0 to 1, where
        one can tell. TaskStopped where it is no longer wanted."""
        share = self.gauge.at(part, done) if self.gauge and part else None
        with self.base.beside() as unit:
            wanted = jobs.advance(unit, self.job, step, share)
        if not wanted:
            raise TaskStopped

    @contextmanager
    def making(self, sentence: str) -> Iterator[None]:
        """Say how far the publication that is made meanwhile has come, under that sentence."""
        ended: set[str] = set()

        def hear(moment: str) -> None:
            if moment in NEXT and moment not in ended:
                ended.add(moment)
                self.tell(f"{sentence}\u00a0: {NEXT[moment]}.", moment, 1.0)

        self.tell(f"{sentence}\u00a0: je lis ses tables.", "lecture")
        with steps.followed(hear):
            yield

    @property
    def why(self) -> str:
        """The reason that was given."""
        return str(self.job.asked.get("why", ""))

    @property
    def signature(self) -> str:
        """Who asked, as the journal says it."""
        return signature(self.account.name, self.account.email)

    def open_draft(self) -> Draft:
        """Its draft; NotDone where it is no longer open."""
        if self.draft is None or self.draft.state not in drafts.OPEN:
            raise NotDone(drafts.GONE)
        return self.draft

    def note(self, unit: Unit, act: Act, what: str) -> None:
        """Write in the journal that who asked does this, and why."""
        journal.write(unit, self.settings.territory, self.signature, act, what, self.why)


def opened(settings: StaffSettings, base: StaffBase, number: int) -> Task:
    """The work of that number, which was taken."""
    with base.unit() as unit:
        job = unit.get_one(Job, number)
        draft = unit.get(Draft, job.draft) if job.draft else None
        return Task(settings, base, job, unit.get_one(Account, job.account), draft)
