"""Processes that this one starts by a fork: they end with it, and never come back into it."""

from __future__ import annotations

import ctypes
import gc
import logging
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import forkserver

DIES = 1
"""``PR_SET_PDEATHSIG`` of Linux."""
TICK = 1.0
"""Seconds between two looks at a process that is watched."""
FIRST, LONGEST = 1.0, 30.0
"""Seconds before what died is begun again: the first time, and at most. What lived
for ``LONGEST`` did not die soon."""
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT, signal.SIGCHLD)

log = logging.getLogger(__name__)


def follow_parent(parent: int | None = None) -> None:
    """Be told to stop when the process that started this one is gone; nothing where the system
    cannot. SystemExit where it is gone already: known only where its number is given."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(DIES, signal.SIGTERM)
    if parent is not None and os.getppid() != parent:
        raise SystemExit(1)


def sweep_seldom() -> None:
    """Look seldom, from now on, for values that hold one another: tables are many values and none
    such, and the looks took an eighth of their reading."""
    gc.set_threshold(100_000, 20, 100)


def forked(work: Callable[[], object]) -> int:
    """Do that work in a process of its own; its number. It ends 0, 1 where the work
    fails, or as the work says by SystemExit."""
    parent, child = os.getpid(), os.fork()
    if child:
        return child
    status = 1
    try:
        for name in SIGNALS:
            signal.signal(name, signal.SIG_DFL)
        follow_parent(parent)
        forkserver._forkserver.__init__()  # type: ignore[misc]  # the parent's is no child of this
        work()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # The last frame of this process: nothing may come back to the caller.
        traceback.print_exc()
    finally:
        os._exit(status)


def ended(child: int) -> bool:
    """Whether that process is no more."""
    return outcome(child) is not None


def outcome(child: int) -> int | None:
    """How that process ended, less than 0 by a signal, 1 where nobody knows; None while it runs."""
    try:
        number, status = os.waitpid(child, os.WNOHANG)
    except ChildProcessError:
        return 1
    return os.waitstatus_to_exitcode(status) if number == child else None


class Revived:
    """A process begun again when it dies: after ``FIRST`` seconds, then twice as long each time
    that it dies soon, ``LONGEST`` at most. ``begin`` starts it and gives its number; ``name`` is
    how the journal calls it."""

    def __init__(self, name: str, begin: Callable[[], int]) -> None:
        self._name, self._start, self._pause = name, begin, 0.0
        self._begin()

    def _begin(self) -> None:
        self._began = time.monotonic()
        try:
            self._child = self._start()
        except OSError:  # no memory, or too many processes: later there may be room
            self._fell(self._began)

    def look(self) -> None:
        """Note that it died, or begin it again once its pause is over."""
        now = time.monotonic()
        if self._child and ended(self._child):
            self._fell(now)
        if not self._child and now >= self._due:
            self._begin()

    def _fell(self, now: float) -> None:
        soon = now - self._began < LONGEST
        self._pause = min(max(FIRST, 2 * self._pause if soon else 0.0), LONGEST)
        self._child, self._due = 0, now + self._pause
        log.error("%s s’est arrêté : il est relancé dans %d s", self._name, self._pause)

    def tell(self) -> None:
        """Have it end, without waiting for it."""
        if self._child:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGTERM)

    def stop(self) -> None:
        """Have it end, and wait for it."""
        if self._child:
            stop(self._child)


class Kept:
    """A work that a process of its own does for as long as this one runs, begun again when it
    dies; ``name`` is how the journal calls it."""

    def __init__(self, name: str, work: Callable[[], object]) -> None:
        self._name, self._work = name, work
        self._stopping = False

    def stop(self, *_: object) -> None:
        """Have it end, then the work."""
        self._stopping = True

    def run(self) -> None:
        """Watch over the work until told to stop."""
        revived = Revived(self._name, lambda: forked(self._work))
        while not self._stopping:
            time.sleep(TICK)
            revived.look()
        revived.stop()


def stop(child: int, by: signal.Signals = signal.SIGTERM) -> None:
    """Have that process end, and wait for it."""
    try:
        os.kill(child, by)
        os.waitpid(child, 0)
    except (ProcessLookupError, ChildProcessError):
        return
