"""/preparation/<ticket>: how far a document is, the file once it is ready, a button to give it up.

The page comes back by itself; a script, where one runs, asks how far it is without reloading.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from flask import Flask, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from dashboard.components.marks import data
from dashboard.domain import french
from dashboard.html import tags as html
from dashboard.html.element import Element
from dashboard.html.plain import to_html
from dashboard.press.desk import Desk, PressProgress, PressState
from dashboard.store.store_provider import StoreProvider
from dashboard.system import clock
from dashboard.view import WAITING
from dashboard.web import failure
from dashboard.web.asked import kept
from dashboard.web.document import NONE, Refresh
from dashboard.web.failure import FailureWords, Withdrawn
from dashboard.web.static_files import Kit
from dashboard.words.typography import typeset

PAUSE = 2
"""Seconds between two looks at a document."""

STILL, TOLD, FILE = "arret", "etat", "fichier"
PENDING = (PressState.WAITING, PressState.RUNNING)
MEGABYTE = 1_000_000
TITLES = {
    PressState.WAITING: "Document en préparation",
    PressState.RUNNING: "Document en préparation",
    PressState.READY: "Document prêt",
    PressState.FAILED: "Document non préparé",
}
GONE = (
    "Ce document n’est plus là : il est gardé une heure, sauf si la place manque, et plus du tout "
    "une fois annulé. Redemandez-le depuis sa page."
)


def register(server: Flask, desk: Desk, stores: StoreProvider, kit: Kit) -> None:
    """Answer these addresses, from what is known at the desk; of what was withdrawn, Withdrawn
    makes the answer."""

    def standing(ticket: str) -> PressProgress | None:
        found = desk.standing(ticket)
        reason = stores.withdrawn(found.publication) if found else None
        if reason is not None:
            raise Withdrawn(reason)
        return found

    @server.get(f"{WAITING}<ticket>")
    def waiting(ticket: str) -> Response:
        return _unkept(_answer(standing(ticket), ticket, kit))

    @server.get(f"{WAITING}<ticket>/{FILE}")
    def taken(ticket: str) -> AnyResponse:
        standing(ticket)
        found = desk.taken(ticket)
        return _unkept(kept(*found)) if found else redirect(_href(ticket), 303)

    @server.post(f"{WAITING}<ticket>")
    def given_up(ticket: str) -> AnyResponse:
        found = desk.standing(ticket)
        desk.give_up(ticket)
        return redirect(found.page if found else "/", 303)


def _answer(found: PressProgress | None, ticket: str, kit: Kit) -> Response:
    if found is None:
        return Response(_framed("Document absent", _gone(), kit), 410)
    status = 202 if found.state in PENDING else 200
    if TOLD in request.args:
        return Response(to_html(_told(found)), status)
    refresh = Refresh() if STILL in request.args else _refresh(found, ticket)
    page = _framed(TITLES[found.state], _section(found, ticket), kit, refresh)
    response = Response(page, status)
    if found.state in PENDING:
        response.headers["Retry-After"] = str(PAUSE)
    return response


def _framed(title: str, content: Element, kit: Kit, refresh: Refresh = NONE) -> str:
    said = FailureWords(title, "Un document demandé au site, et où il en est.", content, refresh)
    return failure.framed(said, kit.style.href, tuple(one.href for one in kit.still))


def _unkept(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


def _href(ticket: str, what: str = "") -> str:
    return f"{url_for('waiting', ticket=ticket)}{what}"


def _refresh(found: PressProgress, ticket: str) -> Refresh:
    """When and where the page goes by itself: back to itself where no script asks, then to the
    file."""
    if found.state in PENDING:
        return Refresh(str(PAUSE))
    there = f"0; url={_href(ticket, f'/{FILE}')}" if found.state == PressState.READY else ""
    return Refresh(there, anyway=True)


def _told(found: PressProgress) -> list[Element]:
    """How far it is, in words and, where something is being made, as a bar."""
    bar = [_bar(found)] if found.state in PENDING else []
    return [html.P(sentence(found)), *bar]


def _section(found: PressProgress, ticket: str) -> Element:
    pending = found.state in PENDING
    content = [
        html.H1(TITLES[found.state]),
        html.P(found.title, className="chapeau"),
        html.Div(_told(found), **(data(preparation="") if pending else {})),
        html.Div(_buttons(found, ticket), className="boutons"),
        *([_stay(ticket)] if pending else []),
    ]
    return html.Div(content, className="ouverture-texte")


def sentence(found: PressProgress) -> str:
    """How far it is, in French."""
    said: str = typeset(_SENTENCES[found.state](found))
    return said


def _waits(found: PressProgress) -> str:
    if not found.before:
        return "Il est le prochain."
    before = french.counted(found.before, "document")
    return f"{before} {french.plural(found.before, 'passe', 'passent')} avant lui."


def _runs(found: PressProgress) -> str:
    if found.whole:
        done, whole = french.number(found.done), french.number(found.whole)
        return f"{done} fiches sur {whole} sont faites."
    return f"Sa préparation a commencé il y a {french.counted(round(found.since), 'seconde')}."


def _ready(found: PressProgress) -> str:
    size = french.number(max(found.size / MEGABYTE, 0.1), 1)
    until = clock.here(dt.datetime.fromtimestamp(found.until, dt.UTC))
    return f"{found.name}, {size} Mo. Il reste ici jusqu’à {until:%H h %M}."


_SENTENCES: dict[PressState, Callable[[PressProgress], str]] = {
    PressState.WAITING: _waits,
    PressState.RUNNING: _runs,
    PressState.READY: _ready,
    PressState.FAILED: lambda found: found.why,
}


def _bar(found: PressProgress) -> Element:
    """What is made of what is asked; without a measure where nothing is counted."""
    held = {"max": found.whole, "value": found.done} if found.whole else {}
    return Element("progress", {"aria-label": "Avancement", **held}, "")


def _buttons(found: PressProgress, ticket: str) -> list[Element]:
    back = html.A("Revenir à la page", href=found.page, className="btn btn-secondary")
    if found.state == PressState.FAILED:
        again = html.A("Redemander", href=found.back, className="btn btn-primary")
        return [again, back]
    if found.state == PressState.READY:
        href = _href(ticket, f"/{FILE}")
        return [html.A("Télécharger le document", href=href, className="btn btn-primary"), back]
    look = html.A("Actualiser", href=_href(ticket), className="btn btn-primary")
    stop = html.Button("Annuler", type="submit", className="btn btn-secondary")
    named = {"aria-label": "Annuler la préparation"}
    return [look, html.Form(stop, method="post", action=_href(ticket), **named)]


def _stay(ticket: str) -> Element:
    """A page that comes back by itself can be asked not to, where no script runs."""
    link = html.A("Ne plus l’actualiser d’elle-même", href=_href(ticket, f"?{STILL}"))
    said = f"Cette page s’actualise toutes les {PAUSE} secondes. "
    return Element("noscript", {}, to_html(html.P([typeset(said), link, "."])))


def _gone() -> Element:
    home = html.A("Revenir à l’accueil", href="/", className="btn btn-primary")
    content = [
        html.H1("Document absent"),
        html.P(typeset(GONE), className="chapeau"),
        html.P(home, className="boutons"),
    ]
    return html.Div(content, className="ouverture-texte")
