"""What the sources of a territory do not publish: said once on a page, in full with the methods."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard import keys
from dashboard.content import Block, Notice, Prose, Span, Terms, text
from dashboard.domain import french
from dashboard.domain.funding import Origin
from dashboard.exhibits import participations
from dashboard.view import View

TITLE = "Ce que la source ne publie pas"
METHODS = "/donnees"


@dataclass(frozen=True, slots=True)
class Absence:
    """One figure that cannot be drawn: what is not published, which table would show it."""

    slug: str
    what: str
    filled: str
    missing: Callable[[View], bool]


def _no_stage(view: View) -> bool:
    return len(view.store.fundings.by_stage(view.selection)) < 2


def _no_funder(view: View) -> bool:
    return len(view.store.fundings.by_funder(view.selection).slices) < 2


def _no_public(view: View) -> bool:
    found = view.store.money.by_mark(view.selection, keys.PUBLIC.name)
    return not any(item.slug for item in found.slices)


def _no_age(view: View) -> bool:
    """Whether no source says the age: a rule that proposes it publishes nothing."""
    return not view.store.coverage.ages - {Origin.RULE}


def _no_people(view: View) -> bool:
    return participations.exhibit(view) is None


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A part of the yearly report that the sources leave out in some years."""

    what: str
    agreement: str
    filled: str
    missing: Callable[[View], bool]

    def said(self, year: int) -> str:
        """« Les orientations de 2025 ne sont pas publiées. »"""
        return f"{french.capital(self.what)} de {year} ne sont pas {self.agreement}."


def _some_year_lacks(table: str) -> Callable[[View], bool]:
    def missing(view: View) -> bool:
        known = {row["annee"] for row in view.store.rows(table)}
        return any(str(year) not in known for year in view.store.choices.years)

    return missing


ORIENTATIONS = Unsaid(
    "les orientations",
    "publiées",
    "la table « orientations », remplie depuis le rapport de chaque année.",
    _some_year_lacks("orientations"),
)
POSTS = Unsaid(
    "les postes d’adultes-relais et Fonjep",
    "publiés",
    "la table « postes », remplie depuis le fichier annuel qui les liste.",
    _some_year_lacks("postes"),
)
OWN = Unsaid(
    "les subventions propres de l’agglomération",
    "publiées",
    "la table « subventions_agglomeration », remplie depuis son fichier de subventions attribuées.",
    _some_year_lacks("subventions_agglomeration"),
)
RESULTS = Unsaid(
    "les résultats et les perspectives",
    "publiés",
    "la table « beneficiaires », les bilans des actions et le rapport de l’année.",
    lambda view: not view.store.counts.get("beneficiaires"),
)
CONTACTS = Absence(
    "contacts",
    "les contacts",
    "la table « contacts » : qui fait quoi, où le joindre.",
    lambda view: not view.store.rows("contacts"),
)
PARTICIPATION = Absence(
    "participation",
    "les réunions, les avis et les consultations",
    "la table « participation » : date, avis du conseil citoyen, suite donnée.",
    lambda view: not view.store.rows("participation"),
)
ELSEWHERE = (ORIENTATIONS, POSTS, OWN, RESULTS, CONTACTS, PARTICIPATION)
"""What other pages say that nobody publishes, in the order of the report."""


def notice(view: View, unsaid: Unsaid) -> Notice:
    """What stands in the report in place of a part that its year lacks."""
    return Notice((text(unsaid.said(view.selection.year)),))


ABSENCES = (
    Absence(
        "etapes",
        "les sommes demandées et versées",
        "la table « financements », avec une ligne par étape.",
        _no_stage,
    ),
    Absence(
        "financeurs",
        "les autres financeurs",
        "la table « financements », avec une ligne par financeur.",
        _no_funder,
    ),
    Absence("publics", "le public", "la colonne « public » de la table « actions ».", _no_public),
    Absence("parcours", "l’âge", "la colonne « age » de la table « actions ».", _no_age),
    Absence(
        "participations",
        "le nombre de personnes touchées",
        "la table « beneficiaires » : prévu et réel, par action.",
        _no_people,
    ),
)
"""In the order of the figures of « Actions »."""


def sentence(view: View) -> tuple[Block, ...]:
    """All that is not published for this view, in one sentence; nothing where all of it is."""
    found = [item.what for item in ABSENCES if item.missing(view)]
    if not found:
        return ()
    methods = Span("Données et méthodes", href=view.link(METHODS))
    said = text(
        f"{french.capital(french.listed(found))}. ", methods, " dit quelle table le montrerait."
    )
    return (Prose((said,), title=TITLE),)


def remedies(view: View) -> tuple[Block, ...]:
    """What would show each of them; nothing where all of it is published."""
    found = [item for item in (*ABSENCES, *ELSEWHERE) if item.missing(view)]
    items = [(french.capital(item.what), text(view.worded(item.filled))) for item in found]
    return (Terms(tuple(items), TITLE),) if items else ()
