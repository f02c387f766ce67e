"""The staff site as it runs: one process that watches, one that answers, one for a long work.

Whichever dies is started again, or said to have failed; the address stays held meanwhile.
"""

from __future__ import annotations

import logging
import signal
import socket
import time
from typing import Any

from sqlalchemy.exc import OperationalError

from dashboard.staff.base import Base, opened
from dashboard.staff.bench import Bench
from dashboard.staff.refusal import Refused
from dashboard.staff.settings import Settings
from dashboard.system import processes

THREADS = 8
"""Requests answered at once: most of them wait for the disk or for a slow upload."""
TICK = 0.5
ABSENT = 2.0
"""Seconds between two looks at a base that is not there."""
PATIENCE = 120
"""Seconds after which a process that answers nothing is replaced."""
log = logging.getLogger(__name__)


class Service:
    """See the module."""

    def __init__(self, settings: Settings, host: str, port: int) -> None:
        self._settings = settings
        self._listener = _listener(host, port)
        self._stopping = False

    def run(self) -> None:
        """Serve until told to stop."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._stop)
        bench = self._prepared()
        if bench is None:
            return
        pages = processes.forked(self._answer)
        while not self._stopping:
            if processes.ended(pages):
                pages = processes.forked(self._answer)
            bench.turn()
            time.sleep(TICK)
        processes.stop(pages)
        bench.close()

    def _prepared(self) -> Bench | None:
        """Where works are done, once the base is there; None where told to stop before it was."""
        while not self._stopping:
            try:
                return Bench(self._settings, opened(self._settings.base))
            except OperationalError:
                log.error("la base ne répond pas : j’attends qu’elle revienne")
                time.sleep(ABSENT)
        return None

    def _stop(self, *_: object) -> None:
        self._stopping = True

    def _answer(self) -> None:
        from dashboard.staff.site import create_site
        from dashboard.web.serving import Server

        site = create_site(self._settings, Base(self._settings.base))
        Server(site, options(self._listener)).run()


def _listener(host: str, port: int) -> socket.socket:
    """The address held for good; Refused where another program has it."""
    try:
        found = socket.create_server((host, port), family=_family(host))
    except OSError as error:
        message = f"Le port {port} de {host} est déjà pris, ou interdit"
        raise Refused(f"{message} : donnez-en un autre par PORT_AGENTS.") from error
    found.set_inheritable(True)
    return found


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def options(listener: socket.socket) -> dict[str, Any]:
    """How gunicorn is set to answer staff: few, patient with their uploads."""
    from dashboard.web.serving import guarded

    return {
        "bind": f"fd://{listener.fileno()}",
        "workers": 1,
        "worker_class": "gthread",
        "threads": THREADS,
        "timeout": PATIENCE,
        **guarded(),
    }
