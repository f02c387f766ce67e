"""The pillar of the contract."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Choice
from dashboard.domain import french
from dashboard.domain.selection import PILLAR, Selection
from dashboard.keys.key import CUBE, Key
from dashboard.keys.published import Published


def _named(store: Published, slug: str) -> str:
    return store.settings.contracts[0].grid.find(slug).name


def _offered(store: Published, selection: Selection) -> tuple[Choice, ...]:
    """Every pillar, those that hold no line in that view closed."""
    whole = replace(selection, pillar=None)
    used = {item.slug for item in store.money.by_pillar(whole).slices} | {selection.pillar}
    why = f"aucune ligne {french.in_years(*selection.years)}"
    return tuple(
        Choice(pillar.slug, pillar.name, "" if pillar.slug in used else why)
        for pillar in store.money.pillars(whole)
    )


KEY = Key(
    name=PILLAR,
    label="Pilier",
    chosen="du pilier choisi",
    shared=True,
    values=lambda store: store.choices.pillars,
    named=_named,
    offered=_offered,
    everything="Tous les piliers",
    refusal="Le pilier {} n’existe pas : tous les piliers sont affichés.",
    bare=True,
    sieve=CUBE,
)
