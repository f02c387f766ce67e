"""The columns of a file that nothing recognises: proposed, chosen, remembered."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, abort, redirect, request, url_for
from sqlalchemy.orm import Session as Unit
from werkzeug.wrappers import Response

from dashboard.importers.matching.matching import LONGEST, Matching, template_of
from dashboard.staff import journal
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base.tables import Draft
from dashboard.staff.columns import matchings, remembering
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import done, not_done, page
from dashboard.staff.drafts import drafts
from dashboard.staff.journal import Act
from dashboard.staff.pages.drafts import CHANGED, asked_check, opened

columns = Blueprint("columns", __name__, url_prefix="/agents")
SAYING = "/brouillons/<int:number>/colonnes"

NOTHING: Mapping[str, str] = {}


@columns.get(SAYING)
@opened_to(StaffRole.WRITER)
def show(number: int) -> str:
    """The form that says what each column of the file is, filled with what is proposed."""
    with unit() as made:
        draft = _waiting(made, number)
    return _form(draft, matchings.proposed(draft, request.args.get("cible", "")), NOTHING)


@columns.post(SAYING)
@opened_to(StaffRole.WRITER)
def choose(number: int) -> str | Response | tuple[str, int]:
    """Keep what is said of the columns, and have the file read so."""
    with unit() as made:
        draft = _waiting(made, number)
        current = request.form.get("empreinte") == draft.checksum
        said, wrong = matchings.typed(draft, request.form)
        if current and not wrong:
            matchings.remember(made, draft, said)
            what = f"brouillon n° {draft.id}, {draft.file}, {template_of(said.template).title}"
            journal.write(made, desk().territory, person().signature, Act.MATCHED, what)
    if wrong:
        return _form(draft, said, wrong), 422
    if current:
        return asked_check(number)
    not_done(CHANGED)
    return redirect(url_for("columns.show", number=number), 303)


@columns.post(f"{SAYING}/changer")
@opened_to(StaffRole.WRITER)
def again(number: int) -> Response:
    """Have the columns of the file asked again."""
    with unit() as made:
        opened(made, number)
    return asked_check(number, columns=True)


@columns.post("/colonnes/<int:number>/oublier")
@opened_to(StaffRole.WRITER)
def forget(number: int) -> Response:
    """Forget what was said of the columns of some files; 404 where nothing is kept so."""
    with unit() as made:
        found = remembering.forget(made, desk().territory, number)
        if found is None:
            abort(404)
        journal.write(made, desk().territory, person().signature, Act.FORGOTTEN, found.title)
    done(f"Les colonnes retenues pour « {found.title} » sont oubliées.")
    return redirect(url_for("drafts.load"), 303)


def _waiting(made: Unit, number: int) -> Draft:
    """That draft, where its columns are to be said."""
    draft = opened(made, number)
    return draft if draft.state == drafts.DraftState.UNMATCHED else abort(404)


def _form(draft: Draft, said: Matching, wrong: Mapping[str, str]) -> str:
    fields = matchings.asked(draft, said, wrong)
    model = template_of(said.template)
    titles = {field.name: field.title for field in model.fields}
    return page(
        "colonnes",
        brouillon=draft,
        vu=draft.found["sight"],
        cible=model,
        modeles=matchings.models(draft),
        champs=fields,
        manque=[one for one in fields if one.field.required and not (one.chosen or one.text)],
        sert={heading: titles[name] for name, heading in said.headings.items()},
        faux=wrong,
        longueur=LONGEST,
    )
