"""The staff site as it runs: one process that watches, one that answers, one for a long work.

Whichever dies is started again, or said to have failed; the address stays held meanwhile.
"""

from __future__ import annotations

import logging
import signal
import socket
import time
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.exc import OperationalError

from dashboard.staff.base import StaffBase, opened
from dashboard.staff.mail import mail_server
from dashboard.staff.refusal import NotDone
from dashboard.staff.service.bench import Bench
from dashboard.staff.settings import StaffSettings
from dashboard.system import processes
from dashboard.system.bell import Bell
from dashboard.system.mounts import Mount

THREADS = 8
"""Requests answered at once: most of them wait for the disk or for a slow upload."""
TICK = 0.2
"""Seconds between two looks at what no bell tells: a work that another server was asked, a process
that died."""
ABSENT = 2.0
"""Seconds between two looks at a base that is not there."""
PATIENCE = 120
"""Seconds after which a process that answers nothing is replaced."""
log = logging.getLogger(__name__)


class StaffService:
    """See the module. ``sites`` are the territories that have one here, by where each is; they
    share a base."""

    def __init__(self, sites: Mapping[Mount, StaffSettings], host: str, port: int) -> None:
        for settings in sites.values():
            mail_server.server_of(settings)
        self._sites = dict(sites)
        self._base = next(settings.base for settings in sites.values())
        self._listener = _listener(host, port)
        self._stopping = False
        self._bell = Bell()

    def run(self) -> None:
        """Serve until told to stop."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._stop)
        benches = self._prepared()
        if benches:
            self._watch(benches)

    def _watch(self, benches: Sequence[Bench]) -> None:
        """Keep pages answered and works done until told to stop."""
        pages = processes.Revived("le site des agents", lambda: processes.forked(self._answer))
        while not self._stopping:
            pages.look()
            self._bell.wait(TICK, [end for bench in benches for end in bench.turn()])
        pages.stop()
        for bench in benches:
            bench.close()
        self._bell.close()

    def _prepared(self) -> list[Bench]:
        """Where the works of each territory are done, once the base is there; none where told to
        stop before it was."""
        while not self._stopping:
            try:
                base = opened(self._base)
                return [Bench(settings, base) for settings in self._sites.values()]
            except OperationalError:
                log.error("la base ne répond pas : j’attends qu’elle revienne")
                time.sleep(ABSENT)
        return []

    def _stop(self, *_: object) -> None:
        self._stopping = True
        self._bell.ring()

    def _answer(self) -> None:
        from dashboard.staff.service.several import create_sites
        from dashboard.web.serving import Server

        sites = create_sites(self._sites, StaffBase(self._base), self._bell.ring)
        Server(sites, options(self._listener)).run()


def _listener(host: str, port: int) -> socket.socket:
    """The address held for good; NotDone where another program has it."""
    try:
        found = socket.create_server((host, port), family=_family(host))
    except OSError as error:
        message = f"Le port {port} de {host} est déjà pris, ou interdit"
        raise NotDone(f"{message} : donnez-en un autre par PORT_AGENTS.") from error
    found.set_inheritable(True)
    return found


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def options(listener: socket.socket) -> dict[str, Any]:
    """How gunicorn is set to answer staff: few, patient with their uploads."""
    from dashboard.staff.service.worker import UnhurriedWorker
    from dashboard.web.serving import guarded

    return {
        "bind": f"fd://{listener.fileno()}",
        "workers": 1,
        "worker_class": UnhurriedWorker,
        "threads": THREADS,
        "timeout": PATIENCE,
        **guarded(),
    }
