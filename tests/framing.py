"""What tells whether a figure says the filters that change it: its values, the other choices."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard import keys
from dashboard.content import Exhibit
from dashboard.domain.selection import Selection
from dashboard.keys import Key
from dashboard.pages import Page
from dashboard.pages.page import exhibits_of
from dashboard.pages.router import view_of
from dashboard.store import Store

NUMBERS = ("x", "y", "z", "text", "base", "values", "customdata")
"""What a trace draws, and not how."""


def values_of(item: Exhibit) -> object:
    """The rows of the table and what the figure draws of them: no words around, no emphasis."""
    rows = tuple(tuple((cell.text, cell.value) for cell in row.cells) for row in item.table.rows)
    return tuple(column.label for column in item.table.columns), rows


def shown(page: Page, param: str, selection: Selection, store: Store) -> dict[str, Exhibit]:
    """The figures of a page for a selection, by slug."""
    found = exhibits_of(page, view_of(page, param, selection.query(), store))
    return {item.slug: item for item in found}


def others(key: Key, selection: Selection, store: Store) -> Iterator[Selection]:
    """The same view with every other choice of that key, and without it."""
    current = key.value(selection)
    for value in ("", *_tried(key, store)):
        if value != current:
            yield selection.having(key.name, value or None)


def _tried(key: Key, store: Store) -> tuple[str, ...]:
    if key is keys.SEARCH:
        return ("atelier", "zzzz")
    return key.values(store)
