"""What stands before every page: who may open it, forms of this site alone, headers of answers."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, Response, abort, g, redirect, request, url_for
from flask.sessions import SecureCookieSessionInterface
from flask_login import LoginManager, current_user
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response as AnyResponse

from dashboard.staff.accounts import allowance, attempts, sessions
from dashboard.staff.accounts.attempts import Door
from dashboard.staff.accounts.bearer_tokens import keyed
from dashboard.staff.accounts.person import Nobody, Person, person_of
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk, unit
from dashboard.system.environment import acts_in_an_hour
from dashboard.web import refusal

AnyView = TypeVar("AnyView", bound=Callable[..., Any])
ANYONE = "n’importe qui"
ASKED = "_opened_to"
COOKIE = "agents"
UNCOUNTED = ("door", "sessions")
"""The pages whose acts are never too many: going out, ending a session that another opened. Those
that take a password count its failures."""
TOO_MANY = (
    "Vous avez beaucoup demandé en peu de temps : réessayez dans {wait}. Ce que vous venez "
    "d’envoyer n’est pas gardé."
)
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No script at all, ours included."""
PREVIEWED = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
"""That of a draft as the public will see it: its drawings hold styles; no script either."""
HEADERS = {
    **refusal.SECURITY,
    "Content-Security-Policy": POLICY,
    "X-Robots-Tag": "noindex, nofollow",
}


def opened_to(who: StaffRole | str) -> Callable[[AnyView], AnyView]:
    """Say which role opens a page: it must be said of each, ``ANYONE`` included."""

    def said(view: AnyView) -> AnyView:
        setattr(view, ASKED, who)
        return view

    return said


def openings(app: Flask) -> dict[str, StaffRole | str]:
    """Who opens each page of that application, by the name of its route."""
    return {name: getattr(view, ASKED) for name, view in app.view_functions.items()}


class Cookie(SecureCookieSessionInterface):
    """A cookie that no script reads and no other site sends; over HTTPS its name binds it to this
    host, and it never travels in clear."""

    def get_cookie_name(self, app: Flask) -> str:
        """Its name, by how it travels."""
        return f"__Host-{COOKIE}" if request.is_secure else COOKIE

    def get_cookie_secure(self, app: Flask) -> bool:
        """Whether it travels encrypted only."""
        return request.is_secure

    def get_cookie_httponly(self, app: Flask) -> bool:
        """No script reads it."""
        return True

    def get_cookie_samesite(self, app: Flask) -> str:
        """No other site sends it with a form."""
        return "Lax"

    def get_cookie_path(self, app: Flask) -> str:
        """Everywhere on the host: what its name over HTTPS asks."""
        return "/"

    def get_cookie_domain(self, app: Flask) -> None:
        """This host alone."""


def stand(app: Flask) -> None:
    """Put the guard before every page of that application; its pages are all registered.

    AttributeError where one does not say who opens it.
    """
    openings(app)
    app.session_interface = Cookie()
    login = LoginManager(app)
    login.session_protection = None
    login.anonymous_user = Nobody
    login.user_loader(_signed_in)
    app.before_request(_let_in)
    CSRFProtect(app)
    app.after_request(_headed)


def _signed_in(token: str) -> Person | None:
    with unit() as made:
        account = sessions.account_of(made, token)
        if account is None or account.territory != desk().territory:
            return None
        return person_of(account, token)


def _let_in() -> AnyResponse | None:
    """Send whoever is not signed in to the door, and refuse who lacks the role."""
    view = desk_view()
    if view is None or (asked := getattr(view, ASKED)) == ANYONE:
        return None
    if not current_user.is_authenticated:
        back = request.path if request.method == "GET" else None
        return redirect(url_for("door.sign_in", suite=back), 303)
    if not current_user.may(asked):
        abort(403)
    if request.method == "POST" and request.blueprint not in UNCOUNTED:
        _count()
    return None


def _count() -> None:
    """Count an act of whoever is signed in, before what she sends is read; TooManyRequests where
    she has asked too many."""
    most = acts_in_an_hour()
    if not most:
        return
    who = keyed(desk().secret, f"actes {desk().territory} {current_user.id}")
    with unit() as made:
        left = allowance.asked(made, Door(who, most))
    if left:
        said = TOO_MANY.format(wait=attempts.minutes(left))
        raise TooManyRequests(said, retry_after=math.ceil(left.total_seconds()))


def desk_view() -> Callable[..., Any] | None:
    """The function that answers what is asked; None where no page does."""
    from flask import current_app

    return current_app.view_functions.get(request.endpoint or "")


def _headed(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers[name] = value
    if g.get("previewed"):
        response.headers["Content-Security-Policy"] = PREVIEWED
    response.headers.setdefault("Cache-Control", "no-store")
    return response
