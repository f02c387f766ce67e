"""How many acts a person may ask in a row: then one for each part of an hour that goes by."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.orm import Session as Unit

from dashboard.staff.accounts.attempts import Door
from dashboard.staff.base.tables import Attempt
from dashboard.staff.journal import now

HOUR = dt.timedelta(hours=1)


def asked(unit: Unit, door: Door) -> dt.timedelta:
    """Count one more act at that door, where that many are free in an hour; how long to wait where
    they are spent, and nothing is then counted; zero where it may be done."""
    found = unit.get(Attempt, door.mark, with_for_update=True)
    if found is None:
        found = Attempt(mark=door.mark, failures=0, last=now(), until=now())
        unit.add(found)
    spent = max(found.until, now()) + HOUR / door.free
    left = spent - now() - HOUR
    if left <= dt.timedelta():
        found.last, found.until = now(), spent
    return max(left, dt.timedelta())
