"""The year, or the first and the last one of a period."""

from __future__ import annotations

from dashboard.content import Choice, Control
from dashboard.domain import french
from dashboard.domain.option import ALL, SINCE, YEAR
from dashboard.domain.selection import Selection
from dashboard.keys.key import CUBE, Key
from dashboard.keys.published import Published


def _words(store: Published, selection: Selection) -> str:
    return french.years(*selection.years)


def _offered(store: Published, selection: Selection) -> tuple[Choice, ...]:
    """Every year, the last one first."""
    return tuple(Choice(said, said) for said in map(str, sorted(store.choices.years, reverse=True)))


def since(store: Published, selection: Selection) -> Control:
    """The control of the first of several years."""
    first, last = selection.years
    alone = Choice(ALL, "Cette année seule")
    years = tuple(Choice(said, f"Depuis {said}") for said in map(str, sorted(store.choices.years)))
    value = str(first) if first != last else ALL
    return Control(SINCE, "Années", (alone, *years), value)


KEY = Key(
    name=YEAR,
    also=SINCE,
    label="Année",
    chosen="de l’année choisie",
    shared=True,
    values=lambda store: tuple(map(str, store.choices.years)),
    offered=_offered,
    current=lambda store, selection: str(selection.year),
    refusal="L’année {} n’a pas de données : l’année {year} est affichée.",
    bare=True,
    constant=True,
    sieve=CUBE,
    words=_words,
    spelled=_words,
)
