"""The settings of the territory, in the draft of who changes them."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from dashboard.staff import edits
from dashboard.staff import tuning as keeping
from dashboard.staff.context import desk, person, unit
from dashboard.staff.edits import Workspace
from dashboard.staff.guard import opened_to
from dashboard.staff.pages.rendering import done, not_done, page
from dashboard.staff.pages.tables import KEPT, NOTHING
from dashboard.staff.refusal import NotDone
from dashboard.staff.roles import StaffRole

tuning = Blueprint("tuning", __name__, url_prefix="/agents/reglages")


@tuning.get("")
@opened_to(StaffRole.READER)
def show() -> str:
    """The form of the settings."""
    stand = _stand()
    return _form(stand, keeping.values_of(stand))


@tuning.post("")
@opened_to(StaffRole.WRITER)
def change() -> Response | tuple[str, int]:
    """Keep what differs in the draft."""
    stand, said = _stand(), keeping.typed(request.form)
    wrong = keeping.wrong_in(said)
    if wrong:
        return _form(stand, said, wrong), 422
    lines = keeping.changed(stand, said)
    try:
        if not lines:
            raise NotDone("Rien n’est changé.")
        with unit() as made:
            done(KEPT.format(edits.put(made, desk().settings, person(), lines).id))
    except NotDone as error:
        not_done(str(error))
    return redirect(url_for("tuning.show"), 303)


def _form(stand: Workspace, values: Mapping[str, str], wrong: Mapping[str, str] = NOTHING) -> str:
    return page(
        "reglages",
        champs=keeping.asked(stand, values, wrong),
        faux=wrong,
        brouillon=stand.draft,
        ecrit=person().may(StaffRole.WRITER),
    )


def _stand() -> Workspace:
    with unit() as made:
        return edits.stand_of(made, desk().settings, person())
