"""The press: makes what is asked, the oldest first, a little at a time for each reader, and clears
away what nobody waits for any more.

What it finds in the folder is all that it knows: killed, it is started again and goes on.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dashboard.press.limits import RESERVE, Limits
from dashboard.press.making import GONE, NO_ROOM
from dashboard.press.rack import Rack
from dashboard.press.work import BEGUN, FAILED, Work
from dashboard.system import disk, processes

TICK = 0.1
IDLE = 60.0
"""Seconds without a document, made or to make, after which the press ends: it holds memory for
nobody. It outlives those that are kept, for nothing else clears them away at their hour."""

TRIES = 2
"""Times that a document is begun: what ends a process twice would end it again."""

FELL = "Sa préparation s’est arrêtée net, deux fois. Redemandez-le plus tard, ou prévenez-nous."
LATE = (
    "Sa préparation a pris trop de temps : elle a été arrêtée. Demandez-le pour moins de données."
)
FULL = "Le serveur n’a plus de place pour ce document. Redemandez-le dans quelques minutes."
MOVED = "La publication qu’il devait montrer n’est plus conservée. Redemandez-le."

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Run:
    """A document that a process is making."""

    work: Work
    reader: str
    process: int
    until: float


class Printer:
    """See the module. ``make`` does the work of a process, given the folder of the document and the
    bytes that it may take."""

    def __init__(self, folder: Path, limits: Limits, make: Callable[[Work, int], None]) -> None:
        self._rack, self._limits, self._make = Rack(folder).prepared(), limits, make
        self._runs: dict[str, _Run] = {}
        self._busy = time.monotonic()
        self._rack.tidy()
        for work in self._rack.works():
            self._left(work)

    def _left(self, work: Work) -> None:
        """What a former press left half-done waits again, or is said to have failed."""
        tries = work.read(BEGUN).get("tries", 0)
        if work.pending and tries >= TRIES:
            self._fail(work, FELL)
        elif work.pending and tries:
            work.write(BEGUN, {"tries": tries, "since": 0})

    @property
    def idle(self) -> bool:
        """Whether there has been nothing to make or to keep for a while."""
        return time.monotonic() - self._busy > IDLE

    def turn(self) -> None:
        """See what became of what is being made, clear away, begin what comes next."""
        try:
            self._look()
            self._clear()
            self._begin()
            if any(self._rack.works()):
                self._busy = time.monotonic()
        except OSError:  # A disk that is full: the next turn tries again.
            log.exception("les documents ne se suivent plus")

    def close(self) -> None:
        """Stop what is being made: the next press begins it again, as if for the first time where
        nothing else had ended it."""
        for run in self._runs.values():
            processes.stop(run.process, signal.SIGKILL)
            with contextlib.suppress(OSError):  # A disk that is full: the try counts.
                tries = run.work.read(BEGUN).get("tries", 1) - 1
                run.work.write(BEGUN, {"tries": tries, "since": 0})

    def _look(self) -> None:
        for key, run in list(self._runs.items()):
            code = processes.outcome(run.process)
            if code is None and time.time() < run.until:
                continue
            if code is None:
                processes.stop(run.process, signal.SIGKILL)
            del self._runs[key]
            self._ended(run.work, code)

    def _ended(self, work: Work, code: int | None) -> None:
        """Say how it ended, where it could not say so itself; ``None``: it was late."""
        if code is None:
            self._fail(work, LATE)
        elif code == 0:
            self._keep(work)
        elif code in (NO_ROOM, GONE):
            self._fail(work, FULL if code == NO_ROOM else MOVED)
        else:
            self._left(work)

    def _keep(self, work: Work) -> None:
        """Have the hour of those who wait begin."""
        for ticket in self._rack.tickets():
            if ticket.key == work.key:
                with contextlib.suppress(FileNotFoundError):
                    os.utime(ticket.path)

    def _fail(self, work: Work, why: str) -> None:
        """Say why it is not made; what was made of it goes first, which gives room to say so."""
        log.warning("document abandonné : %s", why)
        for path in work.folder.glob(f"{disk.DRAFT}*"):
            path.unlink(missing_ok=True)
        try:
            work.write(FAILED, {"why": why})
        except OSError:
            work.drop()

    def _clear(self) -> None:
        """Let go of tickets that are over, then of what no ticket names, being made or not.

        A document is asked after its ticket is handed: those asked meanwhile are not looked at.
        """
        works = tuple(self._rack.works())
        wanted = {ticket.key for ticket in self._rack.held()}
        for work in works:
            if work.key not in wanted:
                run = self._runs.pop(work.key, None)
                if run is not None:
                    processes.stop(run.process, signal.SIGKILL)
                work.drop()

    def _begin(self) -> None:
        works = [(work.asked, work) for work in self._rack.works() if work.pending]
        waiting = sorted(
            (said["since"], said["reader"], work.key, work)
            for said, work in works
            if said and work.key not in self._runs
        )
        for _, reader, _, work in waiting:
            served = {run.reader for run in self._runs.values()}
            if len(self._runs) < self._limits.at_once and reader not in served:
                self._start(work, reader)

    def _start(self, work: Work, reader: str) -> None:
        if not self._room():
            self._fail(work, FULL)
            return
        tries = work.read(BEGUN).get("tries", 0) + 1
        work.write(BEGUN, {"tries": tries, "since": time.time()})
        process = processes.forked(lambda: self._make(work, self._limits.largest))
        until = time.time() + self._limits.seconds
        self._runs[work.key] = _Run(work, reader, process, until)

    def _room(self) -> bool:
        """Whether the folder and the disk can take one more; the oldest documents give way."""
        made = sorted(
            (work.document.stat().st_mtime, work.size, work.key)
            for work in self._rack.works()
            if work.document.is_file()
        )
        most = self._limits.room - self._limits.largest * (len(self._runs) + 1)
        while made and sum(size for _, size, _ in made) > most:
            self._rack.work(made.pop(0)[2]).drop()
        return shutil.disk_usage(self._rack.folder).free > RESERVE
