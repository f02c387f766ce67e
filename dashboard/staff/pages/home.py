"""The first page of who is signed in."""

from __future__ import annotations

from flask import Blueprint

from dashboard.staff.guard import opened_to
from dashboard.staff.pages.rendering import page
from dashboard.staff.roles import Role

home = Blueprint("home", __name__, url_prefix="/agents")


@home.get("")
@opened_to(Role.READER)
def index() -> str:
    """Where things stand."""
    return page("accueil")
