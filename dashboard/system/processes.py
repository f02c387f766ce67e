"""Processes that this one starts by a fork: they end with it, and never come back into it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import traceback
from collections.abc import Callable

DIES = 1
"""``PR_SET_PDEATHSIG`` of Linux."""
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT, signal.SIGCHLD)


def follow_parent() -> None:
    """Be told to stop when the process that started this one is gone; nothing where the system
    cannot."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(DIES, signal.SIGTERM)


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
        follow_parent()
        if os.getppid() == parent:  # it may be gone before it was followed
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


def stop(child: int, by: signal.Signals = signal.SIGTERM) -> None:
    """Have that process end, and wait for it."""
    try:
        os.kill(child, by)
        os.waitpid(child, 0)
    except (ProcessLookupError, ChildProcessError):
        return
