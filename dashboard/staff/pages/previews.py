"""A draft as the public will see it: the public site on the draft's own publication, without any
script, under an address of this site."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from cachetools import LRUCache
from flask import Blueprint, abort, g, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk, person, unit
from dashboard.staff.desk.guard import opened_to
from dashboard.staff.desk.rendering import not_done
from dashboard.staff.drafts import drafts, filing
from dashboard.staff.drafts.drafts import DraftState
from dashboard.staff.jobs import jobs
from dashboard.staff.jobs.jobs import JobKind
from dashboard.staff.refusal import NotDone
from dashboard.store import NotPublished, chronicling, publication_pointer
from dashboard.store.chronicling import ChronicleFile
from dashboard.web.mounting import mount

if TYPE_CHECKING:
    from dashboard.web.factory import Observatory

previews = Blueprint("previews", __name__, url_prefix="/agents/brouillons/<int:number>")

OPEN, VIEWS = 2, 4
"""Previews held open, and views that each remembers."""
held: LRUCache[str, Observatory] = LRUCache(OPEN)
lock = Lock()


@previews.post("/apercu")
@opened_to(StaffRole.READER)
def ask(number: int) -> AnyResponse:
    """Have that draft made ready to be looked at."""
    try:
        with unit() as made:
            draft = drafts.of(made, desk().territory, number) or abort(404)
            job = jobs.ask(made, person().id, desk().territory, JobKind.PREVIEW, draft)
    except NotDone as error:
        not_done(str(error))
        return redirect(url_for("drafts.show", number=number), 303)
    return redirect(url_for("jobs.show", number=job.id), 303)


@previews.get("/vu/", defaults={"where": ""})
@previews.get("/vu/<path:where>")
@opened_to(StaffRole.READER)
def seen(number: int, where: str) -> AnyResponse:
    """What the public site would answer at that address."""
    with unit() as made:
        draft = drafts.of(made, desk().territory, number) or abort(404)
        busy = jobs.is_busy(made, draft)
    try:
        app = _site(number, busy) if draft.state == DraftState.READY else None
    except NotPublished:
        app = None
    if app is None:
        not_done("L’aperçu de ce brouillon n’est pas prêt, ou ne l’est plus : demandez-le.")
        return redirect(url_for("drafts.show", number=number), 303)
    return _answer(app, url_for("previews.seen", number=number).rstrip("/"))


def _site(number: int, busy: bool) -> Observatory:
    """The public site on the publication of that draft, which may come from another server unless a
    work makes it anew; NotPublished where there is none."""
    if not busy:
        filing.fetch(drafts.place(desk().settings, number), f"{drafts.PREVIEW}/")
    home = drafts.preview(desk().settings, number)
    folder = publication_pointer.current(home, desk().territory)
    with lock:
        if str(folder) not in held:
            held[str(folder)] = _made(folder)
        return held[str(folder)]


def _made(folder: Path) -> Observatory:
    from dashboard.store.store import open_folder
    from dashboard.web.factory import create_app

    ledger = ChronicleFile(chronicling.place(desk().settings.var, desk().territory))
    store = open_folder(folder).as_draft().telling(ledger)
    return create_app(store, kept=VIEWS, site=desk().settings.site)


def _answer(app: Observatory, whole: str) -> AnyResponse:
    """What that site answers under that path, of which nothing is kept; it is not told who asks."""
    from dashboard.web import frozen

    root = whole.removeprefix(mount())
    path = request.environ["PATH_INFO"].removeprefix(root)
    known: dict[str, Any] = {**request.environ, "HTTP_COOKIE": "", frozen.ROOT: root}
    within = {**known, "SCRIPT_NAME": whole, "PATH_INFO": path or "/"}
    response = AnyResponse.from_app(app.server.wsgi_app, within, buffered=True)
    response.headers["Cache-Control"] = "no-store"
    g.previewed = True
    return response
