"""What a second map shows beside the first: another year, other perimeters, another measure."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard import catalogue
from dashboard.content import Choice
from dashboard.domain.selection import Selection
from dashboard.keys import generation, indicator, measure, year
from dashboard.keys.key import Key, KeyRole
from dashboard.keys.published import Published

OF_YEAR, OF_PERIMETERS = "annee-", "perimetres-"
"""What stands before a year, and before a generation, that would else be spelled alike."""
NOTHING = "Rien"


def changes(value: str) -> dict[str, str | None]:
    """The keys of the address that make the second map of the first; none where nothing is
    beside."""
    if value.startswith(OF_YEAR):
        return {year.KEY.name: value.removeprefix(OF_YEAR)}
    if value.startswith(OF_PERIMETERS):
        return {generation.KEY.name: value.removeprefix(OF_PERIMETERS)}
    return {indicator.KEY.name: value, measure.KEY.name: None} if value else {}


def _values(store: Published) -> tuple[str, ...]:
    years = (f"{OF_YEAR}{one}" for one in sorted(store.choices.years, reverse=True))
    perimeters = (f"{OF_PERIMETERS}{one}" for one in store.choices.generations)
    return (*years, *perimeters, *(item.slug for item in store.values.indicators))


def _named(store: Published, value: str) -> str:
    if value.startswith(OF_YEAR):
        return f"l’année {value.removeprefix(OF_YEAR)}"
    if value.startswith(OF_PERIMETERS):
        return f"les périmètres de {value.removeprefix(OF_PERIMETERS)}"
    return catalogue.indicator(value).label


def _offered(store: Published, selection: Selection) -> Iterator[Choice]:
    """The years and the perimeters first, then the indicators theme by theme."""
    themes = {theme.slug: theme.name for theme in catalogue.THEMES}
    yield Choice("", NOTHING)
    for value in _values(store):
        if value.startswith(OF_YEAR):
            group = "Une autre année"
        elif value.startswith(OF_PERIMETERS):
            group = "D’autres périmètres"
        else:
            group = themes.get(catalogue.indicator(value).theme, "")
        yield Choice(value, _named(store, value), group=group)


KEY = Key(
    name="a-cote",
    label="À côté",
    prompt="Une seconde carte, à côté",
    role=KeyRole.SUBJECT,
    values=_values,
    named=_named,
    offered=lambda store, selection: tuple(_offered(store, selection)),
)
