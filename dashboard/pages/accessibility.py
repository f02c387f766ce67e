"""The accessibility statement: not compliant while no audit exists, then what the checks found."""

from __future__ import annotations

from dashboard.content import Block, Cell, Column, Hero, Listing, Prose, Row, Span, Table, text
from dashboard.domain import french
from dashboard.domain.basemap import Basemap
from dashboard.pages.page import MenuPlace, Page, Panel
from dashboard.text import Text
from dashboard.view import View
from dashboard.words import findings
from dashboard.words.findings import Finding, Findings

NOT_COMPLIANT = "non conforme : aucun audit n’a été fait"


def _statement(view: View) -> tuple[Block, ...]:
    name = view.store.settings.name
    return (
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
                *_under(view.store.settings.basemap),
                text(
                    "Si un contenu vous est inaccessible, demandez-le à l’exploitant du site (",
                    Span("mentions légales et contact", href=view.link("/mentions-legales")),
                    "). Sans réponse, vous pouvez saisir le Défenseur des droits.",
                ),
            ),
            f"État de conformité, {name}",
        ),
    )


def _under(images: Basemap | None) -> tuple[Text, ...]:
    """What the images under the maps are worth to who does not see them; nothing without any."""
    if images is None:
        return ()
    return (
        text(
            f"Sous les cartes, des images demandées à {images.host} situent les quartiers. Aucun "
            "chiffre n’y est : sans elles, figure, tableau et phrase disent la même chose."
        ),
    )


def _checks(view: View) -> tuple[Block, ...]:
    found = findings.read()
    day = french.date(found.day)
    columns = ("Contrôle", "Critères du RGAA", "Ce qui est vérifié", "Résultat")
    table = Table(
        f"Contrôles d’accessibilité du {day}",
        tuple(map(Column, columns)),
        tuple(Row(_cells(check)) for check in found.checks),
    )
    return (
        Prose(_conditions(found, day), "Ce que les contrôles automatiques ont trouvé"),
        Listing("Les contrôles, un par un", _counted(found), table),
    )


def _conditions(found: Findings, day: str) -> tuple[tuple[Span, ...], ...]:
    widths = french.listed([str(width) for width in found.widths])
    pages = french.counted(len(found.pages), "page")
    openings = french.counted(found.openings, "ouverture")
    return (
        text(
            f"Faits le {day} avec {found.browser} et axe-core {found.axe}, sur {pages} en "
            f"{openings} : avec et sans script, par défaut et avec des filtres inhabituels, "
            f"à {widths} pixels de large."
        ),
        text(
            "« Passé » veut dire qu’un script n’a trouvé aucun défaut sur ces pages, non que le "
            "critère est respecté : la plupart demandent aussi le jugement d’une personne."
        ),
    )


def _counted(found: Findings) -> str:
    parts = [
        french.counted(found.count(findings.PASSED), "passé"),
        f"{found.count(findings.FAILED)} non passés",
        f"{found.count(findings.UNSCRIPTED)} non automatisés",
    ]
    return ", ".join(parts)


def _cells(check: Finding) -> tuple[Cell, ...]:
    counts = french.counted(check.faults, "défaut") if check.faults else ""
    return (
        Cell(check.number),
        Cell(check.criteria),
        Cell(check.label),
        Cell(check.result, note=check.reason or counts, strong=check.result == findings.FAILED),
    )


PAGE = Page(
    slug="accessibilite",
    path="/accessibilite",
    label="Accessibilité",
    listed=MenuPlace.FOOT,
    listed_as=f"Accessibilité{french.NBSP}: non conforme, aucun audit",
    title=lambda view: "Accessibilité",
    description="État d’accessibilité du tableau de bord.",
    panels=(Panel("accessibilite", _statement), Panel("controles", _checks)),
    filters=(),
)
