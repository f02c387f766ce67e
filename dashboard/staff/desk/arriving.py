"""A file as it arrives: bounded, in memory and nowhere on the disk."""

from __future__ import annotations

import io
from typing import IO

from flask import Request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import ClientDisconnected, ServiceUnavailable

from dashboard.staff.desk.context import desk
from dashboard.staff.drafts.sent_file import MEGA, largest

FORM = MEGA // 2
"""Bytes of the form around a file."""
AGAIN = 30
"""Seconds after which one may try again where too many files arrive."""


class ArrivingRequest(Request):
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
