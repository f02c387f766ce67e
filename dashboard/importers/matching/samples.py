"""Three values of each column as they may be shown and kept: nothing of a private person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.importers.matching.proposal import FileColumn
from dashboard.importers.personal_data import without_reach
from dashboard.importers.personal_headings import private_columns
from dashboard.importers.persons import is_person, without_names

MANY, LONGEST = 3, 60
"""Values of a column, and characters of each."""
HIDDEN = ("(non montré : il peut s’agir d’une personne)",)


def of(columns: Sequence[FileColumn]) -> list[tuple[str, ...]]:
    """The first three of each, cut where they are long; what may be a person's is never among
    them."""
    hidden = private_columns([column.heading for column in columns])
    return [
        HIDDEN if rank in hidden else _first(column.cells) for rank, column in enumerate(columns)
    ]


def _first(cells: Iterable[str]) -> tuple[str, ...]:
    found = list(dict.fromkeys(map(_without_persons, cells)))
    return tuple(cell for cell in found if cell)[:MANY]


def _without_persons(cell: str) -> str:
    if is_person(cell):
        return "(nom d’une personne)"
    reached = without_reach(cell, "(adresse électronique)", "(téléphone)")
    told = without_names(reached, "(nom d’une personne)")
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1].rstrip()}…"
