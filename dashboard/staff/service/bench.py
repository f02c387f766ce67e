"""Where long works are done, one at a time, each in a process that may be stopped."""

from __future__ import annotations

import logging
import multiprocessing
import time
from multiprocessing import forkserver
from typing import Any

from sqlalchemy.exc import OperationalError

from dashboard.staff import journal
from dashboard.staff.accounts import accounts, sessions
from dashboard.staff.base import StaffBase
from dashboard.staff.base.tables import Job
from dashboard.staff.drafts import drafts, filing
from dashboard.staff.indexes.index_shelf import IndexShelf
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.jobs import FELL, JobState
from dashboard.staff.mail.postman import Postman
from dashboard.staff.service.unwritten import ENDS, GONE, trouble_of
from dashboard.staff.settings import StaffSettings
from dashboard.staff.versions import approvals
from dashboard.system import processes
from dashboard.system.journal import begin as begin_journal

PRELOADED = ["dashboard.staff.service.working"]
WATCH = 10.0
"""Seconds between two words of a bench about its work, and looks at those of others."""
FINISHING = 60
"""Seconds that a publication is given to end when the service stops: it is whole or is not."""
log = logging.getLogger(__name__)


class Bench:
    """The works of one territory, on one server; others may share the base. What it left running
    when it was stopped is said to have failed."""

    def __init__(self, settings: StaffSettings, base: StaffBase) -> None:
        self._settings, self._base = settings, base
        self._process: Any = None
        self._prepared = self._harmless = self._absent = False
        self._number = 0
        self._watched = self._steady = time.monotonic()
        self._name = settings.bench()
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(PRELOADED)
        self._postman = Postman(settings, base, self._context)
        with base.unit() as unit:
            jobs.interrupted(unit, settings.territory, self._name)

    def _prepare(self) -> None:
        """Have what reads files loaded once somebody is there: a work then begins at once, and
        nothing is held for nobody."""
        with self._base.beside() as unit:
            wanted = sessions.anyone(unit)
        if wanted:
            forkserver.ensure_running()
            self._prepared = True

    def turn(self) -> tuple[int, ...]:
        """See what became of the work in hand; take the next one. What is ready once it ends, and
        another turn is due; nothing where the base is gone, or the disk full: a later turn tries
        again."""
        try:
            self._turn()
            self._absent = False
            return () if self._process is None else (self._process.sentinel,)
        except OperationalError as error:
            if not self._absent:
                log.error("%s : les travaux attendent", (trouble_of(error) or GONE).title)
            self._absent, self._steady = True, time.monotonic()
        except Exception:
            log.exception("les travaux ne se suivent plus")
        return ()

    def _turn(self) -> None:
        if self._process is not None:
            self._look()
        if not self._prepared:
            self._prepare()
        if self._process is None:
            self._take()
        if time.monotonic() - self._watched > WATCH:
            self._watch()
            self._postman.turn()

    def _watch(self) -> None:
        """Forget what came to its term, let requests fall whose draft changed. Say that the work in
        hand goes on, and of works whose bench is gone that they failed: not just after the base
        came back, for the others had no time yet to say a word."""
        self._watched = time.monotonic()
        filing.tidy(self._settings.home / drafts.FOLDER)
        with self._base.unit() as unit:
            drafts.expire(unit, self._settings)
            approvals.settle(unit, self._settings.territory)
            journal.expire(unit, self._settings.territory)
            jobs.expire(unit, self._settings.territory)
            accounts.expire(unit)
            sessions.expire(unit)
            if self._process is not None:
                jobs.attended(unit, self._number)
            if self._watched - self._steady > jobs.SILENT.total_seconds():
                jobs.abandoned(unit, self._settings.territory)
        IndexShelf(self._settings).sweep()

    def _take(self) -> None:
        with self._base.beside() as unit:
            job = jobs.take(unit, self._settings.territory, self._name)
        if job is not None:
            self._number, self._harmless = job.id, job.kind in jobs.HARMLESS
            process = self._context.Process(target=_work, args=(self._settings, job.id))
            try:
                process.start()
            except Exception:  # what starts works was killed: the next one is started anew
                self._ended()
                raise
            self._process = process

    def _look(self) -> None:
        with self._base.beside() as unit:
            stopping = unit.get_one(Job, self._number).state == JobState.STOPPING
        if stopping and self._process.is_alive():
            self._process.terminate()
            self._process.join(5)
            self._process.kill()
        if not self._process.is_alive():
            self._process.join()
            self._ended(self._process.exitcode)
            self._process = None

    def _ended(self, code: int = 1) -> None:
        """Say how a work ended that could not say it itself; its process ended with that code."""
        with self._base.unit() as unit:
            job = unit.get_one(Job, self._number)
            if job.state == JobState.STOPPING:
                jobs.finish(unit, job, JobState.CANCELLED, "Annulé : rien n’a changé.")
            elif job.state == JobState.RUNNING:
                said = ENDS[code].job if code in ENDS else FELL
                jobs.finish(unit, job, JobState.FAILED, said)

    def close(self) -> None:
        """Stop what can be stopped, wait for what publishes."""
        self._postman.close()
        if self._process is None:
            return
        if self._harmless:
            self._process.terminate()
        self._process.join(FINISHING)
        self._process.kill()


def _work(settings: StaffSettings, number: int) -> None:
    """Done in the process of the work, which ends with the one that started it: what it needs is
    imported there, not where it is watched."""
    from dashboard.staff.service.working import work

    begin_journal()
    processes.follow_parent()
    processes.sweep_seldom()
    work(settings, number)
