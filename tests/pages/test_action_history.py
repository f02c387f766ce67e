"""The other years of a line: the same action where it came back, else its holder's lines."""

from __future__ import annotations

import pytest

from dashboard.content import Exhibit
from dashboard.domain.funding import Lines
from dashboard.pages import action_history
from dashboard.store import Store
from tests.views import seen


def history(store: Store, code: str) -> Exhibit:
    (found,) = action_history.blocks(seen(store, f"/actions/{code}"))
    assert isinstance(found, Exhibit)
    return found


def test_an_action_that_came_back_shows_its_years(chambery: Store) -> None:
    view = seen(chambery, "/actions", "annee=2024")
    action = next(
        item
        for item in chambery.actions.ranked(view.selection)
        if len(chambery.actions.history(item)) > 1
    )
    found = history(chambery, action.code)
    assert found.title == "Cette action au fil des années"
    assert len(found.table.rows) == len(chambery.actions.history(action))


def test_one_that_did_not_shows_the_latest_of_its_holder(chambery: Store) -> None:
    view = seen(chambery, "/actions", "annee=2024")
    action = next(
        item
        for item in chambery.actions.ranked(view.selection)
        if len(chambery.actions.history(item)) == 1
    )
    found = history(chambery, action.code)
    assert "de ce porteur" in found.title
    assert len(found.table.rows) <= action_history.LATEST


def test_what_was_asked_and_refused_is_told_apart(example: Store) -> None:
    view = seen(example, "/actions")
    assert action_history._refused(view, Lines(10.0, 2, 0), ()) == ()
    said = action_history._refused(view, Lines(10.0, 2, 3), (("id", "A"),))
    assert "demandes sans montant" in "".join(span.text for span in said)


def test_a_line_that_does_not_exist_has_no_page(chambery: Store) -> None:
    view = seen(chambery, "/actions")
    with pytest.raises(KeyError):
        action_history.action_of(view)
