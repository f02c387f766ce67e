"""What a public server runs beside it: it fetches the publications that the shared base holds, and
has the one served there be served here, as soon as the base says so."""

from __future__ import annotations

import datetime as dt
import logging
import time
from pathlib import Path

from dashboard.domain import french
from dashboard.postgres.address import Address, Unreachable
from dashboard.postgres.connection import Base, connected
from dashboard.postgres.trees import Damaged
from dashboard.publication import keeping, sharing
from dashboard.publication.sharing import SharedState
from dashboard.store import followed

POLL = 2.0
"""Seconds after which the base is asked, when it says nothing."""
ABSENT = 1.0
"""Seconds between two tries of a base that is gone."""

log = logging.getLogger(__name__)


class Follower:
    """Follows the publications of one territory into ``var``, for as long as it runs."""

    def __init__(self, shared: Address, var: Path, slug: str) -> None:
        self._address, self._var, self._slug = shared, var, slug
        self._seen: SharedState | None = None
        self._since: dt.datetime | None = None
        self._stopping = False

    def stop(self, *_: object) -> None:
        """Have it end, within two seconds."""
        self._stopping = True

    def run(self) -> None:
        """Follow until told to stop: a base that is gone is waited for."""
        self._var.mkdir(parents=True, exist_ok=True)
        while not self._stopping:
            try:
                self._follow()
            except (Unreachable, Damaged, OSError) as error:
                self._say(error)
                time.sleep(ABSENT)

    def once(self) -> str:
        """Bring ``var`` to what the base says now; why it could not be, empty where it was."""
        try:
            with connected(self._address, reads=True) as base:
                self._look(base)
        except (Unreachable, Damaged, OSError) as error:
            return _said(error)
        return ""

    def _follow(self) -> None:
        with connected(self._address, reads=True) as base:
            base.execute(f"listen {sharing.CHANNEL}")
            while not self._stopping:
                self._look(base)
                self._since = None
                followed.say(self._var, self._slug, "")
                for _ in base.notifies(timeout=POLL, stop_after=1):
                    self._seen = None

    def _look(self, base: Base) -> None:
        said = sharing.state(base, self._slug)
        if said != self._seen:
            with keeping.alone(self._var, lambda: None):
                sharing.take(base, self._var, self._slug, sharing.state(base, self._slug))
            self._seen = said

    def _say(self, error: Exception) -> None:
        """Keep why nothing is followed, and since when, for whoever watches over this server:
        anybody may ask, and is not told where the base is."""
        self._seen = None
        if self._since is None:
            self._since = dt.datetime.now(dt.UTC)
            log.warning(_said(error))
        since = f"{french.date(self._since.date())} à {self._since:%H:%M} (temps universel)"
        known = _said(error).replace(f" ({self._address.said})", "")
        sentence = f"{known} Depuis le {since}, la dernière publication reçue reste servie."
        try:
            followed.say(self._var, self._slug, sentence)
        except OSError:
            log.exception("rien ne s’écrit sur ce disque")


def _said(error: Exception) -> str:
    if isinstance(error, Unreachable | Damaged):
        return sharing.said(error)
    return "La publication à servir n’a pas pu être écrite : vérifiez le disque."
