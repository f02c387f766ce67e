"""The accounts of the territory: who, which role; opened, given a link, closed."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, request, url_for
from sqlalchemy.orm import Session as Unit
from werkzeug.wrappers import Response

from dashboard.staff.accounts import accounts as keeping
from dashboard.staff.accounts import attempts, binding
from dashboard.staff.accounts.roles import MEANING, StaffRole
from dashboard.staff.base.tables import Account
from dashboard.staff.desk import entering
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import done, not_done, page
from dashboard.staff.journal import now
from dashboard.staff.refusal import NotDone
from dashboard.view import is_public
from dashboard.web.mounting import mount

accounts = Blueprint("accounts", __name__, url_prefix="/agents/comptes")

NO_ROLE = "Choisissez un rôle."


@accounts.get("")
@opened_to(StaffRole.ADMIN)
def index() -> str:
    """Every account, and the form of a new one."""
    with unit() as made:
        found = keeping.every(made, desk().territory)
        waits = {one.id: _waits(made, one) for one in found}
    return page("comptes", comptes=found, attentes=waits, sens=MEANING)


def _waits(made: Unit, account: Account) -> str:
    """How long that account lets nobody in, after too many failures; nothing for one that does."""
    left = attempts.wait(made, (entering.of_account(account.email),))
    return f"fermé encore {attempts.minutes(left)} : trop d’essais" if left else ""


@accounts.post("")
@opened_to(StaffRole.ADMIN)
def add() -> Response:
    """Open an account; its link is shown once."""
    try:
        with unit() as made:
            account = Account(
                territory=desk().territory,
                email=request.form.get("adresse", ""),
                name=request.form.get("nom", ""),
                role=str(_role()),
                created=now(),
            )
            token = keeping.add(made, account, person().signature)
    except NotDone as error:
        not_done(str(error))
    else:
        _show(account.email, token)
    return _back()


@accounts.post("/<int:number>/lien")
@opened_to(StaffRole.ADMIN)
def invite(number: int) -> Response:
    """A new link for that account, shown once."""
    try:
        with unit() as made:
            account = _account(made, number)
            token = keeping.invite(made, account, person().signature)
    except NotDone as error:
        not_done(str(error))
    else:
        _show(account.email, token)
    return _back()


@accounts.post("/<int:number>/role")
@opened_to(StaffRole.ADMIN)
def change(number: int) -> Response:
    """Give another role to that account."""

    def act(made: Unit, account: Account) -> str:
        role = _role()
        keeping.change_role(made, account, role, person().signature)
        return f"{account.name} est maintenant {role}."

    return _done(number, act)


@accounts.post("/<int:number>/delier")
@opened_to(StaffRole.ADMIN)
def unbind(number: int) -> Response:
    """Let another identity be bound to that account: whoever comes next with its address."""

    def act(made: Unit, account: Account) -> str:
        binding.unbind(made, account, person().signature)
        return f"Le compte de {account.name} n’est plus lié : sa prochaine connexion le liera."

    return _done(number, act)


@accounts.post("/<int:number>/retirer")
@opened_to(StaffRole.ADMIN)
def close(number: int) -> Response:
    """Close that account: its sessions end at once."""

    def act(made: Unit, account: Account) -> str:
        keeping.close(made, account, person().signature)
        return f"Le compte de {account.name} est retiré, ses sessions sont fermées."

    return _done(number, act)


def _done(number: int, act: Callable[[Unit, Account], str]) -> Response:
    """Do that to that account, and say it, or why not."""
    try:
        with unit() as made:
            said = act(made, _account(made, number))
    except NotDone as error:
        not_done(str(error))
    else:
        done(said)
    return _back()


def _account(made: Unit, number: int) -> Account:
    """That account of this territory; NotDone for any other."""
    found = made.get(Account, number)
    if found is None or found.territory != desk().territory:
        raise NotDone("Ce compte n’existe pas.")
    return found


def _role() -> StaffRole:
    said = request.form.get("role", "")
    if said not in list(StaffRole):
        raise NotDone(NO_ROLE)
    return StaffRole(said)


def _show(email: str, token: str) -> None:
    held = desk().settings
    if held.provider and not held.passwords:
        done(f"{email} peut entrer par {held.provider.name}.")
        return
    here = url_for("door.link", token=token, _external=not is_public(held.site))
    address = f"{held.site}{here.removeprefix(mount())}" if is_public(held.site) else here
    done(f"Lien à donner à {email}, une seule fois, sous trois jours : {address}")


def _back() -> Response:
    return redirect(url_for("accounts.index"), 303)
