"""The staff site put together: its pages, its guard, its errors. Nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Blueprint, Flask, Response, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, TooManyRequests

from dashboard.staff.base import StaffBase
from dashboard.staff.desk import context, denials, guard, rendering
from dashboard.staff.desk.addresses import Number
from dashboard.staff.desk.arriving import FORM, ArrivingRequest
from dashboard.staff.desk.masthead import masthead
from dashboard.staff.drafts.sent_file import largest, too_large
from dashboard.staff.pages import (
    accounts,
    ages,
    approvals,
    columns,
    disputes,
    door,
    drafts,
    histories,
    home,
    jobs,
    journal,
    mending,
    models,
    previews,
    provider,
    review,
    sessions,
    tables,
    tuning,
    versions,
)
from dashboard.staff.service.unwritten import trouble_of
from dashboard.staff.settings import StaffSettings
from dashboard.web import logs, mounting, refusal, static_files

if TYPE_CHECKING:
    from dashboard.staff.identity.exchange import Exchange

BLUEPRINTS: tuple[Blueprint, ...] = (
    door.door,
    provider.provider,
    sessions.sessions,
    home.home,
    drafts.drafts,
    columns.columns,
    mending.mending,
    disputes.disputes,
    approvals.approvals,
    models.models,
    tables.tables,
    histories.histories,
    tuning.tuning,
    review.review,
    previews.previews,
    jobs.jobs,
    versions.versions,
    ages.ages,
    accounts.accounts,
    journal.journal,
)
STALE = "Cette page était ouverte depuis trop longtemps : revenez en arrière, rechargez-la."
UNFORWARDED = (
    "Le formulaire vient d’une autre adresse que celle que le serveur frontal transmet (Host) : "
    "prévenez l’exploitant."
)
SENTENCES = {code: sentence for code, (_, sentence) in refusal.SENTENCES.items()} | {
    403: "Votre rôle ne permet pas cet acte : demandez-le à un administrateur.",
    405: "Cette adresse ne se consulte pas de cette façon.",
    503: "Plusieurs fichiers arrivent en ce moment : renvoyez le vôtre dans une minute.",
}
TITLES = {code: title for code, (title, _) in refusal.SENTENCES.items()} | {
    403: "Acte refusé",
    405: "Demande refusée",
    413: "Fichier trop volumineux",
    503: "Trop de fichiers à la fois",
}
OWN = ("/agents", "/statique")
"""How the addresses of this site begin."""
ELSEWHERE = "Le site public est à une autre adresse : l’opérateur la dit par ADRESSE_PUBLIQUE."
log = logging.getLogger(__name__)


Acted = Callable[[], object]


def in_silence() -> None:
    """Tell nobody that a person acted."""


def create_site(settings: StaffSettings, base: StaffBase, acted: Acted = in_silence) -> Flask:
    """The staff site of that territory, on that open base. ``acted`` is called once what a person
    asked is kept: a work may wait."""
    app = Flask("dashboard.staff", static_folder=None, template_folder="templates")
    app.request_class = ArrivingRequest
    app.url_map.converters["int"] = Number
    desk = context.StaffDesk(settings, base, settings.secret(), _exchange(settings))
    app.config.update(
        SECRET_KEY=desk.secret, MAX_CONTENT_LENGTH=largest() + FORM, WTF_CSRF_TIME_LIMIT=None
    )
    context.put(app, desk)
    rendering.prepare(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    _register_assets(app)
    guard.stand(app)
    app.register_error_handler(Exception, _failed)
    logs.watch(app, logs.route)
    _tell(app, acted)
    mounting.guard(app)
    return app


def _tell(app: Flask, acted: Acted) -> None:
    @app.after_request
    def told(response: Response) -> Response:
        if request.method == "POST":
            acted()
        return response


def _exchange(settings: StaffSettings) -> Exchange | None:
    """How to speak with the identity provider; what it takes is loaded only where there is one."""
    if settings.provider is None:
        return None
    from dashboard.staff.identity.exchange import Exchange

    return Exchange(settings.provider, settings.site)


def _register_assets(app: Flask) -> None:
    @app.get("/statique/<path:name>", endpoint="asset")
    @guard.opened_to(guard.ANYONE)
    def asset(name: str) -> Response:
        rest = name.partition("/")[2]
        sheet = static_files.stylesheet()
        known = sheet if rest == sheet.name else static_files.file(rest)
        found = known or static_files.file(name)
        if found is None:
            return Response("Fichier introuvable.", 404, mimetype="text/plain")
        response = Response(found.content, mimetype=found.kind)
        lasts = found.href.endswith(f"/{name}")
        response.headers["Cache-Control"] = static_files.YEARLY if lasts else static_files.HOURLY
        return response


def _sent_to_public() -> tuple[str, int, dict[str, str]]:
    """Where a page of the public site is, for who asked it of this one, which no front server
    stands before then."""
    where = context.desk().settings.public_address
    if where:
        return "", 303, {"Location": f"{where}{request.path}"}
    return rendering.page("erreur", **_named(404), phrase=ELSEWHERE), 404, {}


def _failed(error: Exception) -> tuple[str | bytes, int, dict[str, str]]:
    """What is said of a failure: a sentence, never a trace. That of the disk or of the base needs
    neither; ours no template: it may be what fails."""
    trouble = trouble_of(error)
    if trouble is not None:
        log.error("%s, sur %s", trouble.title, logs.route())
        what, said = trouble.page
        return rendering.page_for_unknown("erreur", code=503, quoi=what, phrase=said), 503, {}
    code = error.code or 500 if isinstance(error, HTTPException) else 500
    if code == 404 and not request.path.startswith(OWN):
        return _sent_to_public()
    if code >= 500 and code not in refusal.LATER:
        log.exception("erreur sur %s", logs.route())
        return refusal.page(500, whose=_whose()), code, {}
    denials.tell(code)
    said = _unbelieved(error) or _too_many(error) or _sentence(code)
    return rendering.page("erreur", **_named(code), phrase=said), code, refusal.owed(error)


def _whose() -> str:
    return f"Espace des agents, {masthead(context.desk().settings).site}"


def _named(code: int) -> dict[str, object]:
    """What a page calls that failure."""
    return {"code": code, "quoi": TITLES.get(code, TITLES[400])}


def _sentence(code: int) -> str:
    if code == 413:
        return f"Le fichier {too_large()} : déposez-le en plusieurs fois."
    return SENTENCES.get(code, SENTENCES[400])


def _too_many(error: Exception) -> str:
    """What is said to who asked too much; empty of any other failure."""
    return str(error.description) if isinstance(error, TooManyRequests) else ""


def _unbelieved(error: Exception) -> str:
    """What is said of a form that is not believed; empty of any other failure. One sent from
    another address than the front server tells is the operator's to mend: the log says it too."""
    if not isinstance(error, CSRFError):
        return ""
    if "referrer" not in str(error.description):
        return STALE
    log.warning("formulaire refusé : le frontal dit un autre hôte (Host) que l’adresse de la page")
    return UNFORWARDED
