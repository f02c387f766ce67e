"""What time it is where the territory is, wherever its server stands."""

from __future__ import annotations

import datetime as dt
import os
from zoneinfo import ZoneInfo

from dashboard.domain import french

SETTING, DEFAULT = "FUSEAU", "Europe/Paris"


def here(when: dt.datetime) -> dt.datetime:
    """That moment as clocks show it there: what the operator set, else Paris."""
    return when.astimezone(_zone())


def today() -> dt.date:
    """The day that it is there."""
    return here(dt.datetime.now(dt.UTC)).date()


def moment(when: dt.datetime) -> str:
    """That moment as it is read: ``26 novembre 2026 à 9 h 05``."""
    there = here(when)
    hour = french.NBSP.join((str(there.hour), "h", f"{there.minute:02}"))
    return f"{french.date(there.date())} à {hour}"


def _zone() -> ZoneInfo:
    try:
        return ZoneInfo(os.environ.get(SETTING) or DEFAULT)
    except (OSError, ValueError, LookupError):
        return ZoneInfo(DEFAULT)
