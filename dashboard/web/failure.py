"""The page of a request that failed: the frame of every page, and what may be said.

It reads no data, so that it stands even where the publication is what fails.
"""

from __future__ import annotations

from werkzeug.exceptions import Gone

from dashboard.components.context import Context
from dashboard.components.shell import Surroundings, shell
from dashboard.domain.selection import Selection
from dashboard.html import tags as html
from dashboard.html.plain import to_html
from dashboard.pages import Listed, entries
from dashboard.pages.imprint import Imprint
from dashboard.web import refusal
from dashboard.web.document import Document
from dashboard.words.typography import typeset

SENTENCES = {code: sentence for code, (_, sentence) in refusal.SENTENCES.items()} | {
    405: "Cette adresse ne se consulte pas de cette façon.",
    503: "Le tableau de bord est indisponible pour le moment. Réessayez dans un instant.",
}
"""What any refusal says, but where a page fails and not the crowd."""
NAME = "Contrat de ville"
IMPRINT = Imprint(NAME, "Aucune donnée n’est montrée sur cette page.", "", "")
FRAME = Surroundings(
    entries=entries(Listed.MENU),
    aside=entries(Listed.ASIDE),
    footer=entries(Listed.FOOT),
)


class Withdrawn(Gone):
    """The publication that is asked was withdrawn; its description is the reason, in French
    sentences for the public."""


def said_of(error: Exception, code: int) -> str:
    """What is said of that failure, answered by that status."""
    if isinstance(error, Withdrawn):
        return str(typeset(str(error.description)))
    return SENTENCES.get(code, SENTENCES[500 if code >= 500 else 400])


def page(code: int, sentence: str, style: str) -> str:
    """The HTML of that failure, and what is said of it; ``style`` is the address of the sheet."""
    said = html.Div(
        [
            html.H1(f"Erreur {code}"),
            html.P(sentence, className="chapeau"),
            html.P(
                html.A("Revenir à l’accueil", href="/", className="btn btn-primary"),
                className="boutons",
            ),
        ],
        className="ouverture-texte",
    )
    at = Context("erreur", "", Selection(year=0), imprint=IMPRINT)
    document = Document(
        title=f"Erreur {code} – {NAME}",
        description="Une demande à laquelle le site n’a pas pu répondre.",
        style=style,
        first=to_html(shell(FRAME, at, said)),
        config="",
        held=(),
        fonts=(),
        scripts=(),
        indexed=False,
    )
    return document.html()
