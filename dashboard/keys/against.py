"""The year that the chosen one is compared with."""

from __future__ import annotations

from dataclasses import replace

from dashboard.content import Choice, Control
from dashboard.domain import french
from dashboard.domain.selection import Selection
from dashboard.keys.key import Key, KeyRole
from dashboard.keys.published import Published

NOTHING, BEFORE, MEAN = "rien", "avant", "moyenne"
_NAMES = {NOTHING: "rien", BEFORE: "l’année d’avant", MEAN: "la moyenne des années"}


def year_of(store: Published, selection: Selection) -> int | None:
    """The year that the address compares with: the one it names, else the first of its period,
    else the year before. None where no such year is published."""
    asked = KEY.value(selection)
    first = int(asked) if asked.isdigit() else selection.years[0]
    if first == selection.year:
        first -= 1
    return first if first in store.choices.years else None


def span_of(store: Published, selection: Selection) -> tuple[int, int] | None:
    """The two years that are compared, the earlier one first; None where there is one alone."""
    other = year_of(store, selection)
    if other is None:
        return None
    return min(other, selection.year), max(other, selection.year)


def _worded(store: Published, selection: Selection) -> str:
    """What is compared with: a period, which is summed, is compared with no mean."""
    value = KEY.value(selection)
    if selection.is_period and not value.isdigit():
        return "rien, plusieurs années étant additionnées"
    return _named(store, value)


def _named(store: Published, value: str) -> str:
    return _NAMES.get(value, value)


def _offered(store: Published, selection: Selection) -> tuple[Choice, ...]:
    years = sorted(store.choices.years, reverse=True)
    others = tuple(Choice(str(year), str(year)) for year in years if year != selection.year)
    named = tuple(Choice(value, french.capital(words)) for value, words in _NAMES.items())
    return (*named, *others)


KEY = Key(
    name="face-a",
    label="Comparé à",
    role=KeyRole.SUBJECT,
    values=lambda store: (*_NAMES, *map(str, store.choices.years)),
    named=_named,
    words=_worded,
    offered=_offered,
    default=BEFORE,
)


def named_year(selection: Selection) -> tuple[Key, ...]:
    """The key where the address names the year itself: all that a figure of two years follows."""
    return (KEY,) if KEY.value(selection).isdigit() else ()


def of_years(store: Published, selection: Selection) -> Control:
    """The control of a figure that compares two years: the other one, as ``year_of`` finds it."""
    made = KEY.control(store, selection)
    whole = {NOTHING, MEAN, BEFORE} if selection.is_period else {NOTHING, MEAN}
    choices = tuple(choice for choice in made.choices if choice.value not in whole)
    return replace(made, choices=choices, value=_held(store, selection))


def _held(store: Published, selection: Selection) -> str:
    other = year_of(store, selection)
    if other is None or (other == selection.year - 1 and not selection.is_period):
        return BEFORE
    return str(other)
