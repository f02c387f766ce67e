"""The territory and its quarters."""

from __future__ import annotations

from typing import Any

from dashboard.api.resource import Answered, Arguments, Resource, Unanswerable, paged
from dashboard.api.shapes import flag, many, maybe, text, thing, whole
from dashboard.domain.territory import Territory, TerritoryKind
from dashboard.keys import GENERATION
from dashboard.store import Store

CONTRACT = thing(
    code=text(),
    nom=text(),
    debut=whole(),
    fin=whole(),
    perimetres=text("L’année des périmètres"),
    piliers=many(thing(slug=text(), nom=text())),
)
TERRITORY = thing(
    slug=text(),
    nom=text(),
    publie_par=maybe(text()),
    contrats=many(CONTRACT),
    annees=many(whole(), "Les années qui ont des lignes d’action"),
    comptes={
        "type": "object",
        "description": "Lignes de chaque table publiée",
        "additionalProperties": whole(),
    },
)
QUARTER = thing(
    code=text(),
    nom=text(),
    genre=text("", str(TerritoryKind.QPV), str(TerritoryKind.QVA)),
    generation=text("L’année des périmètres"),
    communes=many(text("Code Insee")),
    successeur=maybe(text("Le code du quartier qui lui succède")),
    trace=text("Comment son emplacement est connu"),
    limite=maybe(text("Ce que ce tracé ne permet pas de dire")),
    statistiques=flag("Vrai où l’Insee publie des chiffres de ce quartier"),
)


def territory(store: Store, asked: Arguments) -> Answered:
    """What the territory is, and what is published of it."""
    settings = store.settings
    contracts = [
        {
            "code": item.code,
            "nom": item.name,
            "debut": item.first_year,
            "fin": item.last_year,
            "perimetres": item.perimeters,
            "piliers": [{"slug": p.slug, "nom": p.name} for p in item.grid.pillars],
        }
        for item in settings.contracts
    ]
    data = {
        "slug": settings.slug,
        "nom": settings.name,
        "publie_par": settings.publisher or None,
        "contrats": contracts,
        "annees": sorted(store.choices.years),
        "comptes": store.counts,
    }
    return Answered(data, ())


def quarters(store: Store, asked: Arguments) -> Answered:
    """The quarters of every generation of perimeters, or of one; Unanswerable where there is
    no such."""
    wanted = asked.values.get(GENERATION.name)
    known = store.places.generations
    if wanted is not None and wanted not in known:
        raise Unanswerable(
            400, f"« {GENERATION.name} » est une de ces années : {', '.join(known)}."
        )
    found = [q for g in known if wanted in (None, g) for q in store.places.quarters(g)]
    shown, page = paged(found, asked)
    sources = sorted({quarter.source for quarter in shown if quarter.source})
    return Answered([_quarter(quarter) for quarter in shown], sources, page)


def _quarter(quarter: Territory) -> dict[str, Any]:
    return {
        "code": quarter.code,
        "nom": quarter.name,
        "genre": str(quarter.kind),
        "generation": quarter.generation,
        "communes": list(quarter.communes),
        "successeur": quarter.successor or None,
        "trace": quarter.drawing.label,
        "limite": quarter.drawing.limit or None,
        "statistiques": quarter.has_national_statistics,
    }


RESOURCES = (
    Resource(
        "/territoire",
        "Le territoire",
        "Ses contrats, leurs piliers, les années et les tables publiées.",
        TERRITORY,
        territory,
    ),
    Resource(
        "/quartiers",
        "Les quartiers",
        "Quartiers prioritaires et en veille active, avec ce que l’on sait de leur tracé.",
        many(QUARTER),
        quarters,
        keys=(GENERATION,),
        paged=True,
    ),
)
