"""The journal: every act of staff, until its term. Never a secret, never what was typed.

Lines are added and never change. Those that come to their term go together, once the base holds how
many they are, from when to when, and their sum; it refuses that one goes otherwise.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session as Unit

from dashboard.staff import paging
from dashboard.staff.base.tables import Ended, JournalEntry
from dashboard.system.environment import days_of_journal

SHOWN = 200
_PRINT = re.compile(r", SHA-256 [0-9a-f]{16}$")
AT_ONCE = 5_000
"""Lines that end together."""


class Act(StrEnum):
    """What can be done, as the journal says it."""

    SIGNED_IN = "connexion"
    REFUSED = "connexion refusée"
    SIGNED_OUT = "déconnexion"
    ENDED = "connexions fermées"
    PASSWORD = "mot de passe choisi"
    OPENED = "compte ouvert"
    LINK = "lien envoyé"
    ROLE = "rôle changé"
    CLOSED = "compte retiré"
    BOUND = "compte lié à une identité"
    UNBOUND = "compte délié"
    LOADED = "fichier déposé"
    MATCHED = "colonnes choisies"
    FORGOTTEN = "colonnes oubliées"
    CORRECTED = "cases corrigées"
    TYPED = "lignes changées"
    UNDONE = "changement défait"
    SETTLED = "cases départagées"
    DROPPED = "brouillon supprimé"
    ASKED = "approbation demandée"
    APPROVED = "approbation donnée"
    DECLINED = "approbation refusée"
    TAKEN_BACK = "demande d’approbation reprise"
    FELL = "approbation tombée"
    PUBLISHED = "version publiée"
    ROLLED_BACK = "retour à une version"
    WITHDRAWN = "version retirée"
    UNSENT = "courriel non envoyé"
    FAILED = "travail échoué"
    CANCELLED = "travail annulé"


def now() -> dt.datetime:
    """The moment, to the second."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def write(unit: Unit, territory: str, who: str, act: Act, what: str = "", why: str = "") -> None:
    """Add a line, kept with what the unit of work does or not at all."""
    entry = JournalEntry(territory=territory, when=now(), who=who, act=str(act), what=what, why=why)
    unit.add(entry)


def told(what: str) -> str:
    """What an act was done to, as it is read: without the fingerprint that the first journals
    have of a file, which its version gives whole."""
    return _PRINT.sub("", what)


def count(unit: Unit, territory: str) -> int:
    """How many lines of that territory are kept."""
    asked = select(func.count()).where(JournalEntry.territory == territory)
    return unit.scalar(asked) or 0


def last(unit: Unit, territory: str, page: int = 1) -> tuple[JournalEntry, ...]:
    """The lines of that territory that stand on that page, the newest first."""
    asked = (
        select(JournalEntry)
        .where(JournalEntry.territory == territory)
        .order_by(JournalEntry.id.desc())
    )
    return tuple(unit.scalars(asked.offset((page - 1) * paging.EACH).limit(paging.EACH)))


def expire(unit: Unit, territory: str) -> None:
    """Let go the lines that are older than the journal is kept, once it is said of them."""
    days = days_of_journal()
    if not days:
        return
    mine = select(JournalEntry).where(JournalEntry.territory == territory)
    old = mine.where(JournalEntry.when < now() - dt.timedelta(days=days)).order_by(JournalEntry.id)
    lines = unit.scalars(old.limit(AT_ONCE)).all()
    if lines:
        _end(unit, territory, days, lines)


def _end(unit: Unit, territory: str, days: int, lines: Sequence[JournalEntry]) -> None:
    moments = [line.when for line in lines]
    unit.add(
        Ended(
            territory=territory,
            when=now(),
            days=days,
            first=min(moments),
            last=max(moments),
            upto=lines[-1].id,
            count=len(lines),
            checksum=checksum(lines),
        )
    )
    unit.flush()
    unit.execute(delete(JournalEntry).where(JournalEntry.id.in_([line.id for line in lines])))


def checksum(lines: Sequence[JournalEntry]) -> str:
    """SHA-256 of those lines: who kept a copy of them can tell that it is one."""
    said = [[one.id, one.when.isoformat(), one.who, one.act, one.what, one.why] for one in lines]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def ended(unit: Unit, territory: str) -> tuple[Ended, ...]:
    """What is said of the lines that ended, the last ones first."""
    asked = select(Ended).where(Ended.territory == territory).order_by(Ended.id.desc())
    return tuple(unit.scalars(asked.limit(SHOWN)))
