"""The quarters that are set side by side."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard.content import Choice, Control
from dashboard.domain.selection import Selection
from dashboard.domain.territory import Territory
from dashboard.keys.key import Key, KeyRole
from dashboard.keys.published import Published

MOST = 4
FEW = 40
"""Quarters that are all offered. Of more, only the chosen ones and those of the same communes are:
nobody reads a thousand boxes, and a browser takes long to draw them."""


def _named(store: Published, code: str) -> str:
    """« Biollay - Bellevue (2015) »: two perimeters of one place are two choices."""
    found = store.places.by_code[code]
    return f"{found.name} ({found.generation})" if found.generation else found.name


def _offered(store: Published, selection: Selection) -> tuple[Choice, ...]:
    """The quarters that national statistics cover, each with its perimeters: all, or where they are
    many the chosen ones and their neighbours."""
    found = _covered(store)
    shown = found if len(found) <= FEW else _near(found, _chosen(selection))
    return tuple(Choice(item.code, _named(store, item.code)) for item in shown)


def _covered(store: Published) -> list[Territory]:
    places = store.places
    every = (item for generation in places.generations for item in places.quarters(generation))
    return [item for item in every if item.has_national_statistics]


def _chosen(selection: Selection) -> set[str]:
    """Those of the filter, and those already set side by side."""
    return {*selection.quarters, *KEY.value(selection).split(",")}


def _near(found: Sequence[Territory], chosen: Collection[str]) -> list[Territory]:
    """The chosen ones first, then those of their communes."""
    first = [item for item in found if item.code in chosen]
    communes = {code for item in first for code in item.communes}
    rest = (item for item in found if item not in first and communes & {*item.communes})
    return [*first, *rest][:FEW]


def hint(store: Published, control: Control) -> str:
    """How to be offered other quarters than those of a control; empty where it offers all."""
    if len(control.choices) == len(_covered(store)):
        return ""
    return (
        "Choisissez un quartier dans le filtre « Quartier » : ceux de sa commune sont proposés ici."
    )


KEY = Key(
    name="comparer",
    label="Comparer",
    prompt="Quartiers à comparer",
    kind="checks",
    role=KeyRole.SUBJECT,
    values=lambda store: store.choices.quarters,
    named=_named,
    offered=_offered,
    most=MOST,
)
