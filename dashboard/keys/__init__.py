"""Every key of the address, one declaration a module: a new one is its module alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from urllib.parse import unquote

from dashboard.domain.option import Option
from dashboard.domain.selection import PERIOD, Selection
from dashboard.keys import (
    against,
    age,
    around,
    beside,
    circles,
    classes,
    compare,
    cut,
    detail,
    figure,
    generation,
    holder,
    indicator,
    measure,
    pillar,
    place,
    public,
    quantity,
    quarter,
    question,
    rows,
    search,
    sort,
    theme,
    window,
    year,
)
from dashboard.keys.key import CUBE, WORDS, Key, KeyRole, Sieve
from dashboard.keys.published import Published

PILLAR, YEAR, QUARTER, GENERATION = pillar.KEY, year.KEY, quarter.KEY, generation.KEY
THEME, HOLDER, PUBLIC, AGE, SEARCH = theme.KEY, holder.KEY, public.KEY, age.KEY, search.KEY
INDICATOR, MEASURE, COMPARE = indicator.KEY, measure.KEY, compare.KEY
AROUND, CLASSES, WINDOW = around.KEY, classes.KEY, window.KEY
CIRCLES, BESIDE = circles.KEY, beside.KEY
SORT, ROWS, FIGURE, PLACE = sort.KEY, rows.KEY, figure.KEY, place.KEY
AGAINST, DETAIL, CUT, QUANTITY = against.KEY, detail.KEY, cut.KEY, quantity.KEY
QUESTION = question.KEY


def _declared() -> Iterator[Key]:
    """The keys of the modules of this room, by the names of these."""
    for module in iter_modules(__path__):
        key = getattr(import_module(f"{__name__}.{module.name}"), "KEY", None)
        if isinstance(key, Key):
            yield key


_FIRST = (
    YEAR,
    PILLAR,
    QUARTER,
    GENERATION,
    SEARCH,
    THEME,
    HOLDER,
    PUBLIC,
    AGE,
    INDICATOR,
    MEASURE,
    AROUND,
    CLASSES,
    BESIDE,
    CIRCLES,
    COMPARE,
    QUANTITY,
    CUT,
    AGAINST,
    DETAIL,
    SORT,
    ROWS,
    WINDOW,
    FIGURE,
    PLACE,
)
KEYS: tuple[Key, ...] = (*_FIRST, *(key for key in _declared() if key not in _FIRST))
"""In the order in which they are said: those named here, then the others."""


def shared() -> tuple[Key, ...]:
    """The keys that every page knows: they follow the reader."""
    return tuple(key for key in KEYS if key.shared)


def of_lines() -> tuple[Key, ...]:
    """The keys that keep some of the lines of money and leave the others."""
    return tuple(key for key in KEYS if key.sieve is not None)


def options(store: Published, own: Iterable[Key]) -> tuple[Option, ...]:
    """How the address of a page that has keys of its own may be spelled."""
    return tuple(option for key in (*shared(), *own) for option in key.options(store))


def told(spoken: Key | None) -> str:
    """What the page's script must know, as JSON: the names that follow the reader, the key of
    the rows, that of the map and how many values it takes, the one that the path holds, how two
    years were spelled and how they are."""
    following = shared()
    return json.dumps(
        {
            "suivent": [name for key in following for name in key.names],
            "lignes": ROWS.name,
            "carte": QUARTER.name,
            "ensemble": QUARTER.most,
            "chemin": spoken.name if spoken else "",
            "periode": [PERIOD, *YEAR.names],
        },
        separators=(",", ":"),
    )


def in_force(selection: Selection) -> tuple[Key, ...]:
    """The keys that the address of that view holds, but those that are never said, and those that
    change nothing there."""
    held = (key for key in KEYS if key.role.is_said and key.value(selection))
    return tuple(key for key in held if key.acts(selection))


def is_private(query: str) -> bool:
    """Whether an address, or what a page asks for it, holds what a reader looks for: no answer to
    it is kept."""
    return bool(_PRIVATE.search(unquote(query)))


def unsearched(selection: Selection) -> Selection:
    """The same view without what its reader looks for."""
    for name in _LOOKED_FOR:
        selection = selection.having(name, None)
    return selection


_LOOKED_FOR = tuple(key.name for key in KEYS if key.role is KeyRole.PRIVATE)
_PRIVATE = re.compile(rf"[?&;](?:{'|'.join(_LOOKED_FOR)})=")


__all__ = [
    "AGAINST",
    "AGE",
    "AROUND",
    "BESIDE",
    "CIRCLES",
    "CLASSES",
    "COMPARE",
    "CUBE",
    "CUT",
    "DETAIL",
    "FIGURE",
    "GENERATION",
    "HOLDER",
    "INDICATOR",
    "KEYS",
    "MEASURE",
    "PILLAR",
    "PLACE",
    "PUBLIC",
    "QUANTITY",
    "QUARTER",
    "QUESTION",
    "ROWS",
    "SEARCH",
    "SORT",
    "THEME",
    "WINDOW",
    "WORDS",
    "YEAR",
    "Key",
    "KeyRole",
    "Sieve",
    "in_force",
    "is_private",
    "of_lines",
    "options",
    "shared",
    "told",
    "unsearched",
]
