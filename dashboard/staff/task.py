"""A long work as it is done: what it is about, who asked, how it says how far it has come."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session as Unit

from dashboard.staff import drafts, jobs, journal
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Account, Draft, Job
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

    def tell(self, step: str) -> None:
        """Say how far it has come; TaskStopped where it is no longer wanted."""
        with self.base.beside() as unit:
            wanted = jobs.advance(unit, self.job, step)
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
