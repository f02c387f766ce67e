"""A page is a value: its link, its panels, the figures behind its folds."""

from __future__ import annotations

from dataclasses import replace

from dashboard import keys
from dashboard.content import Block, Fold, Prose, text
from dashboard.exhibits import money
from dashboard.pages import PAGES, MenuPlace, entries
from dashboard.pages.page import Page, Panel, exhibits_in
from dashboard.store import Store
from dashboard.view import View
from tests.views import seen

BARE = Page("essai", "/essai", "Essai", lambda view: "Essai", "Une page.", ())


def test_every_page_has_a_slug_and_a_path_of_its_own() -> None:
    assert len({page.slug for page in PAGES}) == len(PAGES)
    assert len({page.path for page in PAGES}) == len(PAGES)


def test_a_page_that_is_listed_is_linked_with_its_words_and_without_its_parameter() -> None:
    assert ("Bilan annuel", "/bilan") in entries(MenuPlace.MENU)
    assert replace(BARE, listed_as="Autrement").entry == ("Autrement", "/essai")
    assert BARE.entry == ("Essai", "/essai")


def test_a_panel_is_made_once_for_a_view(chambery: Store) -> None:
    made: list[View] = []

    def show(view: View) -> tuple[Block, ...]:
        made.append(view)
        return (Prose((text("Dit."),)),)

    panel, view = Panel("essai", show), seen(chambery, "/")
    assert panel.blocks(view) == panel.blocks(view)
    assert made == [view]


def test_a_money_panel_is_empty_where_no_line_is_published(chambery: Store) -> None:
    panel = Panel("essai", lambda view: (Prose((text("Dit."),)),), money=True)
    without = replace(chambery, coverage=replace(chambery.coverage, lines=0))
    assert panel.blocks(seen(chambery, "/"))
    assert panel.blocks(replace(seen(chambery, "/"), store=without)) == ()


def test_a_figure_behind_a_fold_is_a_figure_of_the_page(chambery: Store) -> None:
    figure = money.amounts(seen(chambery, "/"))
    assert exhibits_in((Fold("Pli", (Fold("Pli", (figure,)),)),)) == (figure,)


def test_a_view_is_dated_by_its_address_unless_its_path_says_the_year() -> None:
    assert replace(BARE, filters=(keys.YEAR,)).dated
    assert not replace(BARE, filters=(keys.YEAR,), spoken=keys.YEAR).dated
    assert not replace(BARE, filters=()).dated
