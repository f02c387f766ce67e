"""What every page of the staff site stands on, held by its application."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from flask import Flask, current_app
from flask_login import current_user
from sqlalchemy.orm import Session as Unit

from dashboard.staff.accounts.person import Person
from dashboard.staff.base import StaffBase
from dashboard.staff.desk.arrivals import Arrivals
from dashboard.staff.journal import Act, write
from dashboard.staff.settings import StaffSettings

if TYPE_CHECKING:
    from dashboard.staff.identity.exchange import Exchange

KEY = "agents"


@dataclass(frozen=True, slots=True)
class StaffDesk:
    """The settings, the open base and the secret of one staff site; how it speaks with its identity
    provider, where it has one; the room for files that arrive."""

    settings: StaffSettings
    base: StaffBase
    secret: str
    exchange: Exchange | None
    arrivals: Arrivals = field(default_factory=Arrivals)

    @property
    def territory(self) -> str:
        """The short name of its territory."""
        return self.settings.territory


def put(app: Flask, desk: StaffDesk) -> None:
    """Have the pages of that application stand on that desk."""
    app.extensions[KEY] = desk


def desk() -> StaffDesk:
    """That of the application that answers."""
    return cast(StaffDesk, current_app.extensions[KEY])


def person() -> Person:
    """The person who asks; only where the guard let her through."""
    return cast(Person, current_user._get_current_object())


@contextmanager
def unit() -> Iterator[Unit]:
    """A unit of work on the base of the application that answers."""
    with desk().base.unit() as made:
        yield made


def told(made: Unit, act: Act, what: str = "", why: str = "") -> None:
    """Write in the journal that the person who asks does this."""
    write(made, desk().territory, person().signature, act, what, why)
