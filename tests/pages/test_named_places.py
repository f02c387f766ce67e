"""What the places that a line names say of its quarter, doubt included."""

from __future__ import annotations

from dashboard.domain.funding import Action, Origin
from dashboard.pages import named_places
from dashboard.store import Store
from tests.views import seen


def lines(store: Store) -> list[Action]:
    found = []
    for year in store.choices.years:
        found += list(store.actions.ranked(seen(store, "/actions", f"annee={year}").selection))
    return found


def test_a_line_says_each_place_that_it_names_and_why(chambery: Store) -> None:
    view, named = seen(chambery, "/actions"), [it for it in lines(chambery) if it.places]
    assert named
    for action in named:
        said = named_places.said(view, action)
        proposes = action.quarter_origin is Origin.PLACE
        assert said.endswith("aucun quartier n’en découle") is not proposes


def test_a_line_that_names_none_says_nothing(chambery: Store) -> None:
    view = seen(chambery, "/actions")
    action = next(item for item in lines(chambery) if not item.places)
    assert named_places.said(view, action) == ""
