"""The page that leads to each territory of a service, in plain HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Flask, Response

from dashboard.html import tags as html
from dashboard.html.element import Element
from dashboard.html.plain import to_html
from dashboard.web import gate, refusal, static_files
from dashboard.web.document import WebDocument
from dashboard.words.typography import typeset

TITLE = "Contrats de ville"
DESCRIPTION = "Les observatoires des contrats de ville de plusieurs territoires, servis ensemble."
LEAD = "Choisissez un territoire : chacun a ses pages, ses cartes, ses fichiers."
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A territory of the list: where it is, what it is called, a sentence beside its name; nowhere
    where nothing of it is served."""

    name: str
    href: str = ""
    said: str = ""


Entries = Callable[[], Sequence[Entry]]


def create_directory(entries: Entries) -> Flask:
    """The site that lists them, and that answers what none of them does: 404."""
    app = Flask("dashboard.directory", static_folder=None)
    style = static_files.stylesheet().href

    @app.get("/")
    def listed() -> str:
        return page(entries(), style)

    @app.errorhandler(404)
    def absent(_: object) -> tuple[bytes, int]:
        return refusal.page(404), 404

    @app.after_request
    def headed(response: Response) -> Response:
        for name, value in (*refusal.SECURITY.items(), ("Content-Security-Policy", POLICY)):
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    app.wsgi_app = gate.Gate(app.wsgi_app)  # type: ignore[method-assign]
    return app


def page(entries: Sequence[Entry], style: str) -> str:
    """The HTML of the list; ``style`` is the address of the sheet."""
    listed = html.Div(html.Ul([html.Li(_entry(one)) for one in entries]), className="texte")
    opening = html.Div(
        [html.H1(TITLE), html.P(typeset(LEAD), className="chapeau"), listed],
        className="ouverture-texte",
    )
    brand = html.Span(html.Span(TITLE, className="nom"), className="marque-site")
    header = html.Header(html.Div(brand, className="page entete-ligne"), className="entete")
    first = html.Div([header, html.Main(opening, className="page")], className="cadre")
    document = WebDocument(
        title=TITLE,
        description=DESCRIPTION,
        style=style,
        first=to_html(first),
        config="",
        held=(),
        fonts=(),
        scripts=(),
    )
    return document.html()


def _entry(one: Entry) -> list[Element | str]:
    name = html.A(one.name, href=one.href) if one.href else html.Span(one.name)
    return [name, " ", html.Span(typeset(one.said), className="precision")] if one.said else [name]
