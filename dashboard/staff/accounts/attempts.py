"""Failed sign-ins are counted by account and by address: each one then waits longer."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.orm import Session as Unit

from dashboard.domain import french
from dashboard.staff.base.tables import Attempt
from dashboard.staff.journal import now

FIRST = dt.timedelta(seconds=30)
LONGEST = dt.timedelta(hours=1)
FORGOTTEN = dt.timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Door:
    """What is watched: an account or an address, by its keyed hash, and how many failures are let
    through before it waits."""

    mark: str
    free: int


ACCOUNT, ADDRESS = 5, 20
"""Failures let through: an office may share one address."""


def wait(unit: Unit, doors: tuple[Door, ...]) -> dt.timedelta:
    """How long whoever comes by these doors must still wait; zero for nobody in particular."""
    held = [unit.get(Attempt, door.mark) for door in doors]
    return max([found.until - now() for found in held if found] + [dt.timedelta()])


def failed(unit: Unit, doors: tuple[Door, ...]) -> None:
    """Count a failure at each of these doors; one is forgotten for each hour without any, for an
    office mistypes every day."""
    unit.execute(delete(Attempt).where(Attempt.last < now() - FORGOTTEN))
    for door in doors:
        found = unit.get(Attempt, door.mark)
        if found is None:
            found = Attempt(mark=door.mark, failures=0, last=now(), until=now())
            unit.add(found)
        found.failures = max(0, found.failures - (now() - found.last) // LONGEST) + 1
        found.last = now()
        found.until = now() + delay(found.failures - door.free)


def delay(over: int) -> dt.timedelta:
    """How long to wait after that many failures too many: doubled each time, an hour at most."""
    if over < 0:
        return dt.timedelta()
    return min(FIRST * (1 << min(over, 20)), LONGEST)


def forgiven(unit: Unit, door: Door) -> None:
    """Forget the failures at that door."""
    unit.execute(delete(Attempt).where(Attempt.mark == door.mark))


def minutes(left: dt.timedelta) -> str:
    """A wait in whole minutes, the one begun counted."""
    return french.counted(math.ceil(left.total_seconds() / 60), "minute")
