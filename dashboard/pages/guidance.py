"""Help on one page: how to read it, where its figures come from, what they do not say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dashboard import catalogue
from dashboard.content import Block, Fold, Prose, Span, Text, text
from dashboard.exhibits import common
from dashboard.pages import shared
from dashboard.pages.page import Panel
from dashboard.view import View

TITLE = "Comment lire cette page"
HOW, WHENCE = "Comment lire", "D’où viennent ces chiffres"
NO_EFFECT = (
    "Un indicateur et des subventions qui bougent ensemble ne prouvent pas que l’un agit sur "
    "l’autre."
)
RATE_OR_COUNT = (
    "Un taux ne dit pas combien de personnes sont concernées ; un nombre ne dit pas si c’est "
    "beaucoup pour la taille du quartier."
)
PEOPLE = (
    "La somme accordée ne dit ni ce que l’action a changé, ni combien de personnes elle a touchées."
)
_FILTERS = (
    "Les filtres du haut de la page (pilier, année, quartier) changent tous les chiffres "
    "d’un coup ; chacun se retire d’une pression."
)
_MAP = (
    "Sur la carte, une couleur montre un taux ou une médiane, un cercle montre un nombre ; "
    "des hachures disent qu’aucun chiffre n’est publié."
)
_GAP = (
    "Un écart se lit pour une seule année. Un trait pointillé sépare des années qui ne se "
    "comparent pas."
)
_PAIR = (
    "Le montant et le nombre se lisent ensemble : peu d’actions portent parfois beaucoup d’argent."
)
_THREE = "Chaque figure a aussi une phrase, « Lecture : », et un tableau qui dit la même chose."

READING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "accueil": (_FILTERS, _MAP, _GAP, _PAIR, _THREE),
        "quartiers": (
            _MAP,
            "Pour comparer deux à quatre quartiers, cochez-les au bas de la page.",
            _THREE,
        ),
        "comparaison": (
            "Cochez de deux à quatre quartiers ; chaque chiffre est de la même année pour tous.",
            "Des barres et des panneaux voisins ont la même échelle.",
            _THREE,
        ),
        "portrait": (
            "Chaque chiffre est la dernière valeur connue jusqu’à l’année choisie ; à côté, la "
            "référence de la même année, quand elle existe.",
            _GAP,
            _THREE,
        ),
        "actions": (
            _FILTERS,
            _PAIR,
            "Pressez un nom dans un tableau pour ne garder que ce qui le concerne ; la recherche "
            "lit les intitulés et les porteurs.",
        ),
        "action": (
            "Le tableau « Qui finance » dit qui donne et combien ; le suivant montre la même "
            "action, ou le même porteur, les autres années.",
        ),
        "evolutions": (
            "Choisissez un indicateur et lisez d’abord l’écart d’une année, puis la réponse à "
            "« L’écart se réduit-il ? », avec sa raison.",
            _GAP,
            _THREE,
        ),
        "bilan": (
            "La page suit les six parties du rapport annuel. Ce qui manque est dit à sa place.",
            _PAIR,
            _THREE,
        ),
    }
)
"""How to read each page that has figures."""

WITHOUT_MONEY = ("evolutions",)
WITHOUT_INDICATORS = ("actions", "action")


def panel(page: str, limits: Callable[[View], tuple[str, ...]], slug: str = "limites") -> Panel:
    """The last panel of that page: its help, folded, then what its figures do not say."""
    return Panel(slug, lambda view: blocks(view, page, shared.limits(*limits(view))))


def blocks(view: View, page: str, limits: Prose) -> tuple[Block, ...]:
    """The help of that page in a fold, and its limits, which stay in sight."""
    how = Prose(tuple(map(text, READING[page])), HOW, bullets=True, level=3)
    whence = Prose(_origin(view, page), WHENCE, bullets=True, level=3)
    return (Fold(TITLE, (how, whence)), limits)


def _origin(view: View, page: str) -> tuple[Text, ...]:
    methods = Span("Données et méthodes", href=view.link("/donnees"))
    named = text("Chaque figure nomme sa source, son année et sa licence. Toutes : ", methods, ".")
    if view.store.settings.fictional:
        invented = "Tout est inventé : ce territoire n’existe pas et sert à montrer l’outil."
        return (text(invented), named)
    told = [] if page in WITHOUT_INDICATORS else [text(producers(view))]
    paid = view.store.coverage.money and page not in WITHOUT_MONEY
    told += [text(payers(view))] if paid else []
    return (*told, named)


def producers(view: View) -> str:
    """Who publishes the indicators of this territory, or that none is published."""
    if not view.store.values.indicators:
        return "Aucun indicateur n’est encore publié pour ce territoire."
    sources = (catalogue.SOURCES[item.source] for item in view.store.values.indicators)
    names = dict.fromkeys(source.label.split(",", maxsplit=1)[0] for source in sources)
    return f"Les indicateurs sont publiés par : {', '.join(names)}."


def payers(view: View) -> str:
    """Where its lines of money come from."""
    source = common.money_source(view).split(" · ", maxsplit=1)[0]
    return f"Les {view.store.settings.line.plural} viennent de : {source}."
