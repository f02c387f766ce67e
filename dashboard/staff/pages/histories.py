"""The history of a row, and what puts back a row that is published."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from dashboard.schema import TableSchema
from dashboard.schema.settings_tables import SCHEMAS
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import done, not_done, page
from dashboard.staff.forms import forms, row_faults
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows import edits
from dashboard.staff.rows import histories as keeping
from dashboard.staff.rows.changes import name_of
from dashboard.staff.rows.choices import Wording, wording
from dashboard.staff.rows.histories import Past

histories = Blueprint("histories", __name__, url_prefix="/agents/tables/<name>/<mark>")

BACK = "La ligne d’avant est notée dans votre brouillon n°\u00a0{} : contrôlez-le, puis publiez."


@histories.get("/histoire")
@opened_to(StaffRole.READER)
def show(name: str, mark: str) -> str:
    """Each version that changed that row: who, when, why, what was before and after."""
    table = _table(name)
    with unit() as made:
        stand = edits.stand_of(made, desk().settings, person())
    line = stand.line(name, mark)
    past = keeping.history(desk().settings, table, mark, wording(table, stand))
    if line is None and not past:
        abort(404)
    row = line.row if line else past[0].line.row
    return page(
        "histoire",
        table=table,
        titre=name_of(table, row),
        passe=past,
        ligne=line,
        marque=mark,
        bornee=keeping.MOST,
        remet=bool(forms.fields_of(table)) and person().may(StaffRole.WRITER),
    )


@histories.post("/remettre")
@opened_to(StaffRole.WRITER)
def put_back(name: str, mark: str) -> Response:
    """Have the row in the draft as it was before that version."""
    table, settings = _table(name), desk().settings
    number = request.form.get("version", 0, type=int)
    past = keeping.history(settings, table, mark, Wording({}))
    found = next((one for one in past if one.version.number == number), None) or abort(404)
    try:
        done(BACK.format(_kept(table, mark, found)))
    except NotDone as error:
        not_done(str(error))
    return redirect(url_for("histories.show", name=name, mark=mark), 303)


def _kept(table: TableSchema, mark: str, past: Past) -> int:
    """The number of the draft that now holds the row as it was; NotDone where it does not fit."""
    settings, who = desk().settings, person()
    with unit() as made:
        stand = edits.stand_of(made, settings, who)
        held = stand.line(table.name, mark)
        line = keeping.put_back(table, held.after if held else None, past.line.before)
        wrong = row_faults.wrong_in(table, line, stand) if line.after is not None else {}
        if wrong:
            raise NotDone(f"La ligne d’avant n’entre plus. {next(iter(wrong.values()))}")
        return edits.put(made, settings, who, [(table.name, line)]).id


def _table(name: str) -> TableSchema:
    return SCHEMAS[name] if name in SCHEMAS else abort(404)
