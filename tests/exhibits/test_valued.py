"""An indicator in a sentence: of any quarter, it says its value or that none is published."""

from __future__ import annotations

from dashboard.content import plain
from dashboard.domain.territory import Kind
from dashboard.exhibits import valued
from dashboard.store import Store
from tests.views import seen


def test_every_indicator_is_told_of_any_quarter_those_under_watch_too(store: Store) -> None:
    view, silent = seen(store, "/recherche"), 0
    held = [place for place in store.places.by_code.values() if place.kind.is_quarter]
    watched = next(place for place in held if place.kind is Kind.QVA)
    ours = next(place for place in held if place.kind is Kind.QPV)
    for item in store.values.indicators:
        said = plain(valued.indicator(view, item, (ours, watched)))
        assert item.label in said
        silent += f"{watched.name}." in said
    assert silent > 0
