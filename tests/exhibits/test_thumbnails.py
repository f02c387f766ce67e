"""A thumbnail is a link and no figure: what it says in words stands in the table beside it."""

from __future__ import annotations

import re

from dashboard import catalogue
from dashboard.exhibits import gallery, thumbnails
from dashboard.store import Store
from tests.views import seen


def test_each_value_under_a_thumbnail_is_in_the_table_of_the_gallery(store: Store) -> None:
    view = seen(store, "/evolutions")
    held: dict[str, set[str]] = {}
    for row in gallery.exhibit(view).table.rows:
        if not row.group:
            held.setdefault(row.cells[0].text, set()).add(row.cells[3].text)
    shown = (thumbnails.of_theme(view, theme) for theme in catalogue.THEMES)
    items = [item for theme in shown if theme for item in theme.items]
    assert items
    for item in items:
        assert item.facts, item.title
        assert item.href.startswith("/evolutions?indicateur=")
        for fact in item.facts:
            said = re.sub(r" \(\d{4}\)$", "", fact.said).split(" à ")
            assert set(said) <= held[item.title], (item.title, fact.said)
