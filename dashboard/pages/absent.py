"""What the sources of a territory do not publish: said once on a page, in full with the methods."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.content import Block, Prose, Span, Terms, text
from dashboard.domain import french
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
    return not any(item.slug for item in view.store.money.by_public(view.selection).slices)


def _no_age(view: View) -> bool:
    return not any(item.slug for item in view.store.money.by_age(view.selection).slices)


def _no_people(view: View) -> bool:
    return participations.exhibit(view) is None


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


def absent(view: View, slug: str) -> bool:
    """Whether that figure has nothing to show for this view."""
    return next(item.missing(view) for item in ABSENCES if item.slug == slug)


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
    items = [(french.capital(i.what), text(i.filled)) for i in ABSENCES if i.missing(view)]
    return (Terms(tuple(items), TITLE),) if items else ()
