"""The figures of a view, as its page and its files have them: declared here, answered by who knows
the pages."""

from __future__ import annotations

from dashboard.api import resource
from dashboard.api.resource import Answered, Arguments, Parameter, Resource
from dashboard.api.shapes import flag, many, maybe, text, thing, whole
from dashboard.store import Store

ROOT = f"{resource.ROOT}/vues/"
ADDRESS = Parameter(
    "adresse",
    "L’adresse de la vue, telle que le navigateur la montre : /bilan/2016?pilier=emploi",
    text(),
    required=True,
)
FIGURE = Parameter("figure", "Le nom d’une figure de la vue", text(), path=True, required=True)
FIGURES = many(thing(figure=text("Son nom"), titre=text(), lignes=whole()))
CELL = thing(
    texte=text("Ce que la page montre"),
    valeur={"type": ["number", "string", "null"], "description": "null où il n’y en a pas"},
    decimales=maybe(whole("Celles que la source publie")),
)
VALUES = thing(
    figure=text(),
    titre=text(),
    sous_titre=text(),
    filtres=text("Tous ceux qui changent ces valeurs"),
    portee=many(text(), "Ce qui est dit des autres filtres"),
    lecture=text(),
    source=text(),
    mentions=many(text(), "fictif, proposé, simplifié, présumé"),
    notes=many(text()),
    vue=text("L’adresse de la vue"),
    carte=flag("Vrai où la figure est une carte"),
    colonnes=many(text()),
    lignes=many(many(CELL)),
)


def unanswered(store: Store, asked: Arguments) -> Answered:
    """Nothing: NotImplementedError until the pages are known."""
    raise NotImplementedError


RESOURCES = (
    Resource(
        "/vues",
        "Les figures d’une vue",
        "Le nom et le titre de chaque figure d’une page, pour les filtres de son adresse.",
        FIGURES,
        unanswered,
        own=(ADDRESS,),
        paged=True,
    ),
    Resource(
        "/vues/{figure}",
        "Les valeurs d’une figure",
        "Son tableau entier, avec tous les filtres en force, sa phrase, sa source et ses limites.",
        VALUES,
        unanswered,
        own=(FIGURE, ADDRESS),
        paged=True,
    ),
)
