"""The quarter, by the code of one of its perimeters."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Choice
from dashboard.domain.option import COMMA
from dashboard.domain.selection import QUARTER, Selection
from dashboard.domain.territory import TerritoryKind
from dashboard.keys.key import CUBE, Key, Plural
from dashboard.keys.published import Published

MOST = 6
"""Quarters that may be chosen together."""
GROUPS = {TerritoryKind.QPV: "Quartiers prioritaires", TerritoryKind.QVA: "En veille active"}


def _offered(store: Published, selection: Selection) -> tuple[Choice, ...]:
    """Each place once, by the name of its first perimeter, among its kind in the perimeters in
    force for the chosen year; priority quarters first."""
    places, said = store.places, store.settings.words.said
    groups = {kind: said(group) for kind, group in GROUPS.items()}
    found: dict[int, Choice] = {}
    for generation in places.generations:
        for quarter in places.quarters(generation):
            choice = Choice(quarter.code, quarter.name, group=groups[quarter.kind])
            found.setdefault(places.place_of[quarter.code], choice)
    for generation in places.in_force(selection.year):
        for quarter in places.quarters(generation):
            place = places.place_of[quarter.code]
            found[place] = replace(found[place], group=groups[quarter.kind])
    return tuple(
        sorted(found.values(), key=lambda choice: choice.group != groups[TerritoryKind.QPV])
    )


def _current(store: Published, selection: Selection) -> str:
    """The choices that stand for the codes of the address."""
    return COMMA.join(_first(store, code) for code in selection.quarters)


def _first(store: Published, code: str) -> str:
    """The choice that stands for one code: the oldest one of its place."""
    places = store.places
    name = places.place_names[places.place_of[code]]
    return name if name in places.by_code else code


def _alike(store: Published, code: str) -> tuple[str, ...]:
    """The codes of the same place, one a generation of perimeters."""
    place_of = store.places.place_of
    here = place_of.get(code)
    return tuple(one for one, place in place_of.items() if place == here)


KEY = Key(
    name=QUARTER,
    label="Quartier",
    chosen="du quartier choisi",
    shared=True,
    values=lambda store: store.choices.quarters,
    named=lambda store, code: store.places.by_code[code].name,
    offered=_offered,
    current=_current,
    everything="Tous les quartiers",
    refusal="Le quartier {} n’existe pas ici : tous les quartiers sont affichés.",
    most=MOST,
    plural=Plural("Quartiers", "des quartiers choisis"),
    bare=True,
    alike=_alike,
    sieve=CUBE,
)
