"""A work killed at a moment that it announces (``sys.audit``), in a fork of this process."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any


def killed(event: str, step: str, nth: int, work: Callable[[], object]) -> bool:
    """Do that work, killed as that step is announced for the nth time; whether it was."""
    child = os.fork()
    if not child:
        sys.addaudithook(_kill(event, step, nth))
        work()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _kill(event: str, step: str, nth: int) -> Callable[[str, tuple[Any, ...]], None]:
    left = [nth]

    def listen(said: str, told: tuple[Any, ...]) -> None:
        if said == event and told[0] == step:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    return listen
