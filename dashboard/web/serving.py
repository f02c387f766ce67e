"""gunicorn, started from here rather than from its command, and the numbers that it is set by."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from dashboard.system import journal
from dashboard.system.processes import Revived


class _Watcher(Arbiter):  # type: ignore[misc]  # gunicorn ships no types
    """The process that watches over the workers, and over the sidecars of the service."""

    def start(self) -> None:
        """Listen; what is started later than that holds no address of ours once we are gone."""
        super().start()
        for listener in self.LISTENERS:
            os.set_inheritable(listener.fileno(), False)

    def manage_workers(self) -> None:
        """What gunicorn calls each second, and each time that a child ends."""
        super().manage_workers()
        for sidecar in self.app.sidecars:
            sidecar.look()

    def stop(self, graceful: bool = True) -> None:
        """What gunicorn calls when it is told to stop: the sidecars finish meanwhile what they
        may not leave half done."""
        for sidecar in self.app.sidecars:
            sidecar.tell()
        super().stop(graceful)
        for sidecar in self.app.sidecars:
            sidecar.stop()


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """A gunicorn that serves one application made once and shared by its workers; its sidecars
    are begun again when they die."""

    def __init__(
        self,
        app: Callable[..., Any],
        settings: dict[str, Any],
        sidecars: Sequence[Revived] = (),
    ) -> None:
        self._app, self._settings, self.sidecars = app, settings, sidecars
        super().__init__()

    def run(self) -> None:
        """Serve until told to stop."""
        _Watcher(self).run()

    def load_config(self) -> None:
        """Hand the settings to gunicorn."""
        for key, value in self._settings.items():
            self.cfg.set(key, value)

    def load(self) -> Any:
        """The WSGI application."""
        return self._app


def guarded() -> dict[str, Any]:
    """What every service of ours sets alike: what it takes of a request, which front servers it
    believes, how it writes its journal; nobody commands it but by signals."""
    return {
        "control_socket_disable": True,
        "graceful_timeout": 10,
        "limit_request_line": 4094,
        "limit_request_fields": 60,
        "forwarded_allow_ips": os.environ.get("FRONTAUX", "127.0.0.1,::1"),
        "forwarder_headers": "",
        "secure_scheme_headers": {"X-FORWARDED-PROTO": "https"},
        "loglevel": "warning",
        "logconfig_dict": journal.configuration("WARNING"),
    }
