"""The site of one territory among others: it may have nothing to show yet, and stops no other."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

from dashboard.store import NotPublished
from dashboard.system.mounts import Mount
from dashboard.web import refusal
from dashboard.web.factory import Observatory

DELAY = 2.0
"""Seconds between two looks at a territory of which nothing is published."""
TOLD = ("Pas encore publié", "Rien n’est encore publié pour ce territoire : revenez plus tard.")
CODE = 503

log = logging.getLogger(__name__)


class Awaited:
    """An application that answers for the territory of ``mount``: 503 as long as nothing of it is
    published, without any restart once something is."""

    def __init__(self, mount: Mount, make: Callable[[], Observatory]) -> None:
        self.mount, self._make = mount, make
        self._site: Observatory | None = None
        self._looked = -DELAY
        self._lock = Lock()

    @property
    def site(self) -> Observatory | None:
        """Its site; None where nothing is published."""
        late = self._site is None and time.monotonic() - self._looked > DELAY
        if late and self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._lock.release()
        return self._site

    def _look(self) -> None:
        try:
            self._site = self._make()
        except NotPublished as error:
            log.warning(str(error))
        finally:
            self._looked = time.monotonic()

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer, or say that nothing is there yet."""
        site = self.site
        if site is not None:
            answer: Iterable[bytes] = site.server(environ, start_response)
            return answer
        start_response(refusal.status(CODE), refusal.headers(CODE, TOLD))
        return [refusal.page(CODE, TOLD)]
