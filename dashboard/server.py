"""gunicorn, as the product runs it: sync workers, preloaded, warmed, bounded."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path
from typing import Any

import click
from gunicorn.app.base import BaseApplication

from dashboard.factory import create_app


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """A gunicorn that serves one app made once and shared by its workers."""

    def __init__(self, app: Any, options: dict[str, Any]) -> None:
        self._app, self._options = app, options
        super().__init__()

    def load_config(self) -> None:
        """Hand the options to gunicorn."""
        for key, value in self._options.items():
            self.cfg.set(key, value)

    def load(self) -> Any:
        """The WSGI application."""
        return self._app


def serve(host: str, port: int, territory: str, var: Path) -> None:
    """Serve that territory, published in ``var``, until interrupted; says its address first."""
    app = create_app(territory=territory, var=var)
    workers = int(os.environ.get("OUVRIERS", max(2, multiprocessing.cpu_count())))
    click.echo(f"Le tableau de bord est servi sur http://{host}:{port}/ (Ctrl+C pour arrêter).")
    options = {
        "bind": f"{host}:{port}",
        "workers": workers,
        "worker_class": "sync",
        "preload_app": True,
        "timeout": 30,
        "graceful_timeout": 10,
        "limit_request_line": 4094,
        "loglevel": "warning",
    }
    Server(app.server, options).run()
