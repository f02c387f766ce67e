"""The names of the sheets of a workbook, without persons, and each its own."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from dashboard.importers.persons import names_one
from dashboard.importers.unnaming.met import MetPersons

MOST_OF_A_NAME = 31
"""Letters of the name of a sheet."""


def nameless_tabs(names: Sequence[str], persons: MetPersons) -> list[str]:
    """The names without persons, in order; « Feuille 2 » for one that would be too long without
    them, or that another bears already."""
    found: list[str] = []
    taken = set(map(str.casefold, names))
    for rank, name in enumerate(names, start=1):
        said = _without(name, persons)
        if said != name:
            too_long = len(said) > MOST_OF_A_NAME
            said = _free(rank, taken) if too_long or said.casefold() in taken else said
            taken.add(said.casefold())
        found.append(said)
    return found


def _without(name: str, persons: MetPersons) -> str:
    """The name without persons; an underscore may stand there for a space."""
    told = persons.out_of(name)
    spaced = told.replace("_", " ")
    return persons.out_of(spaced) if names_one(spaced) and told == name else told


def _free(rank: int, taken: set[str]) -> str:
    told = (f"Feuille {number}" for number in itertools.count(rank))
    return next(name for name in told if name.casefold() not in taken)
