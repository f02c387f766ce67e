"""The journal: every act of staff, for good. Never a secret, never what was typed."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session as Unit

from dashboard.staff.base.tables import JournalEntry

SHOWN = 200
_PRINT = re.compile(r", SHA-256 [0-9a-f]{16}$")


class Act(StrEnum):
    """What can be done, as the journal says it."""

    SIGNED_IN = "connexion"
    REFUSED = "connexion refusée"
    SIGNED_OUT = "déconnexion"
    PASSWORD = "mot de passe choisi"
    OPENED = "compte ouvert"
    LINK = "lien envoyé"
    ROLE = "rôle changé"
    CLOSED = "compte retiré"
    BOUND = "compte lié à une identité"
    UNBOUND = "compte délié"
    LOADED = "fichier déposé"
    MATCHED = "colonnes choisies"
    CORRECTED = "cases corrigées"
    TYPED = "lignes changées"
    UNDONE = "changement défait"
    DROPPED = "brouillon supprimé"
    PUBLISHED = "version publiée"
    ROLLED_BACK = "retour à une version"
    WITHDRAWN = "version retirée"
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


def last(unit: Unit, territory: str) -> tuple[JournalEntry, ...]:
    """The last lines of that territory, the newest first."""
    asked = (
        select(JournalEntry)
        .where(JournalEntry.territory == territory)
        .order_by(JournalEntry.id.desc())
    )
    return tuple(unit.scalars(asked.limit(SHOWN)))
