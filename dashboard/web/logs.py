"""The journal of the service: one JSON object a line, without address searched nor IP."""

from __future__ import annotations

import json
import logging
import time
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response, g, request

log = logging.getLogger(__name__)

SLOW = 2.0
"""Seconds from which an answer is worth a line."""


class JsonLine(logging.Formatter):
    """A record as one line of JSON: when, how grave, who says what."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        said: dict[str, Any] = {
            "quand": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname.lower(),
            "qui": record.name,
            "processus": record.process,
            "message": record.getMessage(),
        }
        if record.exc_info:
            said["trace"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


def configuration(level: str) -> dict[str, Any]:
    """What ``logging.config.dictConfig`` takes: everything of that level or graver, on stderr."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"ligne": {"()": f"{__name__}.JsonLine"}},
        "handlers": {"erreur": {"class": "logging.StreamHandler", "formatter": "ligne"}},
        "root": {"level": level, "handlers": ["erreur"]},
        "loggers": {
            name: {"level": level, "handlers": [], "propagate": True}
            for name in ("gunicorn.error", "gunicorn.access")
        },
    }


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
