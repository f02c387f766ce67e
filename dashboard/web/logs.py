"""What the journal says of answers: without address searched nor IP."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from flask import Flask, Response, g, request

log = logging.getLogger(__name__)

SLOW = 2.0
"""Seconds from which an answer is worth a line."""


def path() -> str:
    """The path of the request, without what is asked of it."""
    return request.path


def route() -> str:
    """What answers the request, without what its address holds: a secret may stand in it."""
    return request.url_rule.rule if request.url_rule else "une adresse inconnue"


def watch(server: Flask, said: Callable[[], str] = path) -> None:
    """Write a line for each answer that took long, with what is ``said`` of its address."""

    @server.before_request
    def begin() -> None:
        g.began = time.monotonic()

    @server.after_request
    def end(response: Response) -> Response:
        took = time.monotonic() - g.get("began", time.monotonic())
        if took > SLOW:
            log.warning("réponse lente : %s %s, %.1f s", request.method, said(), took)
        return response
