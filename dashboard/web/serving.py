"""gunicorn, started from here rather than from its command, and the numbers that it is set by."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication

from dashboard.system import journal


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """A gunicorn that serves one application made once and shared by its workers."""

    def __init__(self, app: Callable[..., Any], settings: dict[str, Any]) -> None:
        self._app, self._settings = app, settings
        super().__init__()

    def load_config(self) -> None:
        """Hand the settings to gunicorn."""
        for key, value in self._settings.items():
            self.cfg.set(key, value)

    def load(self) -> Any:
        """The WSGI application."""
        return self._app


def guarded() -> dict[str, Any]:
    """What every service of ours sets alike: what it takes of a request, which front servers it
    believes, how it writes its journal."""
    return {
        "graceful_timeout": 10,
        "limit_request_line": 4094,
        "limit_request_fields": 60,
        "forwarded_allow_ips": os.environ.get("FRONTAUX", "127.0.0.1,::1"),
        "forwarder_headers": "",
        "secure_scheme_headers": {"X-FORWARDED-PROTO": "https"},
        "loglevel": "warning",
        "logconfig_dict": journal.configuration("WARNING"),
    }
