"""The pages of the footer: accessibility, legal mentions, site map."""

from __future__ import annotations

from dashboard.content import Block, Hero, Prose, Span, text
from dashboard.pages import words
from dashboard.pages.page import Page, Panel
from dashboard.view import View

NOT_COMPLIANT = "non conforme : aucun audit n’a été fait"


def _accessibility(view: View) -> tuple[Block, ...]:
    name = view.store.settings.name
    return (
        *words.remarks(view),
        Hero("Accessibilité", text(f"Ce tableau de bord est {NOT_COMPLIANT}.")),
        Prose(
            (
                text(
                    "La loi demande un audit des critères du RGAA avant toute déclaration de "
                    "conformité. Des contrôles automatiques tournent à chaque modification, mais "
                    "ils ne remplacent pas un audit."
                ),
                text(
                    "Ce qui est prévu pour tous : chaque figure a un tableau et une phrase ; tout "
                    "se fait au clavier ; la page se lit sans script, à 320 pixels de large et "
                    "agrandie deux fois ; l’impression en noir et blanc garde les hachures."
                ),
                text(
                    "Si un contenu vous est inaccessible, demandez-le à l’exploitant du site. Sans "
                    "réponse, vous pouvez saisir le Défenseur des droits."
                ),
            ),
            f"État de conformité, {name}",
        ),
    )


def _mentions(view: View) -> tuple[Block, ...]:
    settings = view.store.settings
    publisher = settings.publisher or "aucun : ce site n’est publié par personne pour l’instant"
    return (
        *words.remarks(view),
        Hero("Mentions légales", text(settings.notice or f"Publié par {settings.publisher}.")),
        Prose(
            (
                text(Span("Éditeur : ", strong=True), publisher, "."),
                text(
                    Span("Directeur de la publication et hébergeur : ", strong=True),
                    "à remplir par l’exploitant dans les réglages du territoire.",
                ),
                text(
                    Span("Données personnelles : ", strong=True),
                    "aucun compte, aucun témoin de connexion (cookie), aucune mesure d’audience, "
                    "aucune requête vers un tiers. Aucune personne physique n’est nommée.",
                ),
                text(
                    Span("Licences : ", strong=True),
                    "celles de chaque source, sur la page ",
                    Span("Données et méthodes", href=view.link("/donnees")),
                    ". L’eau des cartes vient d’OpenStreetMap (ODbL), les limites communales de "
                    "l’IGN (Licence Ouverte 2.0).",
                ),
            ),
            "Qui publie, sous quelles conditions",
        ),
    )


def _site_map(view: View) -> tuple[Block, ...]:
    main = (
        ("Accueil", "/"),
        ("Quartiers", "/quartiers"),
        ("Actions", "/actions"),
        ("Évolutions", "/evolutions"),
        ("Aide", "/aide"),
        ("Données et méthodes", "/donnees"),
        ("Accessibilité", "/accessibilite"),
        ("Mentions légales", "/mentions-legales"),
    )
    reports = [(f"Bilan annuel {year}", f"/bilan/{year}") for year in view.store.choices.years]
    quarters = [
        (f"{q.name}, périmètres de {q.generation}", f"/quartiers/{q.code}")
        for generation in view.store.places.generations
        for q in view.store.places.quarters(generation)
    ]
    groups = (("Pages", list(main)), ("Bilans annuels", reports), ("Quartiers", quarters))
    return (
        *words.remarks(view),
        Hero("Plan du site", text("Toutes les pages.")),
        *(_links(title, entries) for title, entries in groups),
    )


def _links(title: str, entries: list[tuple[str, str]]) -> Prose:
    lines = tuple(text(Span(label, href=href)) for label, href in entries)
    return Prose(lines, title, bullets=True)


def _page(slug: str, path: str, label: str, description: str, panel: Panel) -> Page:
    return Page(
        slug=slug,
        path=path,
        label=label,
        title=lambda view: label,
        description=description,
        panels=(panel,),
        filters=(),
    )


ACCESSIBILITY = _page(
    "accessibilite",
    "/accessibilite",
    "Accessibilité",
    "État d’accessibilité du tableau de bord.",
    Panel("accessibilite", _accessibility),
)
MENTIONS = _page(
    "mentions",
    "/mentions-legales",
    "Mentions légales",
    "Éditeur, licences, données personnelles.",
    Panel("mentions", _mentions),
)
SITE_MAP = _page(
    "plan",
    "/plan-du-site",
    "Plan du site",
    "Toutes les pages du tableau de bord.",
    Panel("plan", _site_map),
)
