"""Where one is signed in: each browser, since when; ended one by one, or all but this one."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, abort, redirect, url_for
from werkzeug.wrappers import Response

from dashboard.domain import french
from dashboard.staff.accounts import sessions as keeping
from dashboard.staff.accounts.bearer_tokens import mark
from dashboard.staff.accounts.browsers import UNKNOWN
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base.tables import Session
from dashboard.staff.desk.context import person, told, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import done, not_done, page
from dashboard.staff.journal import Act

sessions = Blueprint("sessions", __name__, url_prefix="/agents/connexions")


@sessions.get("")
@opened_to(StaffRole.READER)
def index() -> str:
    """Every session of who asks, this one told apart."""
    with unit() as made:
        found = keeping.of(made, person().id)
    here = mark(person().token)
    return page("connexions", connexions=found, ici=here, inconnu=UNKNOWN)


@sessions.post("/<int:number>/fermer")
@opened_to(StaffRole.READER)
def end(number: int) -> Response:
    """End that session of hers; another person's is not found."""
    with unit() as made:
        held = made.get(Session, number)
        if held is None or held.account != person().id:
            abort(404)
    return _end(lambda one: one.id == number)


@sessions.post("/fermer")
@opened_to(StaffRole.READER)
def end_others() -> Response:
    """End all but this one."""
    here = mark(person().token)
    return _end(lambda one: one.mark != here)


def _end(which: Callable[[Session], bool]) -> Response:
    with unit() as made:
        found = [one for one in keeping.of(made, person().id) if which(one)]
        keeping.close(found)
        if found:
            told(made, Act.ENDED, french.listed([one.browser or UNKNOWN for one in found]))
    if found:
        done(f"{french.counted(len(found), 'connexion est fermée', 'connexions sont fermées')}.")
    else:
        not_done("Cette connexion n’est plus ouverte.")
    return redirect(url_for("sessions.index"), 303)
