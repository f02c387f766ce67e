"""gunicorn, as the product runs it: patient workers, preloaded, warmed, bounded."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from dashboard.system.environment import number
from dashboard.system.processes import Revived, forked
from dashboard.web import memory
from dashboard.web.factory import Observatory
from dashboard.web.patient import Patient
from dashboard.web.service import create_service
from dashboard.web.serving import Server, guarded

POLITE = 10
"""How much the compression of files gives way to readers."""

TIDIED = 50
"""Answers between two tidyings of the memory of a worker."""


def _bounded(worker: Patient) -> None:
    """What gunicorn calls once a worker is ready."""
    worker.most = number("DEMANDES_PAR_ADRESSE", 0)


def _tidied(worker: Any, request: Any, environ: Any, answer: Any) -> None:
    """What gunicorn calls once an answer is sent: the worker tidies its memory now and then."""
    if worker.nr % TIDIED == 0:
        memory.tidy()


def compress(app: Observatory) -> int:
    """Compress the files of every page in a process beside the service; its number. It ends with
    the service, whose address it holds too.

    Forked by hand: the workers, forked later, must not take it for a child of theirs.
    """

    def work() -> None:
        os.nice(POLITE)
        app.packer.prepare(app.kit.all)

    return forked(work)


def serve(
    host: str, port: int, territory: str, var: Path, sidecars: Sequence[Revived] = ()
) -> None:
    """Serve the territories of the operator, that one where he names none, published in ``var``,
    until interrupted; says the address first. The sidecars are begun again when they die."""
    memory.give_back()
    service = create_service(territory, var)
    click.echo(f"Le tableau de bord est servi sur http://{host}:{port}/ (Ctrl+C pour arrêter).")
    Server(service.answer, options(service.first, f"{host}:{port}"), sidecars).run()


def address() -> str:
    """Where the operator wants the service: ``HOST`` and ``PORT``."""
    return f"{os.environ.get('HOST', '127.0.0.1')}:{number('PORT', 8050)}"


def options(app: Observatory, bind: str) -> dict[str, Any]:
    """How gunicorn is set to serve that app and those beside it: what is bounded, what is logged,
    whom it believes."""

    def ready(arbiter: Any) -> None:
        memory.share()
        compress(app)

    return {
        "bind": bind,
        "workers": number("OUVRIERS", max(2, multiprocessing.cpu_count())),
        "worker_class": Patient,
        "preload_app": True,
        "timeout": 30,
        **guarded(),
        "when_ready": ready,
        "post_worker_init": _bounded,
        "post_request": _tidied,
    }
