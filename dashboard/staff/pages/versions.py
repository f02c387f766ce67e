"""The versions of the territory: who, when, why, from which file; going back to one."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from dashboard.depot import Depot, NotKept, NoVersion, Version
from dashboard.publication import served_version
from dashboard.staff import paging
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import not_done, page
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.jobs import JobKind
from dashboard.staff.refusal import NotDone
from dashboard.staff.versions import withdrawing
from dashboard.staff.versions.reasons import LONGEST, reason

versions = Blueprint("versions", __name__, url_prefix="/agents/versions")

NOT_KNOWN = "Dites la raison, et cochez que rien ne rendra ces fichiers."


@versions.get("")
@opened_to(StaffRole.READER)
def index() -> str:
    """The versions, the last one first, page by page; the one served is marked."""
    settings = desk().settings
    held = Depot(settings.var).versions(settings.territory)
    shown, number = paging.cut(held, paging.page_of(request.args))
    pages = paging.pages_of(len(held))
    return page("versions", versions=shown, servie=_served(), rang=number, rangs=pages)


@versions.get("/<int:number>")
@opened_to(StaffRole.READER)
def show(number: int) -> str:
    """One version whole, and the form that goes back to it."""
    version, settings = _version(number), desk().settings
    held = Depot(settings.var).versions(settings.territory)
    return page(
        "version",
        version=version,
        servie=_served(),
        plus=LONGEST,
        autres=[one for one in held if one.number != number and not one.withdrawn],
        partages=withdrawing.sharing(settings, version),
    )


@versions.post("/<int:number>/revenir")
@opened_to(StaffRole.EDITOR)
def go_back(number: int) -> Response:
    """Have that version served again, the reason said."""
    version = _version(number)
    try:
        why = reason(request.form.get("motif", ""), "Dites pourquoi vous revenez à cette version.")
        with unit() as made:
            asked = {"version": version.number, "why": why}
            job = jobs.ask(made, person().id, desk().territory, JobKind.ROLL_BACK, None, **asked)
    except NotDone as error:
        not_done(str(error))
        return redirect(url_for("versions.show", number=number), 303)
    return redirect(url_for("jobs.show", number=job.id), 303)


@versions.post("/<int:number>/retirer")
@opened_to(StaffRole.EDITOR)
def withdraw(number: int) -> Response:
    """Have that version withdrawn everywhere, for good, with those that are ticked; the reason said
    to the public."""
    _version(number)
    form = request.form
    try:
        why = reason(form.get("motif", ""), NOT_KNOWN)
        if form.get("compris") != "oui":
            raise NotDone(NOT_KNOWN)
        asked = {number, *form.getlist("avec", type=int)}
        numbers = withdrawing.concerned(desk().settings, asked)
        wanted = form.get("servir", 0, type=int)
        withdrawing.instead(desk().settings, numbers, wanted)
        with unit() as made:
            said = {"versions": sorted(numbers), "served": wanted, "why": why}
            job = jobs.ask(made, person().id, desk().territory, JobKind.WITHDRAW, None, **said)
    except (NotDone, NotKept) as error:
        not_done(str(error))
        return redirect(url_for("versions.show", number=number), 303)
    return redirect(url_for("jobs.show", number=job.id), 303)


def _served() -> int:
    return served_version(desk().settings.var, desk().territory) or 0


def _version(number: int) -> Version:
    try:
        return Depot(desk().settings.var).version(desk().territory, number)
    except NoVersion:
        abort(404)
