"""A gunicorn worker that no slow client holds.

One thread reads and writes every connection, a little at a time; a request is handed to a thread
that answers once it is whole, and what the client does not take yet waits without one.
"""

from __future__ import annotations

import contextlib
import ipaddress
import math
import os
import queue
import selectors
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from gunicorn.workers.base import Worker

from dashboard.web import reception, refusal
from dashboard.web.answering import answered
from dashboard.web.connection import Connection
from dashboard.web.load_shedding import LoadShedder, backlog
from dashboard.web.reception import RequestRefused

THREADS = 2
"""Requests that a worker answers at once: what it makes takes the processor, more gain nothing."""

CONNECTIONS = 500
"""Connections that a worker holds: beyond, the one that has waited longest to ask is cut."""

WITHIN = 10.0
"""Seconds in which a request must arrive whole."""

IDLE = 5.0
"""Seconds that a connection is kept open between two requests."""

TAKEN = 60.0
"""Seconds in which an answer must be taken whole."""

TICK = 0.5
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class Patient(Worker):  # type: ignore[misc]  # gunicorn ships no types
    """See the module. ``most`` requests of one client address are in hand at once, where a front
    server that is trusted says the address; 0 for no bound."""

    most = 0

    def init_process(self) -> None:
        """Prepare what the loop holds, then run it."""
        self._poller = selectors.DefaultSelector()
        self._connections: dict[Connection, None] = {}
        self._done: queue.SimpleQueue[tuple[Connection, bool]] = queue.SimpleQueue()
        self._running: dict[Connection, float] = {}
        self._clients: Counter[str] = Counter()
        self._pool = ThreadPoolExecutor(THREADS)
        self._pulse = ThreadPoolExecutor(1)
        self._swept = time.monotonic()
        super().init_process()

    @property
    def waiting(self) -> int:
        """Requests that arrived whole and that no thread answers yet."""
        return max(0, sum(self._clients.values()) - len(self._running))

    def load_wsgi(self) -> None:
        """Put the application behind its load shedder."""
        self.wsgi = LoadShedder(self.app.wsgi(), self._queued)

    def _queued(self) -> int:
        """Who waits: requests that arrived, connections that no worker took."""
        return self.waiting + sum(backlog(found.sock) for found in self.sockets)

    def run(self) -> None:
        """Read, hand over, write, until told to stop; then finish what was begun."""
        for listener in self.sockets:
            listener.setblocking(False)
            self._poller.register(listener, selectors.EVENT_READ, self._welcome)
        self._poller.register(self.PIPE[0], selectors.EVENT_READ, self._woken)
        while self.alive:
            self._turn()
        self._stop()

    def _stop(self) -> None:
        for listener in self.sockets:
            self._poller.unregister(listener)
        for connection in [connection for connection in self._connections if connection.reading]:
            self._cut(connection)
        limit = time.monotonic() + self.cfg.graceful_timeout
        while self._connections and time.monotonic() < limit:
            self._turn()
        for pool in (self._pool, self._pulse):
            pool.shutdown(wait=False, cancel_futures=True)

    def _turn(self) -> None:
        self.notify()
        self._give_up()
        for key, _ in self._poller.select(TICK):
            key.data(key.fileobj)
        if time.monotonic() - self._swept > TICK:
            self._sweep()
        if self.ppid != os.getppid():
            self.alive = False

    def _give_up(self) -> None:
        """End at once where an answer takes more than ``timeout``: the master starts another."""
        limit = time.monotonic() - self.cfg.timeout
        if any(began < limit for began in tuple(self._running.values())):
            self.log.critical("réponse abandonnée : l’ouvrier est remplacé")
            os._exit(1)

    def _welcome(self, listener: Any) -> None:
        try:
            sock, address = listener.accept()
        except OSError:  # another worker took it, or it is gone
            return
        connection = Connection(sock, address, listener.getsockname(), time.monotonic() + WITHIN)
        self._connections[connection] = None
        self._watch(connection, selectors.EVENT_READ, self._read)
        if len(self._connections) > CONNECTIONS:
            self._cut(next((old for old in self._connections if old.reading), connection))

    def _watch(self, connection: Connection, event: int, act: Callable[[Connection], None]) -> None:
        connection.forget(self._poller)
        self._poller.register(connection.sock, event, lambda _: act(connection))

    def _read(self, connection: Connection) -> None:
        if connection.read():
            self._progress(connection)
        else:
            self._cut(connection)

    def _progress(self, connection: Connection) -> None:
        """Hand the first request over if it is whole."""
        try:
            size = reception.length(bytes(connection.data))
        except RequestRefused as refused:
            self._refuse(connection, refused.code)
            return
        if size is not None:
            self._hand(connection, connection.take(size))
        elif not connection.told and reception.expects(bytes(connection.data)):
            connection.told = True
            with contextlib.suppress(OSError):
                connection.sock.send(CONTINUE)

    def _hand(self, connection: Connection, request: bytes) -> None:
        connection.forget(self._poller)
        connection.reading, connection.until = False, math.inf
        connection.client = self._client(connection, request)
        if self.most and connection.client and self._clients[connection.client] >= self.most:
            self._refuse(connection, 429)
            return
        self._clients[connection.client] += 1
        pool = self._pulse if reception.PULSE.match(request) else self._pool
        pool.submit(self._answer, connection, request)

    def _client(self, connection: Connection, request: bytes) -> str:
        """The address of the reader as a trusted front server says it; empty without one."""
        known = isinstance(connection.address, tuple) and self._trusts(connection.address[0])
        return reception.forwarded(request) if known else ""

    def _trusts(self, address: str) -> bool:
        if "*" in self.cfg.forwarded_allow_ips:
            return True
        found = ipaddress.ip_address(address)
        return any(found in network for network in self.cfg.forwarded_allow_networks())

    def _answer(self, connection: Connection, request: bytes) -> None:
        """Answer, in a thread."""
        self._running[connection] = time.monotonic()
        kept = False
        try:
            kept = answered(self, connection, request)
        finally:
            self._running.pop(connection, None)
            self._done.put((connection, kept))
            with contextlib.suppress(OSError):
                os.write(self.PIPE[1], b".")

    def _woken(self, pipe: int) -> None:
        """Take back the connections whose answer is made; a signal also wakes the loop."""
        with contextlib.suppress(OSError):
            os.read(pipe, 4096)
        while not self._done.empty():
            connection, kept = self._done.get()
            self._clients[connection.client] -= 1
            if not self._clients[connection.client]:
                del self._clients[connection.client]
            connection.kept = kept and self.alive
            connection.until = time.monotonic() + TAKEN
            self._write(connection)

    def _refuse(self, connection: Connection, code: int) -> None:
        """Send back, and cut once it is read."""
        self.log.warning("demande refusée : %s", code)
        connection.forget(self._poller)
        connection.reading, connection.kept, connection.refused = False, False, True
        connection.until = time.monotonic() + IDLE
        connection.put(refusal.whole(code))
        self._write(connection)

    def _write(self, connection: Connection) -> None:
        if not connection.push():
            self._cut(connection)
        elif connection.left:
            self._watch(connection, selectors.EVENT_WRITE, self._write)
        elif connection.kept:
            connection.again(time.monotonic() + (WITHIN if connection.data else IDLE))
            self._watch(connection, selectors.EVENT_READ, self._read)
            self._progress(connection)
        elif connection.finish():
            self._watch(connection, selectors.EVENT_READ, self._drain)
        else:
            self._cut(connection)

    def _drain(self, connection: Connection) -> None:
        """Let a client that still sends read why it was sent back, for as long as ``until``."""
        if not connection.read():
            self._cut(connection)
        connection.data.clear()

    def _sweep(self) -> None:
        """Cut the connections whose time is over; who began to ask is told why."""
        self._swept = now = time.monotonic()
        for connection in [
            connection for connection in self._connections if connection.until < now
        ]:
            if connection.reading and connection.data:
                self._refuse(connection, 408)
            else:
                self._cut(connection)

    def _cut(self, connection: Connection) -> None:
        connection.forget(self._poller)
        self._connections.pop(connection, None)
        connection.close()
