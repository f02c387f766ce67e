"""What a person of the staff reads where the disk or the base refuses what she asked: why, what
stands, what to do. Neither a path nor a trace."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.exc import DatabaseError, OperationalError

from dashboard.postgres.address import Unreachable
from dashboard.system import disk

STANDS = "Rien de ce que vous venez de demander n’est enregistré ; tout ce qui l’était le reste."
STOPPED = "ce travail s’est arrêté, ce que voit le public reste entier"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing was written, and what to do about it."""

    title: str
    remedy: str

    @property
    def page(self) -> tuple[str, str]:
        """The title and the sentence of the page that answers an act."""
        return self.title, f"{STANDS} {self.remedy}, puis revenez en arrière et réessayez."

    @property
    def job(self) -> str:
        """How a long work says that it failed."""
        return f"{self.title} : {STOPPED}. {self.remedy}, puis relancez-le."


FULL = Trouble("Le disque est plein", "Demandez à l’opérateur d’y faire de la place")
CLOSED = Trouble("Le disque est fermé en écriture", "Demandez à l’opérateur de l’ouvrir")
GONE = Trouble("La base ne répond pas", "Attendez un instant")
DAMAGED = Trouble(
    "La base des agents est abîmée", "Demandez à l’opérateur de la remettre d’une sauvegarde"
)
OF_SQLITE = (
    (disk.FULL_SQLITE, FULL),
    (disk.CLOSED_SQLITE, CLOSED),
    (disk.DAMAGED_SQLITE, DAMAGED),
)
"""What SQLite says in the last byte of its code, and what it is for who asked."""

ENDS = {20: FULL, 21: CLOSED, 22: GONE, 23: DAMAGED}
"""How a process ends that could not write why it failed: the disk or the base that refused it
refused that too."""


def end_of(error: Exception) -> int:
    """How a process ends that this failure ends; 1 where neither the disk nor the base is its
    cause."""
    trouble = trouble_of(error)
    return next((code for code, one in ENDS.items() if one == trouble), 1)


def trouble_of(error: Exception) -> Trouble | None:
    """What that failure is for who asked, or what it comes from; None where neither the disk nor
    the base is its cause."""
    return _one(error) or _one(error.__cause__)


def _one(error: BaseException | None) -> Trouble | None:
    """That of an error of the accounts' base, which SQLAlchemy wraps, or of the disk. A depot that
    is damaged says so itself."""
    if isinstance(error, OperationalError):
        return _of_base(error.orig) or GONE
    if isinstance(error, DatabaseError):
        return _of_base(error.orig)
    if isinstance(error, Unreachable):
        return GONE
    found = _of_base(error) or _of_disk(getattr(error, "errno", None))
    return None if found == DAMAGED else found


def _of_base(error: BaseException | None) -> Trouble | None:
    """That of a base which answers, and has no room, may not write, or is no base any more."""
    if getattr(error, "sqlstate", "") == disk.FULL_POSTGRES:
        return FULL
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return next((trouble for codes, trouble in OF_SQLITE if code in codes), None)


def _of_disk(number: int | None) -> Trouble | None:
    return FULL if number in disk.FULL else CLOSED if number in disk.CLOSED else None
