"""gunicorn, as the product runs it: patient workers, preloaded, warmed, bounded."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path
from typing import Any

import click
from gunicorn.app.base import BaseApplication

from dashboard.web import logs, memory
from dashboard.web.factory import Observatory, create_app
from dashboard.web.load_shedding import LoadShedder, queue
from dashboard.web.patient import Patient

POLITE = 10
"""How much the compression of files gives way to readers."""

TIDIED = 50
"""Answers between two tidyings of the memory of a worker."""


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """A gunicorn that serves one app made once and shared by its workers."""

    def __init__(self, app: Observatory, options: dict[str, Any]) -> None:
        self._app = app
        self._worker: Patient | None = None
        self._options = {
            **options,
            "post_worker_init": self._listen,
            "when_ready": self._ready,
            "post_request": _tidied,
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand the options to gunicorn."""
        for key, value in self._options.items():
            self.cfg.set(key, value)

    def load(self) -> Any:
        """The WSGI application, behind its load shedder."""
        return LoadShedder(self._app.server, self._waiting)

    def _ready(self, arbiter: Any) -> None:
        memory.share()
        compress(self._app)

    def _listen(self, worker: Patient) -> None:
        worker.most = number("DEMANDES_PAR_ADRESSE", 0)
        self._worker = worker

    def _waiting(self) -> int:
        """Who waits: requests that arrived, connections that no worker took."""
        if self._worker is None:
            return 0
        return self._worker.waiting + sum(queue(found.sock) for found in self._worker.sockets)


def _tidied(worker: Any, request: Any, environ: Any, answer: Any) -> None:
    """What gunicorn calls once an answer is sent: the worker tidies its memory now and then."""
    if worker.nr % TIDIED == 0:
        memory.tidy()


def compress(app: Observatory) -> int:
    """Compress the files of every page in a process beside the service; its number.

    Forked by hand: the workers, forked later, must not take it for a child of theirs.
    """
    child = os.fork()
    if child:
        return child
    for name in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
        signal.signal(name, signal.SIG_DFL)
    status = 1
    try:
        os.nice(POLITE)
        app.packer.prepare(app.kit.all)
        status = 0
    finally:
        os._exit(status)


def serve(host: str, port: int, territory: str, var: Path) -> None:
    """Serve that territory, published in ``var``, until interrupted; says its address first."""
    memory.give_back()
    app = create_app(territory=territory, var=var)
    workers = number("OUVRIERS", max(2, multiprocessing.cpu_count()))
    click.echo(f"Le tableau de bord est servi sur http://{host}:{port}/ (Ctrl+C pour arrêter).")
    Server(app, options(f"{host}:{port}", workers)).run()


def number(name: str, default: int) -> int:
    """A whole number that the operator set, not negative; ``default`` where it is none."""
    said = os.environ.get(name, "")
    return int(said) if said.isascii() and said.isdigit() else default


def options(bind: str, workers: int) -> dict[str, Any]:
    """How gunicorn is set: what is bounded, what is logged, whom it believes."""
    return {
        "bind": bind,
        "workers": workers,
        "worker_class": Patient,
        "preload_app": True,
        "timeout": 30,
        "graceful_timeout": 10,
        "limit_request_line": 4094,
        "limit_request_fields": 60,
        "forwarded_allow_ips": os.environ.get("FRONTAUX", "127.0.0.1,::1"),
        "forwarder_headers": "",
        "secure_scheme_headers": {"X-FORWARDED-PROTO": "https"},
        "loglevel": "warning",
        "logconfig_dict": logs.configuration("WARNING"),
    }
