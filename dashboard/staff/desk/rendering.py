"""A page as HTML: its template, its values escaped, French typography, the frame of the site."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePath
from typing import Any

from flask import Flask, current_app, flash, render_template, request, url_for
from jinja2 import StrictUndefined

from dashboard.depot import sentences
from dashboard.depot.public import title
from dashboard.domain import french
from dashboard.pages import MenuPlace, entries
from dashboard.schema import TABLES
from dashboard.staff.accounts.person import Nobody
from dashboard.staff.accounts.roles import StaffRole
from dashboard.staff.desk.context import desk
from dashboard.staff.desk.masthead import masthead
from dashboard.system import clock
from dashboard.web import static_files

TEXT = re.compile(r">([^<>]+)<")
KEPT = re.compile(r"(<(?:code|pre|textarea)\b.*?</(?:code|pre|textarea)>)", re.DOTALL)
SHEET = "staff.css"
GOOD, BAD = "fait", "refus"

MENU = (
    ("Accueil", "home.index", StaffRole.READER),
    ("Déposer un fichier", "drafts.load", StaffRole.WRITER),
    ("Tables", "tables.index", StaffRole.READER),
    ("Relecture", "review.index", StaffRole.READER),
    ("Versions", "versions.index", StaffRole.READER),
    ("Comptes", "accounts.index", StaffRole.ADMIN),
    ("Journal", "journal.index", StaffRole.ADMIN),
)
"""What each role is shown of the site."""


def prepare(app: Flask) -> None:
    """Give the templates what they all use."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.filters |= {
        "moment": moment,
        "nombre": french.number,
        "compte": french.counted,
        "pluriel": french.plural,
        "euros": lambda amount: "aucun montant" if amount is None else french.euros(float(amount)),
        "ecart": gap,
        "table": title,
        "colonne": column_title,
        "iso": dt.datetime.fromisoformat,
        "change": sentences.change,
        "total": sentences.total,
    }
    app.jinja_env.globals |= {
        "roles": StaffRole,
        "feuilles": sheets,
        "menu": menu,
        "pied": foot,
        "reglages": lambda: desk().settings,
        "nom_du_site": lambda: masthead(desk().settings).site,
    }


def column_title(name: str, file: str) -> str:
    """What the column of that name is called in the table of that file; the name itself where no
    table has it."""
    table = TABLES.get(PurePath(file).stem)
    titles = {field.name: field.title for field in table.fields} if table else {}
    return titles.get(name, name)


def load(app: Flask) -> None:
    """Read every template now: a site that runs answers with those that it began with, whatever an
    upgrade puts on the disk meanwhile."""
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)


def page(template: str, **values: Any) -> str:
    """The HTML of that page."""
    return set_in_french(render_template(f"{template}.html", **values))


def page_for_unknown(template: str, **values: Any) -> str:
    """The same where nobody can tell who asks: it asks no base, and its menu leads nowhere but to
    the public site."""
    made = current_app.jinja_env.get_template(f"{template}.html")
    return set_in_french(made.render(current_user=Nobody(), menu=lambda _: (), **values))


def set_in_french(document: str) -> str:
    """The document with French spaces in what is read; what is quoted as it stands is left."""
    parts = KEPT.split(document)
    return "".join(part if place % 2 else TEXT.sub(_set, part) for place, part in enumerate(parts))


def _set(found: re.Match[str]) -> str:
    return f">{french.typeset(found[1]).replace('° ', f'°{french.NBSP}')}<"


def moment(when: dt.datetime | None) -> str:
    """A moment as it is read; a dash for none."""
    return "–" if when is None else clock.moment(when)


def gap(after: Any, before: Any) -> str:
    """How many euros more or less; a dash where either says no amount."""
    if after is None or before is None:
        return "–"
    return f"{french.signed(float(after) - float(before))}{french.NBSP}€"


def sheets() -> tuple[str, ...]:
    """The addresses of the style sheets: that of the public pages, and what staff pages add."""
    own = static_files.file(SHEET)
    return (static_files.stylesheet().href, *([own.href] if own else []))


def foot() -> tuple[tuple[str, str], ...]:
    """The links at the foot of every page, those of the public site."""
    return entries(MenuPlace.FOOT)


def menu(may: Any) -> tuple[tuple[str, str, str], ...]:
    """The entries of the menu for that person, each with what ``aria-current`` says of it: ``page``
    for the one that is open, ``true`` for the one under which it stands, else nothing; for nobody,
    the door."""
    if not may(StaffRole.READER):
        return (("Se connecter", url_for("door.sign_in"), _current("door.sign_in")),)
    return tuple(
        (label, url_for(where), _current(where)) for label, where, role in MENU if may(role)
    )


def _current(where: str) -> str:
    if request.endpoint == where:
        return "page"
    part, here = where.partition(".")[0], request.blueprint
    return "true" if part == here and part not in ("drafts", "door") else ""


def done(sentence: str) -> None:
    """Have the next page say what was done."""
    flash(sentence, GOOD)


def not_done(sentence: str) -> None:
    """Have the next page say what was refused."""
    flash(sentence, BAD)
