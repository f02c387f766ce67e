"""The year, or the first and the last one of a period."""

from __future__ import annotations

from dashboard.content import Choice
from dashboard.domain import french
from dashboard.domain.selection import PERIOD, YEAR, Selection
from dashboard.keys.key import CUBE, Key
from dashboard.keys.published import Published


def _words(store: Published, selection: Selection) -> str:
    return french.years(*selection.years)


def _offered(store: Published, selection: Selection) -> tuple[Choice, ...]:
    """Every year, the last one first; the period that is shown before them."""
    span = (french.years(*selection.years),) if selection.is_period else ()
    years = map(str, sorted(store.choices.years, reverse=True))
    return tuple(Choice(said, said) for said in (*span, *years))


KEY = Key(
    name=YEAR,
    also=PERIOD,
    label="Année",
    chosen="de l’année choisie",
    shared=True,
    values=lambda store: tuple(map(str, store.choices.years)),
    offered=_offered,
    current=_words,
    refusal="L’année {} n’a pas de données : l’année {year} est affichée.",
    bare=True,
    constant=True,
    sieve=CUBE,
    words=_words,
    spelled=_words,
)
