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
from dashboard.web.line import Line
from dashboard.web.reception import Refused

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
        self._lines: dict[Line, None] = {}
        self._done: queue.SimpleQueue[tuple[Line, bool]] = queue.SimpleQueue()
        self._running: dict[Line, float] = {}
        self._clients: Counter[str] = Counter()
        self._pool = ThreadPoolExecutor(THREADS)
        self._pulse = ThreadPoolExecutor(1)
        self._swept = time.monotonic()
        super().init_process()

    @property
    def waiting(self) -> int:
        """Requests that arrived whole and that no thread answers yet."""
        return max(0, sum(self._clients.values()) - len(self._running))

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
        for line in [line for line in self._lines if line.reading]:
            self._cut(line)
        limit = time.monotonic() + self.cfg.graceful_timeout
        while self._lines and time.monotonic() < limit:
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
        line = Line(sock, address, listener.getsockname(), time.monotonic() + WITHIN)
        self._lines[line] = None
        self._watch(line, selectors.EVENT_READ, self._read)
        if len(self._lines) > CONNECTIONS:
            self._cut(next((old for old in self._lines if old.reading), line))

    def _watch(self, line: Line, event: int, act: Callable[[Line], None]) -> None:
        line.forget(self._poller)
        self._poller.register(line.sock, event, lambda _: act(line))

    def _read(self, line: Line) -> None:
        if line.read():
            self._progress(line)
        else:
            self._cut(line)

    def _progress(self, line: Line) -> None:
        """Hand the first request over if it is whole."""
        try:
            size = reception.length(bytes(line.data))
        except Refused as refused:
            self._refuse(line, refused.code)
            return
        if size is not None:
            self._hand(line, line.take(size))
        elif not line.told and reception.expects(bytes(line.data)):
            line.told = True
            with contextlib.suppress(OSError):
                line.sock.send(CONTINUE)

    def _hand(self, line: Line, request: bytes) -> None:
        line.forget(self._poller)
        line.reading, line.until = False, math.inf
        line.client = self._client(line, request)
        if self.most and line.client and self._clients[line.client] >= self.most:
            self._refuse(line, 429)
            return
        self._clients[line.client] += 1
        pool = self._pulse if reception.PULSE.match(request) else self._pool
        pool.submit(self._answer, line, request)

    def _client(self, line: Line, request: bytes) -> str:
        """The address of the reader as a trusted front server says it; empty without one."""
        known = isinstance(line.address, tuple) and self._trusts(line.address[0])
        return reception.forwarded(request) if known else ""

    def _trusts(self, address: str) -> bool:
        if "*" in self.cfg.forwarded_allow_ips:
            return True
        found = ipaddress.ip_address(address)
        return any(found in network for network in self.cfg.forwarded_allow_networks())

    def _answer(self, line: Line, request: bytes) -> None:
        """Answer, in a thread."""
        self._running[line] = time.monotonic()
        kept = False
        try:
            kept = answered(self, line, request)
        finally:
            self._running.pop(line, None)
            self._done.put((line, kept))
            with contextlib.suppress(OSError):
                os.write(self.PIPE[1], b".")

    def _woken(self, pipe: int) -> None:
        """Take back the lines whose answer is made; a signal also wakes the loop."""
        with contextlib.suppress(OSError):
            os.read(pipe, 4096)
        while not self._done.empty():
            line, kept = self._done.get()
            self._clients[line.client] -= 1
            if not self._clients[line.client]:
                del self._clients[line.client]
            line.kept = kept and self.alive
            line.until = time.monotonic() + TAKEN
            self._write(line)

    def _refuse(self, line: Line, code: int) -> None:
        """Send back, and cut once it is read."""
        self.log.warning("demande refusée : %s", code)
        line.forget(self._poller)
        line.reading, line.kept, line.refused = False, False, True
        line.until = time.monotonic() + IDLE
        line.put(refusal.whole(code))
        self._write(line)

    def _write(self, line: Line) -> None:
        if not line.push():
            self._cut(line)
        elif line.left:
            self._watch(line, selectors.EVENT_WRITE, self._write)
        elif line.kept:
            line.again(time.monotonic() + (WITHIN if line.data else IDLE))
            self._watch(line, selectors.EVENT_READ, self._read)
            self._progress(line)
        elif line.finish():
            self._watch(line, selectors.EVENT_READ, self._drain)
        else:
            self._cut(line)

    def _drain(self, line: Line) -> None:
        """Let a client that still sends read why it was sent back, for as long as ``until``."""
        if not line.read():
            self._cut(line)
        line.data.clear()

    def _sweep(self) -> None:
        """Cut the lines whose time is over; who began to ask is told why."""
        self._swept = now = time.monotonic()
        for line in [line for line in self._lines if line.until < now]:
            if line.reading and line.data:
                self._refuse(line, 408)
            else:
                self._cut(line)

    def _cut(self, line: Line) -> None:
        line.forget(self._poller)
        self._lines.pop(line, None)
        line.close()
