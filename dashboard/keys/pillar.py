"""The pillar of the contract."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Choice
from dashboard.domain import french
from dashboard.domain.selection import PILLAR, Selection
from dashboard.keys.key import CUBE, UNBOUNDED, Key, Plural
from dashboard.keys.published import Published


def _named(store: Published, slug: str) -> str:
    return store.settings.pillar(slug).name


def _offered(store: Published, selection: Selection) -> tuple[Choice, ...]:
    """Every pillar, the chosen ones in any case; those that hold no line in that view closed."""
    whole = replace(selection, pillars=())
    used = {item.slug for item in store.money.by_pillar(whole).slices} | {*selection.pillars}
    why = f"aucune ligne {french.in_years(*selection.years)}"
    chosen = (store.settings.pillar(slug) for slug in selection.pillars)
    return tuple(
        Choice(pillar.slug, pillar.name, "" if pillar.slug in used else why)
        for pillar in dict.fromkeys((*store.money.pillars(whole), *chosen))
    )


def _all(store: Published) -> tuple[str, ...]:
    """Those that hold a line, and those of the contract: no line is of another."""
    year = store.choices.default_year
    return tuple(pillar.slug for pillar in store.money.pillars(Selection(year)))


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
    most=UNBOUNDED,
    whole=_all,
    plural=Plural("Piliers", "des piliers choisis"),
    bare=True,
    sieve=CUBE,
)
