"""What sends mails beside the works: a process of its own, stopped where a server holds it."""

from __future__ import annotations

import time
from typing import Any

from dashboard.staff.base import StaffBase
from dashboard.staff.mail import mail_server, mailing
from dashboard.staff.settings import StaffSettings

LONGEST = 60
"""Seconds after which a process that sends is stopped: its mail is tried again later."""


class Postman:
    """The mails of one territory, on one server. Without a mail server it does nothing."""

    def __init__(self, settings: StaffSettings, base: StaffBase, context: Any) -> None:
        self._settings, self._base, self._context = settings, base, context
        self._process: Any = None
        self._begun = 0.0

    def turn(self) -> None:
        """Begin to send what is due, unless that is being done."""
        if self._process is not None and self._process.is_alive():
            if time.monotonic() - self._begun > LONGEST:
                self._process.kill()
            return
        self._process = None
        if mail_server.is_set() and self._is_wanted():
            self._process = self._context.Process(target=_post, args=(self._settings,))
            self._process.start()
            self._begun = time.monotonic()

    def _is_wanted(self) -> bool:
        with self._base.beside() as unit:
            return mailing.are_due(unit, self._settings.territory)

    def close(self) -> None:
        """Stop what is being sent: it is tried again."""
        if self._process is not None:
            self._process.kill()
            self._process.join()


def _post(settings: StaffSettings) -> None:
    base = StaffBase(settings.base)
    mailing.deliver(settings, base)
    base.close()
