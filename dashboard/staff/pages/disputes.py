"""What two people changed of the same cells, settled in the page of the draft."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, request
from werkzeug.wrappers import Response

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.checks import disputes as keeping
from dashboard.staff.checks.disputes import Dispute
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import not_done
from dashboard.staff.drafts import drafts
from dashboard.staff.pages.drafts import PASSED, asked_check, back_to, hers
from dashboard.staff.refusal import NotDone

disputes = Blueprint("disputes", __name__, url_prefix="/agents/brouillons/<int:number>")

HERS, THEIRS = "mien", "autre"
UNSAID = "Choisissez pour chacune : garder la vôtre, ou prendre l’autre."


@disputes.post("/departager")
@opened_to(StaffRole.WRITER)
def settle(number: int) -> Response:
    """Keep or take each as it was read, then have the draft checked: her own, or any for who
    publishes."""
    try:
        with unit() as made:
            draft = hers(made, number)
            if request.form.get("lu") != drafts.fingerprint(draft):
                raise NotDone(PASSED)
            chosen = [_chosen(request.form, one) for one in keeping.disputes(draft.found)]
            keeping.settle(made, desk().settings, person(), draft, chosen)
    except NotDone as error:
        not_done(str(error))
        return back_to(number)
    return asked_check(number)


def _chosen(form: Mapping[str, str], dispute: Dispute) -> bool:
    """Whether hers is kept; NotDone where the form does not say."""
    said = form.get(f"choix-{dispute.number}", "")
    if said not in (HERS, THEIRS):
        raise NotDone(UNSAID)
    return said == HERS
