"""One connection: what arrived on it, what it has still to be sent."""

from __future__ import annotations

import contextlib
import select
import socket
import time
from collections import deque
from selectors import BaseSelector
from typing import IO, Any

CHUNK = 65_536
HELD = 4_000_000
"""Bytes that wait for a client without holding the thread that answers."""

AT_ONCE = 16
"""Parts of a file that one client takes before another is looked at."""

PACE = 16.0
"""Seconds in which a client must take one part of a file: 4 kB a second."""

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
        self._file: IO[bytes] | None = None

    @property
    def left(self) -> int:
        """Bytes that the client has not taken yet; one more where a file follows."""
        return sum(map(len, self._left)) + (self._file is not None)

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

    def follow(self, file: IO[bytes]) -> None:
        """Have that file follow what there is to send, read as the client takes it."""
        self._file = file

    def _fed(self) -> bool:
        """Take some more of the file that follows; whether there is something to send."""
        if not self._left and self._file is not None:
            self.put(self._file.read(CHUNK))
            self.until = max(self.until, time.monotonic() + PACE)
            if not self._left:
                self._unfollow()
        return bool(self._left)

    def _unfollow(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def push(self) -> bool:
        """Send what the client takes now, a little of a file; whether it is still there."""
        limit = AT_ONCE * CHUNK
        try:
            while limit > 0 and self._fed():
                sent = self.sock.send(self._left[0])
                limit -= sent
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
        then given up: ConnectionError."""
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
        self._unfollow()
        with contextlib.suppress(OSError):
            self.sock.close()
