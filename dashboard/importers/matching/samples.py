"""Three values of a column as they may be shown and kept: nothing of a private person."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.domain import french
from dashboard.importers.personal_data import without_reach
from dashboard.importers.persons import is_person, without_names

MANY, LONGEST = 3, 60
"""Values of a column, and characters of each."""
HIDDEN = ("(non montré : il peut s’agir d’une personne)",)
_OF_PERSONS = re.compile(
    r"\b(adresse|contact|courriel|email|mail|mel|mobile|naissance|nee|portable|prenom|president|"
    r"referent|representant|responsable|signataire|tel|telephone)(e?s?)\b"
).search
"""Words of a heading whose cells may name a person, or say how to reach one."""


def of(heading: str, cells: Iterable[str]) -> tuple[str, ...]:
    """The first three, cut where they are long; what may be a person's is never among them."""
    if _OF_PERSONS(french.fold(heading)):
        return HIDDEN
    found = list(dict.fromkeys(map(_without_persons, cells)))
    return tuple(cell for cell in found if cell)[:MANY]


def _without_persons(cell: str) -> str:
    if is_person(cell):
        return "(nom d’une personne)"
    reached = without_reach(cell, "(adresse électronique)", "(téléphone)")
    told = without_names(reached, "(nom d’une personne)")
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1].rstrip()}…"
