"""What the journal says of answers: without address searched nor IP."""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, g, request

log = logging.getLogger(__name__)

SLOW = 2.0
"""Seconds from which an answer is worth a line."""


def watch(server: Flask) -> None:
    """Write a line for each answer that took long: its path, without what was asked of it."""

    @server.before_request
    def begin() -> None:
        g.began = time.monotonic()

    @server.after_request
    def end(response: Response) -> Response:
        took = time.monotonic() - g.get("began", time.monotonic())
        if took > SLOW:
            log.warning("réponse lente : %s %s, %.1f s", request.method, request.path, took)
        return response
