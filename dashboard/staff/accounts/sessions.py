"""Who is signed in: kept by the server, so that it can be ended there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.orm import Session as Unit

from dashboard.staff.accounts.bearer_tokens import mark, token
from dashboard.staff.base.tables import Account, Session
from dashboard.staff.journal import now

IDLE = dt.timedelta(minutes=30)
ABSOLUTE = dt.timedelta(hours=10)
TOUCHED = dt.timedelta(minutes=1)
"""How old the last sight of a session is before it is written again."""
MOST = 20
"""Sessions of one account: beyond, those seen longest ago end."""


def begin(unit: Unit, account: Account, hint: str | None = None, browser: str = "") -> str:
    """A new session of that account; the token that its cookie holds. Those of its sessions that
    ended are forgotten."""
    unit.execute(delete(Session).where(Session.account == account.id, _over()))
    for former in of(unit, account.id)[MOST - 1 :]:
        unit.delete(former)
    made = token()
    session = Session(account=account.id, mark=mark(made), opened=now(), seen=now(), hint=hint)
    session.browser = browser
    unit.add(session)
    return made


def of(unit: Unit, account: int) -> tuple[Session, ...]:
    """The sessions of that account that go on, the one seen last first."""
    held = select(Session).where(Session.account == account, ~_over())
    return tuple(unit.scalars(held.order_by(Session.seen.desc(), Session.id.desc())))


def _over() -> ColumnElement[bool]:
    """Of a session that ended: it was closed, left idle, or is too old."""
    return or_(
        Session.closed.is_not(None),
        Session.seen <= now() - IDLE,
        Session.opened <= now() - ABSOLUTE,
    )


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


def expire(unit: Unit) -> None:
    """Forget the sessions that nobody can be in any more."""
    unit.execute(delete(Session).where(Session.opened < now() - ABSOLUTE))


def _lives(session: Session) -> bool:
    return now() - session.seen < IDLE and now() - session.opened < ABSOLUTE


def end(unit: Unit, found: str) -> str | None:
    """End the session of that token; its hint for the provider, which is kept no longer, None where
    it had none."""
    session = unit.query(Session).filter_by(mark=mark(found)).one()
    hint = session.hint
    close((session,))
    return hint


def leave(unit: Unit, found: str) -> None:
    """End the session of that token, if it is of one."""
    close(unit.query(Session).filter_by(mark=mark(found)))


def close(which: Iterable[Session]) -> None:
    """End these sessions."""
    for session in which:
        session.hint, session.closed = None, now()


def end_all(unit: Unit, account: Account) -> None:
    """End every session of that account."""
    unit.execute(
        update(Session)
        .where(Session.account == account.id, Session.closed.is_(None))
        .values(closed=now(), hint=None)
    )
