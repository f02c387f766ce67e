"""Who is signed in: kept by the server, so that it can be ended there."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select, update
from sqlalchemy.orm import Session as Unit

from dashboard.staff.base.tables import Account, Session
from dashboard.staff.journal import now
from dashboard.staff.marks import mark, token

IDLE = dt.timedelta(minutes=30)
ABSOLUTE = dt.timedelta(hours=10)
TOUCHED = dt.timedelta(minutes=1)
"""How old the last sight of a session is before it is written again."""


def begin(unit: Unit, account: Account, hint: str | None = None) -> str:
    """A new session of that account; the token that its cookie holds."""
    made = token()
    unit.add(Session(account=account.id, mark=mark(made), opened=now(), seen=now(), hint=hint))
    return made


def account_of(unit: Unit, found: str) -> Account | None:
    """The account signed in under that token; None where the session ended, was left idle for half
    an hour, is ten hours old, or the account was closed."""
    session = unit.query(Session).filter_by(mark=mark(found)).one_or_none()
    if session is None or session.closed or not _lives(session):
        return None
    account = unit.get(Account, session.account)
    if account is None or account.closed:
        return None
    if now() - session.seen > TOUCHED:
        session.seen = now()
    return account


def anyone(unit: Unit) -> bool:
    """Whether somebody was there in the last half hour."""
    recent = select(Session.id).where(Session.closed.is_(None), Session.seen > now() - IDLE)
    return unit.scalars(recent.limit(1)).one_or_none() is not None


def _lives(session: Session) -> bool:
    return now() - session.seen < IDLE and now() - session.opened < ABSOLUTE


def end(unit: Unit, found: str) -> str | None:
    """End the session of that token; its hint for the provider, which is kept no longer, None where
    it had none."""
    session = unit.query(Session).filter_by(mark=mark(found)).one()
    hint, session.hint, session.closed = session.hint, None, now()
    return hint


def end_all(unit: Unit, account: Account) -> None:
    """End every session of that account."""
    unit.execute(
        update(Session)
        .where(Session.account == account.id, Session.closed.is_(None))
        .values(closed=now(), hint=None)
    )
