"""The frame of every page: skip link, header, notice, main content, footer, status region."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard import keys
from dashboard.components import ids, labels, paper
from dashboard.components.context import Context
from dashboard.components.marks import aria, data
from dashboard.domain.option import MAX_TEXT
from dashboard.html import tags as html
from dashboard.html.element import Element
from dashboard.pages.changed import PATH as CHANGES
from dashboard.pages.finding import SUGGESTIONS
from dashboard.pages.projection import ROOT as PROJECTION
from dashboard.pages.search import PATH
from dashboard.view import frozen

MenuEntry = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around every page of a territory; ``keys`` is what the script must know of the
    address."""

    fictional: bool = False
    entries: tuple[MenuEntry, ...] = ()
    aside: tuple[MenuEntry, ...] = ()
    footer: tuple[MenuEntry, ...] = ()
    tagline: str = labels.TAGLINE
    keys: str = "{}"


def shell(
    frame: Surroundings,
    at: Context,
    content: Element,
    bar: Element | None = None,
    said: str = "",
) -> Element:
    """The whole page. ``bar`` holds the filters, ``said`` tells on paper what they are set to."""
    return html.Div(
        [
            html.A(labels.SKIP, href=f"#{ids.MAIN}", className="evitement"),
            _header(frame, at),
            *([bar] if bar is not None else []),
            html.Main(
                [_print_head(at, said), content],
                id=ids.MAIN,
                className="page",
                tabIndex=-1,
            ),
            _footer(frame, at),
            html.Div(id=ids.ANNOUNCE, role="status", className="invisible"),
        ],
        className=_looks(frame, at),
        **data(cles=frame.keys),
    )


def _looks(frame: Surroundings, at: Context) -> str:
    """What the sheet must know of a page as a whole. It never asks what a page holds: a browser
    would then style all of it anew at each change."""
    wall = at.path.startswith(f"{PROJECTION}/")
    said = (("cadre", True), ("cadre-fictif", frame.fictional), ("cadre-mur", wall))
    return " ".join(name for name, holds in said if holds)


def _header(frame: Surroundings, at: Context) -> Element:
    logo = paper.logo(at)
    words = (
        html.Span(at.imprint.name, className="nom"),
        html.Span(frame.tagline, className="genre"),
    )
    name = html.A(
        [*logo, *words],
        href=at.selection.shared().href("/"),
        className="marque-site avec-logo" if logo else "marque-site",
        **data(suit="/"),
    )
    opener = html.Details(
        html.Summary(labels.MENU, className="btn btn-secondary"), className="menu"
    )
    entries = [html.Li(_entry(entry, at)) for entry in frame.entries]
    aside = [html.Li(_entry(entry, at), className="a-part") for entry in frame.aside]
    found = html.Li(_search(at), className="chercher")
    menu = html.Nav(html.Ul([*entries, *aside, found]), **aria(label=labels.MAIN_MENU))
    line = html.Div([name, opener, menu], className="page entete-ligne")
    return html.Header([line, *_notice(at)], className="entete")


def _entry(entry: MenuEntry, at: Context) -> Element:
    label, path = entry
    state = aria(current="page") if _current(path, at.path) else {}
    href = at.selection.shared().href(path)
    return html.A(label, href=href, **data(suit=path), **state)


def _search(at: Context) -> Element:
    """The field that looks everywhere: a form that loads a page, on every page."""
    name = keys.QUESTION.name
    value = keys.QUESTION.value(at.selection) if at.path == PATH else ""
    box = html.Input(
        type="search",
        name=name,
        value=value,
        className="form-control",
        placeholder=labels.SEARCH_HINT,
        autoComplete="off",
        maxLength=MAX_TEXT,
        **aria(label=labels.SEARCH_ALL),
    )
    shared = [
        html.Input(type="hidden", name=key, value=held)
        for key, held in at.selection.shared().pairs()
    ]
    button = html.Button(labels.SEARCH, type="submit", className="btn btn-secondary")
    return html.Form(
        [*shared, html.Div([box, button], className="controle-recherche")],
        method="get",
        action=PATH,
        role="search",
        **aria(label=labels.SEARCH_ALL),
        **data(page=1, propositions=SUGGESTIONS),
    )


def _current(entry: str, path: str) -> bool:
    return path == entry or (entry != "/" and path.startswith(f"{entry}/"))


def _notice(at: Context) -> list[Element]:
    if not at.imprint.notice:
        return []
    text = html.P(at.imprint.notice, className="page")
    return [html.Div(text, className="bandeau")]


def _print_head(at: Context, said: str) -> Element:
    """What paper needs and the screen does not: who, what view, when, and the notice."""
    lines = (html.P(said, id=ids.PRINT_VIEW), html.P(at.day, **data(jour=1)))
    return html.Div(paper.head(lines, at), className="papier-tete")


def _footer(frame: Surroundings, at: Context) -> Element:
    links = [html.Li(_entry(entry, at)) for entry in frame.footer]
    address = html.P(at.located(at.href()), className="papier-adresse", **data(adresse=1))
    line = html.P([at.imprint.publication, *_frozen(at)], className="publication")
    inside = html.Div([html.Ul(links), line, address], className="page")
    return html.Footer(inside, className="pied")


def _frozen(at: Context) -> list[Element | str]:
    """What changed up to this publication, and the address at which this view never changes."""
    if not at.digest:
        return []
    changes = html.A(labels.CHANGES, href=at.selection.shared().href(CHANGES))
    return [" · ", changes, " · ", html.A(labels.FREEZE, href=frozen(at.digest, at.href()))]
