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
    """Do that work in a process of its own; its number. It ends 0, or 1 where the work fails."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        for name in SIGNALS:
            signal.signal(name, signal.SIG_DFL)
        follow_parent()
        work()
        status = 0
    except SystemExit as ended:
        status = 1 if ended.code else 0
    except BaseException:  # The last frame of this process: nothing may come back to the caller.
        traceback.print_exc()
    finally:
        os._exit(status)


def ended(child: int) -> bool:
    """Whether that process is no more."""
    try:
        return os.waitpid(child, os.WNOHANG)[0] == child
    except ChildProcessError:
        return True


def stop(child: int) -> None:
    """Ask that process to end, and wait for it."""
    try:
        os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)
    except (ProcessLookupError, ChildProcessError):
        return
