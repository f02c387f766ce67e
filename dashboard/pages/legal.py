"""The pages of the footer: legal mentions and contact, site map."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content import Block, Hero, Prose, Span, text
from dashboard.domain import french
from dashboard.domain.basemap import Basemap
from dashboard.exhibits import common
from dashboard.pages.page import MenuPlace, Page, Panel
from dashboard.system.environment import days_of_drafts, days_of_journal
from dashboard.view import View


def _mentions(view: View) -> tuple[Block, ...]:
    settings = view.store.settings
    mail = settings.error_mail
    contact = (
        Span(mail, href=f"mailto:{mail}")
        if mail
        else Span("aucune adresse pour l’instant : ce site n’a pas d’exploitant déclaré")
    )
    publisher = settings.publisher or "aucun : ce site n’est publié par personne pour l’instant"
    return (
        Hero(
            "Mentions légales et contact",
            text(settings.notice or f"Publié par {settings.publisher}."),
        ),
        Prose(
            (
                text(Span("Éditeur : ", strong=True), publisher, "."),
                text(
                    Span("Directeur de la publication et hébergeur : ", strong=True),
                    "à remplir par l’exploitant dans les réglages du territoire.",
                ),
                text(Span("Contact : ", strong=True), contact, "."),
                text(
                    Span("Données personnelles : ", strong=True),
                    "aucun compte de lecteur, aucun témoin de connexion (cookie), aucune mesure "
                    "d’audience, "
                    f"{_asked_elsewhere(settings.basemap)} Aucune personne physique n’est nommée.",
                ),
                text(Span("Espace des agents : ", strong=True), _kept_of_staff()),
                text(
                    Span("Adresses figées : ", strong=True),
                    "les documents, les images et les fichiers portent l’adresse de la publication "
                    "dont ils viennent. Elle reste lisible dix ans après le dernier d’entre eux, "
                    "sauf réglage de l’exploitant ou retrait.",
                ),
                text(
                    Span("Licences : ", strong=True),
                    "celles de chaque source, sur la page ",
                    Span("Données et méthodes", href=view.link("/donnees")),
                    *_ground(view),
                ),
            ),
            "Qui publie, sous quelles conditions",
        ),
    )


def _asked_elsewhere(under: Basemap | None) -> str:
    """What the browser of a reader asks of others: nothing, but for what the operator lays under
    the maps."""
    if under is None:
        return "aucune requête vers un tiers."
    return (
        "aucune requête vers un tiers sauf une : sous une carte, votre navigateur demande des "
        f"images à {under.host}, qui voit son adresse IP et la partie de la carte que vous "
        f"regardez, non la page ni ce que vous cherchez ({under.mention})."
    )


def _kept_of_staff() -> str:
    """How long what staff do is kept."""
    days, acts = days_of_drafts(), days_of_journal()
    after = f"{french.counted(days, 'jour')} après son dernier changement"
    when = after if days else "quand un agent le demande"
    term = f"{french.counted(acts, 'jour')}" if acts else "tant que le service dure"
    return (
        "le nom et l’adresse électronique de chaque agent sont gardés avec son compte, le nom "
        "de qui dépose une version avec elle ; le journal de ses actes est gardé "
        f"{term}, puis il n’en reste qu’un compte et une empreinte ; une connexion est "
        "effacée au bout de dix heures ; le fichier qu’il dépose est "
        "effacé dès que son brouillon est publié ou supprimé ; un brouillon, déposé ou saisi, "
        f"est supprimé {when}."
    )


def _ground(view: View) -> tuple[str, ...]:
    """Where the ground of the maps comes from, if they have one."""
    named = [common.ground_label(view, slug) for slug in view.store.places.background.sources]
    return (f". Fond des cartes : {french.listed(named)}.",) if named else (".",)


def _site_map(view: View, pages: Sequence[Page]) -> tuple[Block, ...]:
    main = [(page.label, page.path) for page in pages if "*" not in page.path]
    reports = [(f"Bilan annuel {year}", f"/bilan/{year}") for year in view.store.choices.years]
    quarters = [
        (f"{q.name}, périmètres de {q.generation}", f"/quartiers/{q.code}")
        for generation in view.store.places.generations
        for q in view.store.places.quarters(generation)
    ]
    groups = (("Pages", main), ("Bilans annuels", reports), ("Quartiers", quarters))
    return (
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
        listed=MenuPlace.FOOT,
    )


MENTIONS = _page(
    "mentions",
    "/mentions-legales",
    "Mentions légales et contact",
    "Éditeur, contact, licences, données personnelles.",
    Panel("mentions", _mentions),
)


def site_map(pages: Sequence[Page]) -> Page:
    """The plan of the site: those of the pages that all others link to, reports and quarters."""
    return _page(
        "plan",
        "/plan-du-site",
        "Plan du site",
        "Toutes les pages du tableau de bord.",
        Panel("plan", lambda view: _site_map(view, pages)),
    )
