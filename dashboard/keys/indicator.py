"""The indicator that maps, trends and gaps tell."""

from __future__ import annotations

from dashboard import catalogue
from dashboard.content import Choice
from dashboard.domain.selection import Selection
from dashboard.keys.key import Key, KeyRole
from dashboard.keys.published import Published


def _offered(store: Published, selection: Selection) -> tuple[Choice, ...]:
    """Every indicator that holds a value, theme by theme."""
    names = {theme.slug: theme.name for theme in catalogue.THEMES}
    return tuple(
        Choice(item.slug, item.label, group=names.get(item.theme, ""))
        for item in store.values.indicators
    )


KEY = Key(
    name="indicateur",
    label="Indicateur",
    chosen="de l’indicateur choisi",
    role=KeyRole.SUBJECT,
    values=lambda store: tuple(item.slug for item in store.values.indicators),
    named=lambda store, slug: catalogue.indicator(slug).label,
    offered=_offered,
)
