"""The quarters that are set side by side."""

from __future__ import annotations

from dashboard.content import Choice
from dashboard.domain.selection import Selection
from dashboard.keys.key import Key, Role
from dashboard.keys.published import Published

MOST = 4


def _named(store: Published, code: str) -> str:
    """« Biollay - Bellevue (2015) »: two perimeters of one place are two choices."""
    found = store.places.by_code[code]
    return f"{found.name} ({found.generation})" if found.generation else found.name


def _offered(store: Published, selection: Selection) -> tuple[Choice, ...]:
    """The quarters that national statistics cover, each with its perimeters."""
    return tuple(
        Choice(item.code, _named(store, item.code))
        for generation in store.places.generations
        for item in store.places.quarters(generation)
        if item.has_national_statistics
    )


KEY = Key(
    name="comparer",
    label="Comparer",
    prompt="Quartiers à comparer",
    kind="checks",
    role=Role.SUBJECT,
    values=lambda store: store.choices.quarters,
    named=_named,
    offered=_offered,
    most=MOST,
)
