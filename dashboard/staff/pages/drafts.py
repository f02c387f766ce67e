"""A file comes in, is checked, and becomes a version."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request, url_for
from sqlalchemy.orm import Session as Unit
from werkzeug.wrappers import Response

from dashboard.importers.mending import MOST
from dashboard.importers.templates import CONTACTS, TEMPLATES
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base.tables import Account, Draft, Job
from dashboard.staff.checks import disputes, mending
from dashboard.staff.checks.findings import SHOWN, to_confirm, whole
from dashboard.staff.columns import remembering
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import done, not_done, page
from dashboard.staff.drafts import drafts as keeping
from dashboard.staff.drafts import loading
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.jobs import JobKind
from dashboard.staff.public import truth
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows import edits
from dashboard.staff.rows.changes import RowChange, changes
from dashboard.staff.versions import approvals
from dashboard.staff.versions.reasons import LONGEST, reason
from dashboard.system.environment import days_of_drafts, megabytes_of_file

drafts = Blueprint("drafts", __name__, url_prefix="/agents")

CHANGED = "Ce fichier a été corrigé depuis : relisez ce qui reste à corriger."
PASSED = "Ce brouillon a changé depuis que vous l’avez lu : relisez-le, puis recommencez."
NO_WHY = "Dites pourquoi vous publiez : le public le lira."


@drafts.get("/deposer")
@opened_to(StaffRole.WRITER)
def load() -> str:
    """The form of a file."""
    return _form()


def _form(wrong: str = "", contacts: bool = False) -> str:
    """The same, with why the last file was refused, and what was ticked of it."""
    with unit() as made:
        held = remembering.every(made, desk().territory)
    return page(
        "deposer",
        refus=wrong,
        contacts=contacts,
        modeles=TEMPLATES,
        modele_contacts=CONTACTS.title,
        retenues=held,
        jours=days_of_drafts(),
        mega=megabytes_of_file(),
    )


@drafts.post("/deposer")
@opened_to(StaffRole.WRITER)
def loaded() -> Response | tuple[str, int]:
    """Keep the file as a draft, and have it checked; else the form again, with why not."""
    sent, contacts = request.files.get("fichier"), "contacts" in request.form
    if sent is None or not sent.filename:
        return _form("Choisissez un fichier.", contacts), 422
    try:
        with desk().arrivals.reading:
            file = loading.incoming(sent.filename, sent.read(), contacts)
        with unit() as made:
            draft = loading.receive(made, desk().settings, person(), file)
            job = jobs.ask(made, person().id, desk().territory, JobKind.CHECK, draft)
    except NotDone as error:
        return _form(str(error), contacts), 422
    return redirect(url_for("jobs.show", number=job.id), 303)


@drafts.get("/brouillons/<int:number>")
@opened_to(StaffRole.READER)
def show(number: int) -> str:
    """What the checks of that draft found, what it changes, and the form that publishes it."""
    with unit() as made:
        draft = draft_of(made, number)
        owner = made.get_one(Account, draft.owner)
        job = made.query(Job).filter_by(draft=draft.id).order_by(Job.id.desc()).first()
        typed = _typed(made, draft)
        disputed = disputes.tallies(made, draft)
        asked = approvals.last(made, draft)
    return page(
        "brouillon",
        brouillon=draft,
        lu=keeping.fingerprint(draft),
        trouve=whole(draft.found),
        auteur=owner.name,
        travail=job,
        saisie=typed,
        a_departager=disputed,
        etats=keeping.DraftState,
        a_confirmer=tuple(to_confirm(draft.found)),
        ouvert=draft.state in keeping.OPEN and person().may(StaffRole.WRITER),
        cases=mending.offered(draft.found),
        longueur=mending.LONGEST,
        partout=mending.repeated,
        montrees=SHOWN,
        corrigeables=MOST,
        plus=LONGEST,
        apercu=keeping.preview(desk().settings, draft.id).is_dir(),
        a_deux=approvals.needed(desk().settings),
        demande=asked,
        demandes=approvals.ApprovalState,
        devance=truth.passing(desk().settings, draft.base) if draft.found else None,
    )


@drafts.post("/brouillons/<int:number>/controler")
@opened_to(StaffRole.WRITER)
def check(number: int) -> Response:
    """Check that draft again, on top of what the public sees now."""
    with unit() as made:
        opened(made, number)
    return _asked(number, JobKind.CHECK)


@drafts.post("/brouillons/<int:number>/publier")
@opened_to(StaffRole.EDITOR)
def publish(number: int) -> Response:
    """Have that draft published, once all that is to be confirmed is, and the reason said: by who
    asks for it where a second person approves."""
    try:
        with unit() as made:
            draft = draft_of(made, number)
            disputes.check_settled(made, draft)
            if approvals.needed(desk().settings):
                why = approvals.checked(made, draft, person().id).why
            else:
                why = reason(request.form.get("motif", ""), NO_WHY)
            read = read_of(draft)
    except NotDone as error:
        not_done(str(error))
        return back_to(number)
    return _asked(number, JobKind.PUBLISH, why=why, read=read)


@drafts.post("/brouillons/<int:number>/defaire/<int:edit>")
@opened_to(StaffRole.WRITER)
def undo(number: int, edit: int) -> Response:
    """Take back one change of that draft as she read it: her own, or any for who publishes."""
    try:
        with unit() as made:
            draft = hers(made, number)
            if request.form.get("lu") != keeping.fingerprint(draft):
                raise NotDone(PASSED)
            edits.undo(made, desk().settings, person(), draft, edit)
            done("Le changement est défait.")
    except NotDone as error:
        not_done(str(error))
    return back_to(number)


def back_to(number: int) -> Response:
    """To the page of that draft."""
    return redirect(url_for("drafts.show", number=number), 303)


def read_of(draft: Draft) -> str:
    """What the form says was read of that draft; NotDone where it is no longer that, or where what
    is to be confirmed is not."""
    read = request.form.get("lu", "")
    if read != keeping.fingerprint(draft):
        raise NotDone(keeping.CHANGED)
    wanted = {str(rank) for rank, _ in enumerate(to_confirm(draft.found))}
    if wanted - set(request.form.getlist("confirme")):
        raise NotDone("Cochez chaque point à confirmer, ou corrigez le fichier.")
    return read


def _typed(made: Unit, draft: Draft) -> tuple[RowChange, ...]:
    """What that draft changes row by row, while it is open; none for one made from a file."""
    if not draft.typed or draft.state not in keeping.OPEN:
        return ()
    stand = edits.of_draft(made, desk().settings, draft)
    return tuple(changes(stand, edits.held(made, draft)))


def _asked(number: int, kind: JobKind, **said: object) -> Response:
    try:
        with unit() as made:
            draft = draft_of(made, number)
            job = jobs.ask(made, person().id, desk().territory, kind, draft, **said)
    except NotDone as error:
        not_done(str(error))
        return back_to(number)
    return redirect(url_for("jobs.show", number=job.id), 303)


@drafts.post("/brouillons/<int:number>/supprimer")
@opened_to(StaffRole.WRITER)
def remove(number: int) -> Response:
    """Forget that draft: her own, or any for who publishes."""
    with unit() as made:
        draft = hers(made, number)
        try:
            keeping.remove(made, desk().settings, draft, person())
            done(f"Le brouillon de « {draft.file} » est supprimé.")
        except NotDone as error:
            not_done(str(error))
    return redirect(url_for("home.index"), 303)


def hers(made: Unit, number: int) -> Draft:
    """That draft, for who made it and for who publishes."""
    draft = draft_of(made, number)
    if not is_hers(draft):
        abort(403)
    return draft


def is_hers(draft: Draft) -> bool:
    """Whether who asks made that draft, or publishes."""
    return draft.owner == person().id or person().may(StaffRole.EDITOR)


def opened(made: Unit, number: int) -> Draft:
    """That draft, while it is neither published nor removed."""
    draft = draft_of(made, number)
    if draft.state not in keeping.OPEN:
        abort(404)
    return draft


def asked_check(number: int, **said: object) -> Response:
    """Have that draft checked; where that is followed."""
    return _asked(number, JobKind.CHECK, **said)


def draft_of(made: Unit, number: int) -> Draft:
    """That draft of this territory; 404 for any other."""
    found = keeping.of(made, desk().territory, number)
    if found is None:
        abort(404)
    return found
