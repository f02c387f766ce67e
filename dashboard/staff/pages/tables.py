"""The tables of the territory, row by row: found, added, changed, removed, in a draft."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from dashboard.depot.edits import RowDiff
from dashboard.schema import TABLES, TableSchema
from dashboard.schema.settings_tables import SCHEMAS, SETTINGS_TABLES
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import done, not_done, page
from dashboard.staff.forms import forms, row_faults, table_page
from dashboard.staff.refusal import NotDone
from dashboard.staff.rows import edits
from dashboard.staff.rows.changes import name_of
from dashboard.staff.rows.choices import OURS, own_source, wording
from dashboard.staff.rows.edits import PASSED, Workspace, marked, print_of

NOTHING: Mapping[str, str] = {}
tables = Blueprint("tables", __name__, url_prefix="/agents/tables")

KEPT = "C’est noté dans votre brouillon n°\u00a0{} : le public ne le voit pas encore."
GONE = "La ligne part de votre brouillon n°\u00a0{} : le public la voit encore."


@tables.get("")
@opened_to(StaffRole.READER)
def index() -> str:
    """Every table, by what staff may do with it."""
    stand = _stand()
    counts = {name: stand.table(name).left for name in SCHEMAS}
    listed = SETTINGS_TABLES.values()
    return page("tables", tables=TABLES.values(), reglees=listed, comptes=counts)


@tables.get("/<name>")
@opened_to(StaffRole.READER)
def show(name: str) -> str:
    """The rows of that table."""
    table, stand = _table(name), _stand()
    asked = table_page.wanted(request.args, table)
    words = wording(table, stand)
    return page(
        "table",
        table=table,
        feuille=table_page.table_page(table, stand.table(name), asked, words),
        mots=words,
        demande=asked,
        brouillon=stand.draft,
        marque=lambda line: marked(name, line),
    )


@tables.get("/<name>/nouvelle")
@opened_to(StaffRole.WRITER)
def fresh(name: str) -> str:
    """The form of a new row."""
    return _form(_kept(name), _stand(), RowDiff(None, None))


@tables.post("/<name>/nouvelle")
@opened_to(StaffRole.WRITER)
def added(name: str) -> str | Response | tuple[str, int]:
    """Keep the new row in the draft."""
    return _saved(_kept(name), _stand(), RowDiff(None, None))


@tables.get("/<name>/<mark>")
@opened_to(StaffRole.READER)
def line(name: str, mark: str) -> str:
    """The form of one row."""
    table, stand = _table(name), _stand()
    return _form(table, stand, _line(stand, name, mark))


@tables.post("/<name>/<mark>")
@opened_to(StaffRole.WRITER)
def changed(name: str, mark: str) -> str | Response | tuple[str, int]:
    """Keep what is changed in the draft."""
    table, stand = _table(name), _stand()
    if not forms.fields_of(table):
        abort(404)
    return _saved(table, stand, _line(stand, name, mark))


@tables.post("/<name>/<mark>/retirer")
@opened_to(StaffRole.WRITER)
def gone(name: str, mark: str) -> Response:
    """Have the row removed in the draft."""
    table, stand = _kept(name), _stand()
    held = _line(stand, name, mark)
    if held.after is None or request.form.get("lu") != print_of(held):
        not_done(PASSED)
    else:
        _put([(table.name, RowDiff(held.after, None))], GONE)
    return redirect(url_for("tables.show", name=name), 303)


def _saved(table: TableSchema, stand: Workspace, held: RowDiff) -> str | Response | tuple[str, int]:
    """The list, once the row is kept; the form again, and what is wrong in it."""
    row = forms.typed(table, request.form.to_dict(flat=False), held.after or {})
    new = RowDiff(held.after, row)
    if held.after is not None and request.form.get("lu") != print_of(held):
        return _form(table, stand, held, row, passed=True), 409
    first = _source(table, row, stand)
    wrong = row_faults.wrong_in(table, new, stand.plus(first))
    if wrong:
        return _form(table, stand, held, row, wrong), 422
    if row == held.after:
        not_done("Rien n’est changé : écrivez ce qui doit l’être, ou revenez à la liste.")
        return redirect(request.path, 303)
    _put([*first, (table.name, new)], KEPT)
    return redirect(url_for("tables.show", name=table.name), 303)


def _source(table: TableSchema, row: dict[str, str], stand: Workspace) -> list[tuple[str, RowDiff]]:
    """The source of what staff type, where the row is the first to name it."""
    known = {one["id"] for one in stand.rows("sources")}
    if row.get("source") != OURS or OURS in known or table.name == "sources":
        return []
    return [("sources", RowDiff(None, own_source(stand)))]


def _put(changed: list[tuple[str, RowDiff]], said: str) -> None:
    try:
        with unit() as made:
            draft = edits.put(made, desk().settings, person(), changed)
        done(said.format(draft.id))
    except NotDone as error:
        not_done(str(error))


def _form(
    table: TableSchema,
    stand: Workspace,
    held: RowDiff,
    said: Mapping[str, str] | None = None,
    wrong: Mapping[str, str] = NOTHING,
    passed: bool = False,
) -> str:
    """The form of that row, filled with what was ``said`` in it, else with what it holds."""
    row = (held.row or {"source": OURS}) if said is None else said
    mine = forms.fields_of(table)
    return page(
        "ligne",
        table=table,
        ligne=held,
        titre=name_of(table, held.row),
        champs=forms.asked(table, row, stand, wrong),
        lus=[one for one in table.fields if one not in mine],
        mots=wording(table, stand),
        faux=wrong,
        passe={one.name for one in mine if passed and row[one.name] != held.row[one.name]},
        ecrit=bool(mine)
        and person().may(StaffRole.WRITER)
        and not (held.before and not held.after),
        lu=print_of(held),
        confirme=forms.CONFIRM,
        marque=marked(table.name, held) if held.row else "",
    )


def _stand() -> Workspace:
    with unit() as made:
        return edits.stand_of(made, desk().settings, person())


def _table(name: str) -> TableSchema:
    return SCHEMAS[name] if name in SCHEMAS else abort(404)


def _kept(name: str) -> TableSchema:
    """That table, which staff keep."""
    table = _table(name)
    return table if table.kept else abort(404)


def _line(stand: Workspace, name: str, mark: str) -> RowDiff:
    return stand.line(name, mark) or abort(404)
