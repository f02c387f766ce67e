"""One answer holds every panel, and only those that change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dash import no_update
from werkzeug.exceptions import Gone

from dashboard.components import ids
from dashboard.content import Block
from dashboard.pages import PAGES, router
from dashboard.pages.page import Panel
from dashboard.store import Store
from dashboard.view import View
from dashboard.web import callbacks
from dashboard.web.callbacks import Answers
from tests.components.reading import words


def answers(store: Store, query: str) -> list[callbacks.Answer]:
    held = Answers(PAGES, kept=64)
    return held.panels(store, "/", query, [panel.slug for panel in PAGES[0].panels])


def test_a_panel_that_the_page_already_shows_is_not_sent(chambery: Store) -> None:
    found = answers(chambery, "?annee=2020")
    children, marks = callbacks.changed(found, [answer.mark for answer in found])
    assert all(item is no_update for item in (*children, *marks))


def test_another_year_is_sent_and_an_unknown_panel_changes_nothing(chambery: Store) -> None:
    before, after = (answers(chambery, f"?annee={year}") for year in (2019, 2020))
    children, _ = callbacks.changed(after, [answer.mark for answer in before])
    assert any(item is not no_update for item in children)
    held = Answers(PAGES, kept=64)
    assert held.panels(chambery, "/", "", ["inconnu"]) == [callbacks.UNCHANGED]
    assert held.panels(chambery, "/nulle-part", "", ["tete"]) == [callbacks.UNCHANGED]


def test_a_sheet_asks_nothing_again_of_the_panels_of_its_page(chambery: Store) -> None:
    asked: list[str] = []

    def show(view: View) -> tuple[Block, ...]:
        asked.append(view.path)
        return ()

    panel = Panel("fait", show)
    view = router.view_of(PAGES[0], "", "", chambery)
    assert panel.blocks(view) == panel.blocks(view) == ()
    assert len(asked) == 1
    panel.blocks(replace(view, path="/ailleurs"))
    assert len(asked) == 2


def test_the_same_view_gives_the_same_mark(chambery: Store) -> None:
    first, second = answers(chambery, ""), answers(chambery, "")
    assert [answer.mark for answer in first] == [answer.mark for answer in second]


def test_the_words_of_the_page_are_those_of_the_panels_of_the_view(chambery: Store) -> None:
    held = Answers(PAGES, kept=64)
    slugs = [panel.slug for panel in PAGES[0].panels]
    *panels, listed = held.panels(chambery, "/", "", [*slugs, ids.WORDS])
    terms = {term for answer in panels for term in answer.terms}
    assert terms
    said = words(listed.children)
    assert all(term in said for term in terms)


class Two:
    """A provider that serves one publication and still holds another."""

    def __init__(self, served: Store, held: Store) -> None:
        self.served, self.held = served, held

    def current(self) -> Store:
        return self.served

    def named(self, digest: str) -> Store | None:
        return next((one for one in (self.served, self.held) if one.digest == digest), None)


def test_all_that_an_answer_says_stands_on_the_publication_of_the_page(
    chambery: Store, example: Store
) -> None:
    stores = Two(served=chambery, held=example)
    store = callbacks.of_page(stores, example.digest)
    *_, announced, title = callbacks.told(store, PAGES, "/", "")
    assert store is example
    assert title.endswith("Territoire fictif")
    assert announced == callbacks.told(example, PAGES, "/", "")[-2]
    assert announced != callbacks.told(chambery, PAGES, "/", "")[-2]


def test_a_publication_that_is_no_longer_held_is_not_replaced_by_another(
    chambery: Store, example: Store
) -> None:
    with pytest.raises(Gone):
        callbacks.of_page(Two(chambery, chambery), example.digest)


def test_a_panel_is_kept_by_all_that_it_depends_on(chambery: Store, example: Store) -> None:
    def asked(store: Store, path: str, query: str, slug: str = "carte") -> object:
        found = router.visit(PAGES, path, query, store)
        assert found is not None
        return callbacks._asked(*found, slug)

    plain = asked(chambery, "/", "annee=2024")
    others = [
        asked(example, "/", "annee=2024"),
        asked(chambery, "/quartiers", "annee=2024"),
        asked(chambery, "/", "annee=2023"),
        asked(chambery, "/", "annee=2024&theme=sante"),
        asked(chambery, "/", "annee=2024&pilier=nulle-part"),
        asked(chambery, "/", "annee=2024", "ecart"),
    ]
    assert len({plain, *others}) == len(others) + 1
    assert asked(chambery, "/", "annee=2024") == plain
