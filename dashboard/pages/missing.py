"""The page of an address that leads nowhere: a sentence and ways out."""

from __future__ import annotations

from dashboard.content import Block, Hero, text
from dashboard.pages.page import Page, Panel
from dashboard.view import View


def _hero(view: View) -> tuple[Block, ...]:
    lead = text(
        "Cette adresse ne mène à aucune page. Elle a pu changer, ou contenir une faute de frappe."
    )
    ways = (("Revenir à l’accueil", "/"), ("Voir le plan du site", "/plan-du-site"))
    return (Hero("Page introuvable", lead, ways),)


PAGE = Page(
    slug="introuvable",
    path="/introuvable",
    label="Page introuvable",
    title=lambda view: "Page introuvable",
    description="Adresse inconnue.",
    panels=(Panel("tete", _hero),),
    filters=(),
)
