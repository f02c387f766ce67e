"""The journal of every process of the service: one JSON object a line."""

from __future__ import annotations

import json
import logging
import logging.config
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


QUOTING = {
    "Invalid request from ip=": "demande refusée : elle ne peut pas être lue",
    "Error handling request": "demande sans réponse",
}
"""How the lines of gunicorn begin that quote a request, and what is said instead."""


class Discreet(logging.Filter):
    """Every record, without what gunicorn quotes of a request: where it comes from, what it asks,
    the secret that its address may hold."""

    def filter(self, record: logging.LogRecord) -> bool:
        """True: nothing is kept back."""
        theirs = str(record.msg)
        for begins, ours in QUOTING.items():
            if theirs.startswith(begins):
                record.msg, record.args = ours, ()
        return True


def begin() -> None:
    """Have this process write the journal: gunicorn does so by itself, nothing else does."""
    logging.config.dictConfig(configuration("WARNING"))


def configuration(level: str) -> dict[str, Any]:
    """What ``logging.config.dictConfig`` takes: everything of that level or graver, on stderr."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"ligne": {"()": f"{__name__}.JsonLine"}},
        "filters": {"discret": {"()": f"{__name__}.Discreet"}},
        "handlers": {
            "erreur": {
                "class": "logging.StreamHandler",
                "formatter": "ligne",
                "filters": ["discret"],
            }
        },
        "root": {"level": level, "handlers": ["erreur"]},
        "loggers": {
            name: {"level": level, "handlers": [], "propagate": True}
            for name in ("gunicorn.error", "gunicorn.access")
        },
    }
