"""The journal of every process of the service: one JSON object a line."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any


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
