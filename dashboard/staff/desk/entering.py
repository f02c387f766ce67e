"""What every way of coming in shares: what is watched, how long one waits, how a session begins."""

from __future__ import annotations

import datetime as dt

from flask import request, session
from flask_login import login_user
from sqlalchemy.orm import Session as Unit

from dashboard.staff.accounts import accounts, attempts, browsers, sessions
from dashboard.staff.accounts.attempts import Door
from dashboard.staff.accounts.bearer_tokens import keyed
from dashboard.staff.accounts.person import person_of
from dashboard.staff.base.tables import Account
from dashboard.staff.desk.addresses import client
from dashboard.staff.desk.context import desk
from dashboard.staff.journal import Act, write

BROUGHT = "_user_id"
"""Where Flask-Login keeps the token of the session in the cookie."""


def of_account(email: str) -> Door:
    """The door of that account."""
    where = f"compte {desk().territory} {accounts.clean(email)}"
    return Door(keyed(desk().secret, where), attempts.ACCOUNT)


def of_client() -> Door:
    """The door of the address that asks."""
    return Door(keyed(desk().secret, f"adresse {client()}"), attempts.ADDRESS)


def refuse(made: Unit, doors: tuple[Door, ...]) -> None:
    """Count a failure, and say it in the journal: never what was typed, which may be a password."""
    attempts.failed(made, doors)
    write(made, desk().territory, "inconnu", Act.REFUSED)


def begin(made: Unit, account: Account, hint: str | None = None) -> None:
    """Sign in the person of that account, in a session that replaces any that the browser brought,
    which ends; ``hint`` names that of the identity provider, where she came by it."""
    sessions.leave(made, session.get(BROUGHT, ""))
    session.clear()
    browser = browsers.named(request.user_agent.string)
    who = person_of(account, sessions.begin(made, account, hint, browser))
    login_user(who)
    write(made, desk().territory, who.signature, Act.SIGNED_IN)


def wait(left: dt.timedelta) -> str:
    """The sentence of someone who must wait."""
    return f"Trop d’essais : réessayez dans {attempts.minutes(left)}."
