"""The lines that deserve a look, corrected many at once."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import done, not_done, page
from dashboard.staff.forms import forms
from dashboard.staff.forms import review as reading
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows import edits

review = Blueprint("review", __name__, url_prefix="/agents/relecture")

WORDS = {
    "pilier": ("Pilier proposé", "Une règle propose le pilier d’après l’intitulé ou le porteur."),
    "theme": ("Thème proposé", "Une règle propose le thème d’après l’intitulé ou le porteur."),
    "quartiers": (
        "Quartier proposé",
        "Le quartier vient d’un lieu que la ligne nomme, ou du nom du porteur.",
    ),
    "perimetre": (
        "Périmètre probable",
        "Rien ne dit sûrement que cette ligne relève du contrat de ville.",
    ),
}
"""What each doubt is called, and why there is one."""
KEPT = "{} dans votre brouillon n°\u00a0{} : le public n’en voit rien encore."


@review.get("")
@opened_to(StaffRole.READER)
def index() -> str:
    """The lines that are doubtful in one way, the largest first."""
    with unit() as made:
        stand = edits.stand_of(made, desk().settings, person())
    held = reading.ledger(stand)
    asked = reading.wanted(request.args, reading.first(held))
    fields = forms.asked(reading.TABLE, {}, stand, {})
    return page(
        "relecture",
        demande=asked,
        file=reading.queue(held, asked),
        avance={one.column: reading.progress(held, one) for one in reading.DOUBTS},
        mots=WORDS,
        coche=request.args.get("tout") == "oui",
        champs=fields,
        noms={one.field.name: {of.code: of.label for of in one.choices} for one in fields},
        brouillon=stand.draft,
        aucun=reading.NONE,
        aussi=_kept_in_address() | {"doute": asked.doubt.column},
    )


@review.post("")
@opened_to(StaffRole.WRITER)
def apply() -> Response:
    """Put what is chosen in every line that is ticked, or confirm them as they are."""
    form = request.form.to_dict(flat=False)
    asked = reading.wanted(request.args)
    ticked = {mark: request.form.get(f"lu-{mark}", "") for mark in form.get("ligne", [])}
    try:
        with unit() as made:
            settings, who = desk().settings, person()
            stand = edits.stand_of(made, settings, who)
            confirms = request.form.get("acte") == "confirmer"
            cells = {} if confirms else reading.chosen(stand, form)
            if not ticked or not (cells or confirms):
                raise NotDone("Cochez des lignes, et choisissez ce qu’elles doivent porter.")
            confirmed = (asked.doubt.column,) if confirms else ()
            lines = reading.corrected(stand, ticked, cells, confirmed)
            draft = edits.put(made, settings, who, lines)
        done(KEPT.format(f"{len(ticked)} ligne{'s' if len(ticked) > 1 else ''}", draft.id))
    except NotDone as error:
        not_done(str(error))
    return redirect(url_for("review.index", **_kept_in_address()), 303)


def _kept_in_address() -> dict[str, Any]:
    """What the address asks, to be asked again once the lines are corrected."""
    names = ("doute", "annee", "pilier", "q", "page")
    return {name: request.args[name] for name in names if request.args.get(name)}
