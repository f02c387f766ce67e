"""One answer holds every panel, and only those that change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from werkzeug.exceptions import Gone

from dashboard.components import ids
from dashboard.components.assembly import PageStamp
from dashboard.content import Block
from dashboard.pages import PAGES, router
from dashboard.pages.page import Page, Panel
from dashboard.store import Store
from dashboard.store.store_provider import FixedStore
from dashboard.view import View
from dashboard.web import callbacks
from dashboard.web.callbacks import Answers, PlaceContent


def visit(store: Store, query: str, path: str = "/") -> tuple[Page, View]:
    found = router.visit(PAGES, path, query, store)
    assert found is not None
    return found


def panels(store: Store, query: str) -> dict[str, PlaceContent]:
    return Answers(64, PageStamp()).panels(*visit(store, query))


def test_a_panel_that_the_page_already_shows_is_not_sent(chambery: Store) -> None:
    found = panels(chambery, "?annee=2020")
    assert callbacks.changed(found, callbacks.marked(found)) == {}


def test_another_year_is_sent(chambery: Store) -> None:
    before, after = (panels(chambery, f"?annee={year}") for year in (2019, 2020))
    sent = callbacks.changed(after, callbacks.marked(before))
    assert sent
    assert all(html == after[name].html != before[name].html for name, html in sent.items())


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
    assert callbacks.marked(panels(chambery, "")) == callbacks.marked(panels(chambery, ""))


def test_the_words_of_the_page_are_those_of_the_panels_of_the_view(chambery: Store) -> None:
    found = panels(chambery, "")
    terms = {term for content in found.values() for term in content.terms}
    assert terms
    assert all(term in found[ids.panel(ids.WORDS)].html for term in terms)


def test_what_a_reader_looks_for_is_made_and_forgotten(chambery: Store) -> None:
    held = Answers(64, PageStamp())
    page, view = visit(chambery, "?recherche=velo", "/actions")
    name = ids.panel(page.panels[0].slug)
    kept, again = (held.panels(page, view)[name] for _ in range(2))
    assert kept is again
    assert held.panels(page, view, private=True)[name] is not kept


class Two(FixedStore):
    """A provider that serves one publication and still holds another."""

    def __init__(self, served: Store, held: Store) -> None:
        super().__init__(served)
        self.served, self.held = served, held

    def named(self, digest: str) -> Store | None:
        return next((one for one in (self.served, self.held) if one.digest == digest), None)


def test_all_that_an_answer_says_stands_on_the_publication_of_the_page(
    chambery: Store, example: Store
) -> None:
    stores = Two(served=chambery, held=example)
    store = callbacks.of_page(stores, example.digest)
    told = callbacks.told(*visit(store, ""))[ids.ANNOUNCE]
    assert store is example
    assert told == callbacks.told(*visit(example, ""))[ids.ANNOUNCE]
    assert told != callbacks.told(*visit(chambery, ""))[ids.ANNOUNCE]


def test_a_publication_that_is_no_longer_held_is_not_replaced_by_another(
    chambery: Store, example: Store
) -> None:
    with pytest.raises(Gone):
        callbacks.of_page(Two(chambery, chambery), example.digest)


def test_a_panel_is_kept_by_all_that_it_depends_on(chambery: Store, example: Store) -> None:
    def asked(store: Store, path: str, query: str, slug: str = "carte") -> object:
        one = Panel(slug, lambda _: ())
        return callbacks._asked(*visit(store, query, path), one)

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
