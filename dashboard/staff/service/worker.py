"""The gunicorn worker of the staff site: a client that is slow to ask, to send or to take holds no
thread for long, however patient the site is with an upload."""

from __future__ import annotations

import errno
import socket
import time
from functools import partial
from selectors import EVENT_READ
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

WITHIN = 10.0
"""Seconds that a request has to come, and that each ``RATE`` bytes of it add a second to."""
RATE = 16_384
"""Bytes a second under which an upload is given up."""
TAKEN = 60.0
"""Seconds in which a part of an answer must be taken."""


class TimedSocket(socket.socket):
    """A connection whose requests must come in time: past it, whoever reads is told that the client
    is gone (ConnectionResetError)."""

    def __init__(self, accepted: socket.socket) -> None:
        """Take that connection over."""
        super().__init__(accepted.family, accepted.type, accepted.proto, accepted.detach())
        self._began, self._received = 0.0, 0

    def setblocking(self, flag: bool) -> None:
        """Wait for the next request, or begin to read it."""
        self.settimeout(TAKEN if flag else 0.0)
        self._began, self._received = time.monotonic(), 0

    def recv(self, size: int, flags: int = 0) -> bytes:
        """What arrived of the request; ConnectionResetError where its time is over."""
        left = self._began + WITHIN + self._received / RATE - time.monotonic()
        if left <= 0:
            raise ConnectionResetError(errno.ECONNRESET, "trop lent")
        self.settimeout(left)
        try:
            found = super().recv(size, flags)
        except TimeoutError as error:
            raise ConnectionResetError(errno.ECONNRESET, "trop lent") from error
        finally:
            self.settimeout(TAKEN)
        self._received += len(found)
        return found


class UnhurriedWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn ships no types
    """Has a connection wait for its first byte without a thread."""

    def accept(self, listener: Any) -> None:
        """Take a connection in, to be read once something comes."""
        try:
            accepted, address = listener.accept()
        except OSError:  # it is gone
            return
        sock = TimedSocket(accepted)
        sock.setblocking(False)
        found = TConn(self.cfg, sock, address, listener.getsockname())
        found.timeout = time.monotonic() + self.cfg.keepalive
        self.nr_conns += 1
        self.pending_conns.append(found)
        self.poller.register(sock, EVENT_READ, partial(self.on_pending_socket_readable, found))
