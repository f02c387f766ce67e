"""Every id of the page: the component of Dash, and the places whose content follows the view."""

from __future__ import annotations

PAGE = "page"
"""The component of Dash: the one place where the view lives."""

ANNOUNCE = "annonce"
"""The status region: one short sentence after each change."""

MAIN = "contenu"
"""The main content, target of the skip link."""

ACTIVE = "filtres-actifs"
ASIDE = "filtres-ecartes"
"""The list of active filters under the bar; what the address asks in vain."""

SUMMARY = "resume-filtres"
"""The sentence of the drawer of filters on a phone."""

PRINT_VIEW = "vue-imprimee"
"""The sentence that says, on paper, what the page is filtered on."""

WORDS = "mots-de-la-page"
"""The panel that lists the words of the trade that the others hold."""

PANEL = "panneau-"
"""How the id of the box of a panel starts."""


def panel(slug: str) -> str:
    """The id of the box of a panel."""
    return f"{PANEL}{slug}"
