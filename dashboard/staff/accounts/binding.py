"""Which account someone enters by an identity that a provider proved: one that was opened for her.
No account is made by coming in."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session as Unit

from dashboard.staff.accounts import accounts, sessions
from dashboard.staff.accounts.person import signature
from dashboard.staff.base.tables import Account
from dashboard.staff.identity.identity import ProvidedIdentity
from dashboard.staff.journal import Act, write
from dashboard.staff.refusal import NotDone

UNKNOWN = (
    "Aucun compte de ce site ne vous est ouvert : demandez à un administrateur d’en ouvrir un à "
    "l’adresse électronique que vous avez chez {name}."
)


def bound(unit: Unit, territory: str, identity: ProvidedIdentity, name: str) -> Account:
    """The open account of that person: the one bound to her; the first time, the one that has the
    address which the provider vouches for, bound from now on. NotDone without, in one sentence
    whatever the reason."""
    held = select(Account).where(
        Account.territory == territory, Account.subject == key_of(identity)
    )
    found = unit.scalars(held).one_or_none()
    if found is None:
        found = _unbound(unit, territory, identity.email)
        if found is not None:
            _bind(unit, found, identity)
    if found is None or found.closed:
        raise NotDone(UNKNOWN.format(name=name))
    return found


def key_of(identity: ProvidedIdentity) -> str:
    """What is kept of an identity: a subject means something for its issuer alone."""
    return f"{identity.issuer} {identity.subject}"


def _unbound(unit: Unit, territory: str, email: str) -> Account | None:
    found = accounts.find(unit, territory, email) if email else None
    return found if found and not found.closed and not found.subject else None


def _bind(unit: Unit, account: Account, identity: ProvidedIdentity) -> None:
    account.subject = key_of(identity)
    who = signature(account.name, account.email)
    write(unit, account.territory, who, Act.BOUND, f"{account.email}, {identity.issuer}")


def unbind(unit: Unit, account: Account, by: str) -> None:
    """Let another identity be bound to that account, whose sessions end. NotDone where none is."""
    if not account.subject:
        raise NotDone(f"Le compte « {account.email} » n’est lié à aucune identité.")
    account.subject = None
    sessions.end_all(unit, account)
    write(unit, account.territory, by, Act.UNBOUND, account.email)
