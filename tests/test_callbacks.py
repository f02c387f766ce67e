"""One answer holds every panel, and only those that change."""

from __future__ import annotations

from dash import no_update

from dashboard import callbacks
from dashboard.callbacks import Answers
from dashboard.pages import PAGES
from dashboard.store import Store


def answers(store: Store, query: str) -> list[callbacks.Answer]:
    held = Answers(PAGES, kept=64)
    return [held.panel(store, "/", query, panel.slug) for panel in PAGES[0].panels]


def test_a_panel_that_the_page_already_shows_is_not_sent(chambery: Store) -> None:
    found = answers(chambery, "?annee=2020")
    children, marks = callbacks.changed(found, [mark for _, mark in found])
    assert all(item is no_update for item in (*children, *marks))


def test_another_year_is_sent_and_an_unknown_panel_changes_nothing(chambery: Store) -> None:
    before, after = (answers(chambery, f"?annee={year}") for year in (2019, 2020))
    children, _ = callbacks.changed(after, [mark for _, mark in before])
    assert any(item is not no_update for item in children)
    unknown = callbacks.panel(chambery, PAGES, "/", "", "inconnu")
    assert unknown == (no_update, no_update)


def test_the_same_view_gives_the_same_mark(chambery: Store) -> None:
    assert [mark for _, mark in answers(chambery, "")] == [
        mark for _, mark in answers(chambery, "")
    ]
