"""One connection: what arrived on it, what it has still to be sent."""

from __future__ import annotations

import contextlib
import select
import socket
import time
from collections import deque
from selectors import BaseSelector
from typing import Any

CHUNK = 65_536
HELD = 4_000_000
"""Bytes that wait for a client without holding the thread that answers."""

TAKEN = 10.0
"""Seconds that a thread waits for a client that takes more than ``HELD``."""


class Connection:
    """A socket that never blocks. ``until`` is when the present state ends, ``reading`` whether a
    request is awaited, ``kept`` whether another may follow the answer, ``refused`` whether what
    arrives is of no use any more."""

    def __init__(self, sock: socket.socket, address: Any, server: Any, until: float) -> None:
        sock.setblocking(False)
        self.sock, self.address, self.server = sock, address, server
        self.until = until
        self.data = bytearray()
        self.client = ""
        self.reading, self.kept, self.told, self.refused = True, False, False, False
        self._left: deque[memoryview] = deque()

    @property
    def left(self) -> int:
        """Bytes that the client has not taken yet."""
        return sum(map(len, self._left))

    def read(self) -> bool:
        """Add what arrived; whether the client is still there."""
        try:
            found = self.sock.recv(CHUNK)
        except BlockingIOError:
            return True
        except OSError:
            return False
        self.data += found
        return bool(found)

    def take(self, size: int) -> bytes:
        """The first bytes that arrived, which are then forgotten."""
        taken = bytes(self.data[:size])
        del self.data[:size]
        return taken

    def again(self, until: float) -> None:
        """Await another request."""
        self.until = until
        self.reading, self.told = True, False

    def put(self, data: bytes) -> None:
        """Add bytes to send."""
        if data:
            self._left.append(memoryview(data))

    def push(self) -> bool:
        """Send what the client takes now; whether it is still there."""
        try:
            while self._left:
                sent = self.sock.send(self._left[0])
                self._left[0] = self._left[0][sent:]
                if not self._left[0]:
                    self._left.popleft()
        except BlockingIOError:
            return True
        except OSError:
            return False
        return True

    def send(self, data: bytes) -> int:
        """What gunicorn tells a client that waits to send its body: it has arrived already."""
        return len(data)

    def sendall(self, data: bytes) -> None:
        """Add a part of an answer. A client that takes a large one slowly is waited for a little,
        then given up."""
        self.put(bytes(data))
        limit = time.monotonic() + TAKEN
        while self.left > HELD:
            select.select([], [self.sock], [], max(0.0, limit - time.monotonic()))
            if not self.push() or time.monotonic() > limit:
                raise ConnectionError

    def finish(self) -> bool:
        """Say that nothing follows; whether the client may still be sending what was refused."""
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_WR)
        return self.refused

    def forget(self, poller: BaseSelector) -> None:
        """Have that poller no longer watch it."""
        with contextlib.suppress(KeyError, ValueError):
            poller.unregister(self.sock)

    def close(self) -> None:
        """Hang up."""
        with contextlib.suppress(OSError):
            self.sock.close()
