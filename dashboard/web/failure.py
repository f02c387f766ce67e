"""Pages that say one thing in the frame of every page: a request that failed, for one.

They read no data, so that they stand even where the publication is what fails.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug.exceptions import Gone

from dashboard.components.context import Context
from dashboard.components.shell import Surroundings, shell
from dashboard.domain.selection import Selection
from dashboard.html import tags as html
from dashboard.html.element import Element
from dashboard.html.plain import to_html
from dashboard.pages import MenuPlace, entries
from dashboard.pages.imprint import Imprint
from dashboard.web import refusal
from dashboard.web.document import NONE, Refresh, WebDocument
from dashboard.words.typography import typeset

SENTENCES = {code: sentence for code, (_, sentence) in refusal.SENTENCES.items()} | {
    405: "Cette adresse ne se consulte pas de cette façon.",
    503: "Le tableau de bord est indisponible pour le moment. Réessayez dans un instant.",
}
"""What any refusal says, but where a page fails and not the crowd."""
TITLES = {code: title for code, (title, _) in refusal.SENTENCES.items()} | {
    405: "Demande refusée",
    500: "Une erreur est survenue",
    503: "Tableau de bord indisponible",
}
NAME = "Contrat de ville"
IMPRINT = Imprint(NAME, "Aucune donnée n’est montrée sur cette page.", "", "", "")
FRAME = Surroundings(
    entries=entries(MenuPlace.MENU),
    aside=entries(MenuPlace.ASIDE),
    footer=entries(MenuPlace.FOOT),
)


class Withdrawn(Gone):
    """The publication that is asked was withdrawn; its description is the reason, in French
    sentences for the public."""


@dataclass(frozen=True, slots=True)
class FailureWords:
    """What such a page says."""

    title: str
    description: str
    content: Element
    refresh: Refresh = NONE


def said_of(error: Exception, code: int) -> str:
    """What is said of that failure, answered by that status."""
    if isinstance(error, Withdrawn):
        return str(typeset(str(error.description)))
    return _of(SENTENCES, code)


def _of(told: Mapping[int, str], code: int) -> str:
    return told.get(code, told[500 if code >= 500 else 400])


def page(code: int, sentence: str, style: str) -> str:
    """The HTML of that failure, and what is said of it; ``style`` is the address of the sheet."""
    title = _of(TITLES, code)
    said = html.Div(
        [
            html.P(f"Erreur {code}", className="surtitre"),
            html.H1(title),
            html.P(sentence, className="chapeau"),
            html.P(
                html.A("Revenir à l’accueil", href="/", className="btn btn-primary"),
                className="boutons",
            ),
        ],
        className="ouverture-texte",
    )
    description = "Une demande à laquelle le site n’a pas pu répondre."
    return framed(FailureWords(title, description, said), style)


def framed(said: FailureWords, style: str, scripts: tuple[str, ...] = ()) -> str:
    """The HTML of a page that reads no data, in the frame of every page."""
    at = Context("erreur", "", Selection(year=0), imprint=IMPRINT)
    document = WebDocument(
        title=f"{said.title} – {NAME}",
        description=said.description,
        style=style,
        first=to_html(shell(FRAME, at, said.content)),
        config="",
        held=(),
        fonts=(),
        scripts=scripts,
        indexed=False,
        refresh=said.refresh,
    )
    return document.html()
