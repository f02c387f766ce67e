"""What wakes a process that waits: the processes that it forks ring, and it looks at once."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterable
from multiprocessing import connection

RINGS = 4_096
"""Rings heard at once: one or a thousand say the same."""


class Bell:
    """Rung on one side of a fork, heard on the other. It says nothing but that there is something
    to see; nobody need hear it, and whoever waits looks by himself at last."""

    def __init__(self) -> None:
        self._heard, self._rung = socket.socketpair()
        self._heard.setblocking(False)
        self._rung.setblocking(False)

    def ring(self) -> None:
        """Wake whoever waits, now or when it next waits; at once, whether or not he hears."""
        with contextlib.suppress(OSError):  # as many rings as it holds were not heard yet
            self._rung.send(b"\0")

    def wait(self, seconds: float, ends: Iterable[int] = ()) -> None:
        """Wait for a ring or the end of one of those processes, by their sentinels, and no longer
        than that many seconds."""
        connection.wait([self._heard, *ends], seconds)
        with contextlib.suppress(BlockingIOError):
            self._heard.recv(RINGS)

    def close(self) -> None:
        """Let go of it, on this side of the fork."""
        self._heard.close()
        self._rung.close()
