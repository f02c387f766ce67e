"""Accounts: opened, given a link, closed. A person chooses her own password, by that link."""

from __future__ import annotations

import datetime as dt
import re

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session as Unit

from dashboard.staff.accounts import passwords, sessions
from dashboard.staff.accounts.bearer_tokens import mark, token
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base.tables import Account, Link
from dashboard.staff.journal import Act, now, write
from dashboard.staff.refusal import NotDone

VALID = dt.timedelta(hours=72)
"""How long a link can be opened."""
EMAIL = re.compile(r"[^\s@<>\"']{1,64}@[^\s@<>\"']{1,189}")
LONGEST = 100


def clean(email: str) -> str:
    """The address of a person as it is kept: one account whatever its capitals."""
    return email.strip().lower()


def find(unit: Unit, territory: str, email: str) -> Account | None:
    """The account of that address, open or not; None without."""
    asked = select(Account).where(Account.territory == territory, Account.email == clean(email))
    return unit.scalars(asked).one_or_none()


def every(unit: Unit, territory: str) -> tuple[Account, ...]:
    """The accounts of that territory, by name."""
    asked = select(Account).where(Account.territory == territory).order_by(Account.name)
    return tuple(unit.scalars(asked))


def known(unit: Unit, territory: str, email: str) -> Account:
    """The account of that address; NotDone without."""
    found = find(unit, territory, email)
    if found is None:
        raise NotDone(f"Il n’y a pas de compte « {clean(email)} » : voyez « agent lister ».")
    return found


def add(unit: Unit, account: Account, by: str) -> str:
    """Keep a new account; the token of the link by which its person comes in.

    NotDone where its address or its name cannot be one, or where the address has an account: one
    that was closed is opened again, with its name and role of now.
    """
    account.email, account.name = clean(account.email), " ".join(account.name.split())
    if not EMAIL.fullmatch(account.email):
        raise NotDone(f"« {account.email} » n’est pas une adresse électronique.")
    if not 1 < len(account.name) <= LONGEST:
        raise NotDone("Donnez le nom de la personne, en cent caractères au plus.")
    held = find(unit, account.territory, account.email)
    if held is not None and not held.closed:
        raise NotDone(f"« {account.email} » a déjà un compte : demandez-lui un nouveau lien.")
    if held is not None:
        held.name, held.role, held.closed, held.password = account.name, account.role, None, None
    unit.add(held or account)
    unit.flush()
    write(unit, account.territory, by, Act.OPENED, f"{account.email}, {account.role}")
    return _link(unit, held or account)


def invite(unit: Unit, account: Account, by: str) -> str:
    """A new link for that account: those before it are void. Its password stays until the link is
    used. NotDone for a closed account."""
    if account.closed:
        raise NotDone(f"Le compte « {account.email} » est retiré : rouvrez-le par « ajouter ».")
    write(unit, account.territory, by, Act.LINK, account.email)
    return _link(unit, account)


def _link(unit: Unit, account: Account) -> str:
    _void(unit, account)
    made = token()
    unit.add(Link(account=account.id, mark=mark(made), expires=now() + VALID))
    return made


def _void(unit: Unit, account: Account) -> None:
    unit.execute(
        update(Link).where(Link.account == account.id, Link.used.is_(None)).values(used=now())
    )


def expire(unit: Unit) -> None:
    """Forget the links that open nothing any more."""
    unit.execute(delete(Link).where(Link.expires < now()))


def invited(unit: Unit, territory: str, found: str) -> Account | None:
    """Whose password that token lets one choose; None where it was used, is old, or never was."""
    link = unit.query(Link).filter_by(mark=mark(found)).one_or_none()
    if link is None or link.used or link.expires < now():
        return None
    account = unit.get(Account, link.account)
    here = account is not None and account.territory == territory and not account.closed
    return account if here else None


def choose_password(unit: Unit, account: Account, password: str) -> None:
    """Have that password from now on: every session ends, every link is void. NotDone where it is
    too short or too easy to guess."""
    wrong = passwords.refused(password, (account.email, account.name, account.territory))
    if wrong:
        raise NotDone(wrong)
    account.password = passwords.hashed(password)
    _void(unit, account)
    sessions.end_all(unit, account)
    write(unit, account.territory, account.email, Act.PASSWORD, account.email)


def change_role(unit: Unit, account: Account, role: StaffRole, by: str) -> None:
    """Give that role; NotDone where no administrator would be left."""
    if role is not StaffRole.ADMIN:
        _keep_an_admin(unit, account)
    account.role = str(role)
    write(unit, account.territory, by, Act.ROLE, f"{account.email}, {role}")


def close(unit: Unit, account: Account, by: str, why: str = "") -> None:
    """Let that person in no more: her sessions end. NotDone where no administrator would be left,
    or where the account is closed already."""
    if account.closed:
        raise NotDone(f"Le compte « {account.email} » est déjà retiré.")
    _keep_an_admin(unit, account)
    account.closed, account.password, account.subject = now(), None, None
    _void(unit, account)
    sessions.end_all(unit, account)
    write(unit, account.territory, by, Act.CLOSED, account.email, why)


def _keep_an_admin(unit: Unit, leaving: Account) -> None:
    others = (item for item in every(unit, leaving.territory) if item.id != leaving.id)
    if leaving.role == StaffRole.ADMIN and not any(
        item.role == StaffRole.ADMIN and not item.closed for item in others
    ):
        raise NotDone("Il ne resterait aucun administrateur : nommez-en un autre d’abord.")
