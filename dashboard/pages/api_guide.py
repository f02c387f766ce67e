"""The addresses for programs, in plain words: what each gives, what it understands, the rules."""

from __future__ import annotations

from dashboard.api.resource import MOST, PAGED, PER_PAGE, ROOT, Parameter, Resource
from dashboard.api.resources import RESOURCES
from dashboard.content import Block, Cell, Column, Hero, Listing, Prose, Row, Span, Table, text
from dashboard.pages.page import Page, Panel
from dashboard.view import View, frozen

PATH = "/donnees/api"
OPENAPI = f"{ROOT}/openapi.json"
MOST_SAID = 6
"""Values of a parameter that the page lists."""


def _hero(view: View) -> tuple[Block, ...]:
    lead = text(
        "Les mêmes chiffres que ces pages, en JSON, pour un tableur, une carte ou un autre site : "
        "en lecture seule, sans clé ni inscription."
    )
    return (Hero("Données pour les programmes", lead),)


def _rules(view: View) -> tuple[Block, ...]:
    fixed = frozen(view.store.digest, f"{ROOT}/territoire")
    lines = (
        text("Commencer : ", Span(f"{ROOT}/territoire", href=f"{ROOT}/territoire"), "."),
        text(
            "Description complète, au format OpenAPI 3.1 : ",
            Span(OPENAPI, href=OPENAPI),
            ".",
        ),
        text(
            "Une valeur absente est vide, au sens de JSON, avec son motif : secret, non disponible "
            "ou sans objet. Elle n’est jamais 0. Rien de secret n’est donné, aucune personne "
            "physique n’est nommée.",
        ),
        text(
            "Chaque réponse dit sa publication, ses sources, leurs licences, comment la citer, et "
            "si le territoire est fictif. La licence est celle de chaque source."
        ),
        text(
            "Ces adresses suivent les publications. Sous ",
            Span(fixed, href=fixed),
            ", la réponse ne change plus, tant que la publication est conservée.",
        ),
        text(
            f"Une liste est donnée par pages de {PER_PAGE} éléments, {MOST} au plus : ",
            Span("page", strong=True),
            " et ",
            Span("par_page", strong=True),
            ".",
        ),
        text(
            "L’en-tête ETag dit si la réponse a changé. Un site tiers peut la lire (CORS). Une "
            "question sans réponse est refusée par une phrase (application/problem+json)."
        ),
    )
    return (Prose(lines, "Comment s’en servir", bullets=True),)


def _addresses(view: View) -> tuple[Block, ...]:
    rows = tuple(_row(view, item) for item in RESOURCES)
    columns = (Column("Adresse"), Column("Ce qu’elle donne"), Column("Paramètres"))
    table = Table("Adresses", columns, rows)
    return (Listing("Adresses", f"Après {ROOT}", table),)


def _row(view: View, item: Resource) -> Row:
    own = [one for one in item.parameters(view.store) if one not in PAGED]
    said = " ; ".join(_parameter(one) for one in own)
    paged = [PAGED[0].name, PAGED[1].name] if item.paged else []
    href = "" if any(one.required for one in own) else f"{ROOT}{item.path}"
    return Row(
        (
            Cell(item.path.replace("{", "‹").replace("}", "›"), href=href),
            Cell(item.name, note=view.worded(item.said)),
            Cell(" ; ".join(part for part in (said, ", ".join(paged)) if part) or "aucun"),
        )
    )


def _parameter(one: Parameter) -> str:
    """« annee (Année : 2016, 2017…) »."""
    values = one.shape.get("items", one.shape).get("enum", [])
    shown = ", ".join(values) if len(values) <= MOST_SAID else ""
    return f"{one.name} ({one.said}{f' : {shown}' if shown else ''})"


PAGE = Page(
    slug="api",
    path=PATH,
    label="Données pour les programmes",
    title=lambda view: "Données pour les programmes",
    description="Les données du contrat de ville en JSON : adresses, paramètres, règles.",
    panels=(Panel("tete", _hero), Panel("regles", _rules), Panel("adresses", _addresses)),
    filters=(),
)
