"""The settings of the territory and its logo, in the draft of who changes them."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import done, not_done, page
from dashboard.staff.forms import branding
from dashboard.staff.forms import tuning as keeping
from dashboard.staff.forms.branding import Changed
from dashboard.staff.forms.forms import FormField, one_line
from dashboard.staff.pages.tables import KEPT, NOTHING
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows import edits
from dashboard.staff.rows.edits import Workspace
from dashboard.staff.rows.tunable import LOGO_IMAGE, LOGO_TEXT

tuning = Blueprint("tuning", __name__, url_prefix="/agents/reglages")


@tuning.get("")
@opened_to(StaffRole.READER)
def show() -> str:
    """The form of the settings."""
    return _form(_stand())


@tuning.post("")
@opened_to(StaffRole.WRITER)
def change() -> Response | tuple[str, int]:
    """Keep what differs in the draft."""
    stand, said = _stand(), keeping.typed(request.form)
    wrong = keeping.wrong_in(said)
    if wrong:
        return _form(stand, said, wrong), 422
    return _kept(keeping.changed(stand, said))


@tuning.post("/logo")
@opened_to(StaffRole.WRITER)
def change_logo() -> Response | tuple[str, int]:
    """Keep the image that was sent, if any, and what is read in its place."""
    stand, file = _stand(), request.files.get(LOGO_IMAGE.name)
    sent = branding.sent_of(file.stream if file else None)
    text = one_line(request.form.get(LOGO_TEXT.name, ""))
    wrong = branding.wrong_in(stand, sent, text)
    if wrong:
        return _form(stand, {LOGO_TEXT.name: text}, wrong), 422
    return _kept(branding.changed(stand, sent, text))


@tuning.post("/logo/retirer")
@opened_to(StaffRole.WRITER)
def remove_logo() -> Response:
    """Take the logo away."""
    return _kept(branding.without(_stand()))


def _kept(lines: Changed) -> Response:
    """Keep those changes in the draft; to the form, which says it."""
    try:
        if not lines:
            raise NotDone("Rien n’est changé.")
        with unit() as made:
            done(KEPT.format(edits.put(made, desk().settings, person(), lines).id))
    except NotDone as error:
        not_done(str(error))
    return redirect(url_for("tuning.show"), 303)


def _form(
    stand: Workspace, said: Mapping[str, str] = NOTHING, wrong: Mapping[str, str] = NOTHING
) -> str:
    """The page, with what was typed where something in it is wrong."""
    line = branding.held(stand)
    text = said.get(LOGO_TEXT.name, branding.text_of(stand))
    return page(
        "reglages",
        champs=keeping.asked(stand, {**keeping.values_of(stand), **said}, wrong),
        logo=line.after["image"] if line and line.after else "",
        image=FormField(LOGO_IMAGE, "", (), wrong.get(LOGO_IMAGE.name, "")),
        texte_logo=FormField(LOGO_TEXT, text, (), wrong.get(LOGO_TEXT.name, "")),
        faux=wrong,
        brouillon=stand.draft,
        ecrit=person().may(StaffRole.WRITER),
    )


def _stand() -> Workspace:
    with unit() as made:
        return edits.stand_of(made, desk().settings, person())
