"""Every id of the live page. A pattern id is a dict: plain HTML leaves it out."""

from __future__ import annotations

ADDRESS = "adresse"
"""dcc.Location: the one place where the view lives."""

ANNOUNCE = "annonce"
"""The status region: one short sentence after each change."""

MAIN = "contenu"
"""The main content, target of the skip link."""

ACTIVE = "filtres-actifs"
ASIDE = "filtres-ecartes"
"""The list of active filters under the bar."""

SUMMARY = "resume-filtres"
"""The sentence of the drawer of filters on a phone."""

PRINT_VIEW = "vue-imprimee"
"""The sentence that says, on paper, what the page is filtered on."""

PUBLICATION = "publication"
"""The publication that the page was made from: every panel answers from the same one."""

TITLE = "titre-fenetre"
"""The title of the window, written by the browser."""

BAR = "barre"
"""The ``where`` of the controls of the filter bar."""

WORDS = "mots-de-la-page"
"""The panel that lists the words of the trade that the others hold."""

PANEL_TYPE = "panneau"
CONTROL_TYPE = "controle"


def panel(slug: object) -> dict[str, object]:
    """The box of a panel; ``slug`` may be a wildcard (ALL, MATCH)."""
    return {"type": PANEL_TYPE, "slug": slug}


def control(key: object, where: object) -> dict[str, object]:
    """A control of one key of the address; ``where`` is the bar or the slug of an exhibit."""
    return {"type": CONTROL_TYPE, "key": key, "where": where}
