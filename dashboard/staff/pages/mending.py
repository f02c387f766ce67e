"""The faulty cells of a draft: corrected in the page, or in a spreadsheet that is given back."""

from __future__ import annotations

import codecs
import io
from pathlib import Path

from flask import Blueprint, abort, request, send_file
from werkzeug.wrappers import Response

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.base.tables import Draft
from dashboard.staff.checks import mending as keeping
from dashboard.staff.desk.context import desk, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import not_done
from dashboard.staff.drafts import drafts, filing
from dashboard.staff.jobs import jobs
from dashboard.staff.pages.drafts import CHANGED, asked_check, back_to, draft_of, opened

mending = Blueprint("mending", __name__, url_prefix="/agents/brouillons/<int:number>")

TEXTS = (".csv", ".tsv", ".txt")
"""Files that a spreadsheet reads right once they say that they are in UTF-8."""


@mending.post("/corriger")
@opened_to(StaffRole.WRITER)
def correct(number: int) -> Response:
    """Put what the form says in the faulty cells of the file, and check it again."""
    with unit() as made:
        draft = opened(made, number)
        current = request.form.get("empreinte") == draft.checksum
        asked = keeping.corrections(draft, request.form)
    if not current:
        not_done(CHANGED)
        return back_to(number)
    if asked:
        return asked_check(number, corrections=asked)
    not_done("Aucune case n’est corrigée : écrivez ce qu’elle doit contenir.")
    return back_to(number)


@mending.get("/a-corriger.xlsx")
@opened_to(StaffRole.READER)
def to_correct(number: int) -> Response:
    """The file as a workbook, its faulty cells marked."""
    with unit() as made:
        draft = draft_of(made, number)
        busy = jobs.is_busy(made, draft)
    return _given(draft, drafts.marked(desk().settings, draft.id), busy)


@mending.get("/corrige")
@opened_to(StaffRole.WRITER)
def corrected(number: int) -> Response:
    """The file of that draft as it was corrected in the page; 404 where nothing was."""
    with unit() as made:
        draft = opened(made, number)
        busy = jobs.is_busy(made, draft)
    if not draft.received.get("corrected"):
        abort(404)
    return _given(draft, drafts.kept_file(desk().settings, draft), busy)


def _given(draft: Draft, path: Path, busy: bool) -> Response:
    """That file of the draft, which may come from another server unless a work makes it anew; 404
    where it is not there."""
    place = drafts.place(desk().settings, draft.id)
    if not busy:
        filing.fetch(place, path.relative_to(place).as_posix())
    if not path.is_file():
        abort(404)
    mark = codecs.BOM_UTF8 if path.suffix in TEXTS else b""
    content = io.BytesIO(mark + path.read_bytes().removeprefix(mark))
    return send_file(content, as_attachment=True, download_name=path.name)
