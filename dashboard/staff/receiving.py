"""A file as it arrives: bounded, in memory and nowhere on the disk, under a name that reads."""

from __future__ import annotations

import io
import unicodedata
from typing import IO

from flask import Request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import ClientDisconnected, ServiceUnavailable

from dashboard.importers.personal_data import unnamed_file
from dashboard.staff.context import desk
from dashboard.system.environment import megabytes_of_file

MEGA = 1024 * 1024
FORM = MEGA // 2
"""Bytes of the form around a file."""
AGAIN = 30
"""Seconds after which one may try again where too many files arrive."""
NAME, UNNAMED = 120, "fichier"


class Received(Request):
    """A request whose files arrive in memory: nothing of them is written before the persons whom
    they name are out of it. 503 where too many arrive, 400 where what arrives is broken."""

    _arriving = 0

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        most = largest() + FORM
        size = most if total_content_length is None else total_content_length
        if not self._arriving:
            if not desk().arrivals.take(size, most):
                raise ServiceUnavailable(retry_after=AGAIN)
            self._arriving = size
        return io.BytesIO()

    def _load_form_data(self) -> None:
        try:
            super()._load_form_data()
        except ParseException:  # Its words quote what arrived: they go into no log.
            raise ClientDisconnected from None

    def close(self) -> None:
        """Let go of what arrived, whole or not."""
        super().close()
        if self._arriving:
            desk().arrivals.leave(self._arriving)
            self._arriving = 0


def too_large() -> str:
    """What is said of a larger file than the operator lets in."""
    return f"dépasse {megabytes_of_file()} Mo"


def largest() -> int:
    """The bytes of the largest file that the operator lets in."""
    return megabytes_of_file() * MEGA


def safe_name(said: str) -> str:
    """The name of a file that was sent, as it can lie on a disk: the last part of its path, without
    what does not print nor names a person; its end is kept, by which it is recognised."""
    last = unicodedata.normalize("NFC", said).replace("\\", "/").rpartition("/")[2]
    last = last[-4 * NAME :]
    shown = "".join(char for char in last if char.isprintable()).strip().lstrip(".")
    printed = unnamed_file(shown)
    stem, dot, suffix = printed.rpartition(".")
    while len(printed.encode()) > NAME and stem:
        stem = stem[:-1]
        printed = f"{stem}{dot}{suffix}"
    return printed if 0 < len(printed.encode()) <= NAME else UNNAMED
