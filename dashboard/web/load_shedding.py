"""More readers than the service can answer: some are told at once to come back, none hangs."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable, Iterable
from typing import Any

from dashboard.web import refusal

MOST = 200
"""Readers that may wait for their turn: what two workers answer in two seconds or so."""

ALWAYS = "/sante"
"""Probes are answered however long the queue is."""

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application."""


class LoadShedder:
    """An application that answers 503 while more than ``most`` readers wait behind the one served.

    ``waiting`` counts them; where the system cannot tell, everybody is let in.
    """

    def __init__(self, app: Application, waiting: Callable[[], int], most: int = MOST) -> None:
        self._app, self._waiting, self._most = app, waiting, most

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer, or send back."""
        if environ.get("PATH_INFO") != ALWAYS and self._waiting() > self._most:
            start_response(refusal.status(503), refusal.headers(503))
            return [refusal.page(503)]
        return self._app(environ, start_response)


def backlog(listening: socket.socket) -> int:
    """Connections that the system accepted and no worker took yet; 0 where it cannot tell."""
    option = getattr(socket, "TCP_INFO", None)
    if option is None:
        return 0
    try:
        told = listening.getsockopt(socket.IPPROTO_TCP, option, _TCP_INFO.size)
        return int(_TCP_INFO.unpack(told)[-1])
    except (OSError, struct.error):
        return 0


_TCP_INFO = struct.Struct("=8B5I")
"""The head of Linux's ``struct tcp_info``, up to ``tcpi_unacked``: on a socket that listens, the
length of its queue (net/ipv4/tcp.c, tcp_get_info)."""
