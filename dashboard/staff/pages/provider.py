"""Coming in by the identity provider that the operator named; no page of it without."""

from __future__ import annotations

import logging
from dataclasses import asdict
from typing import TYPE_CHECKING

from flask import Blueprint, abort, redirect, request, session, url_for
from werkzeug.wrappers import Response

from dashboard.staff.accounts import attempts, binding
from dashboard.staff.desk import entering
from dashboard.staff.desk.addresses import after
from dashboard.staff.desk.context import desk, unit
from dashboard.staff.desk.guard import ANYONE, opened_to
from dashboard.staff.desk.rendering import not_done
from dashboard.staff.identity.identity import Absent, Asked, ProvidedIdentity, Unproven
from dashboard.staff.journal import now
from dashboard.staff.refusal import NotDone

if TYPE_CHECKING:
    from dashboard.staff.identity.exchange import Exchange

provider = Blueprint("provider", __name__, url_prefix="/agents/connexion")

PENDING = "fournisseur"
LASTS = 600
"""Seconds that someone has to come back."""
GONE = "{name} ne répond pas : réessayez plus tard."
GONE_WITH_PASSWORD = "{name} ne répond pas : entrez par votre mot de passe, ou réessayez plus tard."
FAILED = "La connexion par {name} n’a pas abouti : recommencez."
log = logging.getLogger(__name__)


@provider.get("/fournisseur")
@opened_to(ANYONE)
def leave() -> Response:
    """Send the person to the provider, with what must come back kept in her cookie."""
    try:
        where, asked = _exchange().begin()
    except Absent as error:
        return _turned_away(_gone(), error)
    begun = int(now().timestamp())
    suite = request.args.get("suite", "")
    session[PENDING] = {**asdict(asked), "begun": begun, "suite": suite}
    return redirect(where, 303)


@provider.get("/retour")
@opened_to(ANYONE)
def back() -> Response:
    """Come in as who the provider says, or be told why not. What was kept serves once."""
    exchange, kept = _exchange(), session.pop(PENDING, None)
    with unit() as made:
        left = attempts.wait(made, (entering.of_client(),))
    if left:
        return _turned_away(entering.wait(left))
    try:
        _enter(exchange.end(request.args, _asked(kept)))
    except Absent as error:
        return _turned_away(_gone(), error)
    except Unproven as error:
        _count()
        return _turned_away(FAILED.format(name=exchange.provider.name), error)
    except NotDone as error:
        _count()
        return _turned_away(str(error))
    return redirect(after(kept["suite"], url_for("home.index")), 303)


def _exchange() -> Exchange:
    return desk().exchange or abort(404)


def _asked(kept: dict[str, str | int] | None) -> Asked:
    """What this browser was sent with, a moment ago; Unproven where it was not."""
    if kept is None or now().timestamp() - int(kept["begun"]) > LASTS:
        raise Unproven("rien n’était attendu de ce navigateur")
    return Asked(str(kept["state"]), str(kept["nonce"]), str(kept["verifier"]))


def _enter(identity: ProvidedIdentity) -> None:
    """Begin the session of the account of that person. NotDone where there is none, or where it
    must wait after wrong passwords."""
    with unit() as made:
        account = binding.bound(made, desk().territory, identity, _exchange().provider.name)
        left = attempts.wait(made, (entering.of_account(account.email),))
        if left:
            raise NotDone(entering.wait(left))
        entering.begin(made, account, identity.hint)


def _count() -> None:
    with unit() as made:
        entering.refuse(made, (entering.of_client(),))


def _gone() -> str:
    said = GONE_WITH_PASSWORD if desk().settings.passwords else GONE
    return said.format(name=_exchange().provider.name)


def _turned_away(sentence: str, error: Exception | None = None) -> Response:
    """Back to the door with that sentence; why goes to the log alone."""
    if error is not None:
        log.warning("connexion par le fournisseur d’identité : %s", error)
    not_done(sentence)
    return redirect(url_for("door.sign_in"), 303)
