"""What an editor asks a second one: asked, refused, taken back. Publishing is the answer yes."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, request
from sqlalchemy.orm import Session as Unit
from werkzeug.wrappers import Response

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base.tables import Draft
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import done, not_done
from dashboard.staff.pages.drafts import NO_WHY, back_to, draft_of, read_of
from dashboard.staff.refusal import NotDone
from dashboard.staff.versions import approvals as keeping
from dashboard.staff.versions.reasons import reason

approvals = Blueprint("approvals", __name__, url_prefix="/agents/brouillons/<int:number>")

NOT_READY = "Dites pourquoi vous refusez : la personne qui a demandé le lira."


@approvals.post("/soumettre")
@opened_to(StaffRole.EDITOR)
def ask(number: int) -> Response:
    """Ask that a second person publish that draft, once all that is to be confirmed is."""

    def act(made: Unit, draft: Draft) -> None:
        why = reason(request.form.get("motif", ""), NO_WHY)
        read_of(draft)
        keeping.ask(made, desk().settings, person(), draft, why)

    return _done(number, act, "L’approbation est demandée : un autre éditeur publie, ou refuse.")


@approvals.post("/refuser")
@opened_to(StaffRole.EDITOR)
def refuse(number: int) -> Response:
    """Say no, and why."""

    def act(made: Unit, draft: Draft) -> None:
        keeping.refuse(made, draft, person(), reason(request.form.get("refus", ""), NOT_READY))

    return _done(number, act, "La demande est refusée : le brouillon reste ouvert.")


@approvals.post("/reprendre")
@opened_to(StaffRole.EDITOR)
def take_back(number: int) -> Response:
    """Ask no more what she asked."""
    return _done(
        number, lambda made, draft: keeping.take_back(made, draft, person()), "Demande reprise."
    )


def _done(number: int, act: Callable[[Unit, Draft], None], said: str) -> Response:
    try:
        with unit() as made:
            act(made, draft_of(made, number))
        done(said)
    except NotDone as error:
        not_done(str(error))
    return back_to(number)
