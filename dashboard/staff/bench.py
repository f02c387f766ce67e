"""Where long works are done, one at a time, each in a process that may be stopped."""

from __future__ import annotations

import logging
import multiprocessing
from multiprocessing import forkserver
from typing import Any

from dashboard.staff import jobs, sessions
from dashboard.staff.base import Base
from dashboard.staff.base.tables import Job
from dashboard.staff.jobs import FELL, State
from dashboard.staff.settings import Settings

PRELOADED = ["dashboard.staff.working"]
FINISHING = 60
"""Seconds that a publication is given to end when the service stops: it is whole or is not."""
log = logging.getLogger(__name__)


class Bench:
    """The works of one territory. What a former service left running is said to have failed."""

    def __init__(self, settings: Settings, base: Base) -> None:
        self._settings, self._base = settings, base
        self._process: Any = None
        self._prepared = False
        self._number = 0
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(PRELOADED)
        with base.unit() as unit:
            jobs.interrupted(unit, settings.territory)

    def _prepare(self) -> None:
        """Have what reads files loaded once somebody is there: a work then begins at once, and
        nothing is held for nobody."""
        with self._base.unit() as unit:
            wanted = sessions.anyone(unit)
        if wanted:
            forkserver.ensure_running()
            self._prepared = True

    def turn(self) -> None:
        """See what became of the work in hand; take the next one."""
        try:
            if self._process is not None:
                self._look()
            if not self._prepared:
                self._prepare()
            if self._process is None:
                self._take()
        except Exception:  # A base that is busy or a disk that is full: the next turn tries again.
            log.exception("les travaux ne se suivent plus")

    def _take(self) -> None:
        with self._base.unit() as unit:
            job = jobs.take(unit, self._settings.territory)
        if job is not None:
            self._number = job.id
            self._process = self._context.Process(target=_work, args=(self._settings, job.id))
            self._process.start()

    def _look(self) -> None:
        with self._base.unit() as unit:
            stopping = unit.get_one(Job, self._number).state == State.STOPPING
        if stopping and self._process.is_alive():
            self._process.terminate()
            self._process.join(5)
            self._process.kill()
        if not self._process.is_alive():
            self._process.join()
            self._process = None
            self._ended()

    def _ended(self) -> None:
        """Say how a work ended that could not say it itself."""
        with self._base.unit() as unit:
            job = unit.get_one(Job, self._number)
            if job.state == State.STOPPING:
                jobs.finish(unit, job, State.CANCELLED, "Annulé : rien n’a changé.")
            elif job.state == State.RUNNING:
                jobs.finish(unit, job, State.FAILED, FELL)

    def close(self) -> None:
        """Stop what can be stopped, wait for what publishes."""
        if self._process is None:
            return
        with self._base.unit() as unit:
            checking = unit.get_one(Job, self._number).kind in jobs.HARMLESS
        if checking:
            self._process.terminate()
        self._process.join(FINISHING)
        self._process.kill()


def _work(settings: Settings, number: int) -> None:
    """Done in the process of the work: what it needs is imported there, not where it is watched."""
    from dashboard.staff.working import work

    work(settings, number)
