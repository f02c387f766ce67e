"""Coming in and going out: sign-in, the first link, the password."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, session, url_for
from flask_login import current_user, logout_user
from sqlalchemy.orm import Session as Unit
from werkzeug.wrappers import Response

from dashboard.staff.accounts import accounts, attempts, passwords, sessions
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base.tables import Account
from dashboard.staff.desk import entering
from dashboard.staff.desk.addresses import after
from dashboard.staff.desk.context import desk, person, told, unit
from dashboard.staff.desk.guard import ANYONE, opened_to
from dashboard.staff.desk.rendering import BAD, done, not_done, page
from dashboard.staff.journal import Act
from dashboard.staff.refusal import NotDone
from dashboard.web.mounting import mount

door = Blueprint("door", __name__, url_prefix="/agents")

WRONG = "L’adresse ou le mot de passe ne convient pas."
VOID = "Ce lien n’est plus valable : demandez-en un autre à un administrateur."
DIFFERENT = "Les deux mots de passe diffèrent : recommencez."
NOT_HERS = "Le mot de passe actuel ne convient pas."
CLOSED = "Ce site ne prend pas de mot de passe : entrez par {name}."
BY_PASSWORD = frozenset(
    f"door.{name}" for name in ("signed_in", "link", "linked", "password", "changed")
)


@door.before_request
def _without_passwords() -> Response | None:
    """Turn away from what has to do with passwords, where the operator takes none."""
    held = desk().settings
    if held.passwords or held.provider is None or request.endpoint not in BY_PASSWORD:
        return None
    not_done(CLOSED.format(name=held.provider.name))
    return redirect(url_for("door.sign_in"), 303)


@door.get("/connexion")
@opened_to(ANYONE)
def sign_in() -> str | Response:
    """The form by which one comes in."""
    if current_user.is_authenticated:
        return redirect(url_for("home.index"))
    return page("connexion", suite=request.args.get("suite", ""), adresse="")


@door.post("/connexion")
@opened_to(ANYONE)
def signed_in() -> str | Response | tuple[str, int]:
    """Come in, or be told why not. A new session replaces any that the browser brought."""
    email, given = request.form.get("adresse", ""), request.form.get("mot-de-passe", "")
    suite = request.form.get("suite", "")
    with unit() as made:
        doors = entering.of_account(email), entering.of_client()
        left = attempts.wait(made, doors)
        account = None if left else _known(made, email, given)
        if account is not None:
            attempts.forgiven(made, doors[0])
            entering.begin(made, account)
        elif not left:
            entering.refuse(made, doors)
    if account is None:
        flash(entering.wait(left) if left else WRONG, BAD)
        return page("connexion", suite=suite, adresse=email), 429 if left else 403
    return redirect(after(suite, url_for("home.index")), 303)


def _known(made: Unit, email: str, given: str) -> Account | None:
    """The account of which these are the address and the password. A password is checked even
    where there is no account: no one can tell by the time it takes."""
    account = accounts.find(made, desk().territory, email)
    held = account.password if account and not account.closed else None
    return account if passwords.matches(given, held) else None


@door.post("/deconnexion")
@opened_to(StaffRole.READER)
def sign_out() -> Response | str:
    """Go out: the session ends on the server too; a page then leads whoever came by the identity
    provider to where hers ends there. No form leads out of this site, nor what answers one."""
    with unit() as made:
        told(made, Act.SIGNED_OUT)
        hint = sessions.end(made, person().token)
    logout_user()
    session.clear()
    exchange = desk().exchange
    back = url_for("door.sign_in").removeprefix(mount())
    leaving = exchange.leaving(hint, back) if exchange and hint else ""
    if exchange and leaving:
        return page("deconnexion", fournisseur=exchange.provider.name, adresse=leaving)
    done("Vous êtes déconnecté.")
    return redirect(url_for("door.sign_in"), 303)


@door.get("/lien/<token>")
@opened_to(ANYONE)
def link(token: str) -> str | tuple[str, int]:
    """The form of a first password. Opening it does not use the link: programs open links too."""
    with unit() as made:
        account = accounts.invited(made, desk().territory, token)
    if account is None:
        flash(VOID, BAD)
        return page("lien-perdu"), 410
    return page("mot-de-passe", compte=account, actuel=False)


@door.post("/lien/<token>")
@opened_to(ANYONE)
def linked(token: str) -> Response:
    """Keep the password, once; then sign in with it."""
    try:
        with unit() as made:
            account = accounts.invited(made, desk().territory, token)
            if account is not None:
                accounts.choose_password(made, account, _twice())
                attempts.forgiven(made, entering.of_account(account.email))
    except NotDone as error:
        not_done(str(error))
        account = None
    if account is None:
        return redirect(url_for("door.link", token=token), 303)
    done("Votre mot de passe est gardé : connectez-vous.")
    return redirect(url_for("door.sign_in"), 303)


def _twice() -> str:
    """The password typed twice; NotDone where they differ."""
    once, again = request.form.get("nouveau", ""), request.form.get("encore", "")
    if once != again:
        raise NotDone(DIFFERENT)
    return once


@door.get("/mot-de-passe")
@opened_to(StaffRole.READER)
def password() -> str:
    """The form of another password."""
    return page("mot-de-passe", compte=person(), actuel=True)


@door.post("/mot-de-passe")
@opened_to(StaffRole.READER)
def changed() -> Response | tuple[str, int]:
    """Keep another password: every session ends, this one begins again."""
    try:
        _check_current()
        with unit() as made:
            account = accounts.known(made, desk().territory, person().email)
            accounts.choose_password(made, account, _twice())
            entering.begin(made, account)
    except NotDone as error:
        flash(str(error), BAD)
        return page("mot-de-passe", compte=person(), actuel=True), 400
    done("Votre mot de passe est changé ; vos autres sessions sont fermées.")
    return redirect(url_for("home.index"), 303)


def _check_current() -> None:
    """NotDone where the current password is not hers, which counts as a failure to come in; or
    where she must wait after others."""
    doors = (entering.of_account(person().email),)
    with unit() as made:
        left = attempts.wait(made, doors)
        right = not left and _known(made, person().email, request.form.get("actuel", ""))
        if not left and not right:
            attempts.failed(made, doors)
    if not right:
        raise NotDone(entering.wait(left) if left else NOT_HERS)
