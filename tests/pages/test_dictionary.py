"""The dictionary holds every indicator once, with its limits whole, shared ones written once."""

from __future__ import annotations

import re

import pytest

from dashboard.catalogue import THEMES
from dashboard.content import Fold, Listing, Table
from dashboard.domain.indicator import Theme
from dashboard.pages import PAGES, dictionary, router
from dashboard.store import Store
from tests.walked import some

POINTED = re.compile(r"Notes?\s([a-z](?:, [a-z])*(?: et [a-z])?)\.$")
METHODS = next(page for page in PAGES if page.slug == "donnees")


@pytest.fixture
def tables(store: Store) -> list[Table]:
    view = router.view_of(METHODS, "", "", store)
    found = [block for panel in dictionary.panels() for block in panel.show(view)]
    listings = [item for fold in found if isinstance(fold, Fold) for item in fold.blocks]
    return [item.table for item in listings if isinstance(item, Listing)]


def test_every_indicator_that_holds_a_value_is_there_once(
    store: Store, tables: list[Table]
) -> None:
    named = [row.cells[0].text for table in tables for row in table.rows]
    assert sorted(named) == sorted(item.label for item in store.values.indicators)


def test_each_panel_holds_one_theme_and_none_where_nothing_is_known(store: Store) -> None:
    view = router.view_of(METHODS, "", "", store)
    for theme in THEMES:
        known = any(item.theme == theme.slug for item in store.values.indicators)
        assert [type(block) for block in dictionary.theme_fold(theme, view)] == [Fold] * known
    assert dictionary.theme_fold(Theme("aucun", "Aucun"), view) == ()


def test_no_limit_is_lost_and_none_stands_twice_in_a_table(
    store: Store, tables: list[Table]
) -> None:
    limits = {item.label: item.limits for item in store.values.indicators}
    for table in some(tables):
        notes = dict(note.removeprefix("Note\u00a0").split(". ", 1) for note in table.notes)
        for row in some(table.rows):
            said = row.cells[1].note
            pointed = POINTED.search(said)
            told = {*dictionary.sentences(said[: pointed.start()].strip() if pointed else said)}
            letters = re.findall(r"\b[a-z]\b", pointed[1]) if pointed else []
            told |= {notes[letter] for letter in letters}
            assert told == {*dictionary.sentences(limits[row.cells[0].text])}
        whole = [row.cells[1].note for row in table.rows]
        assert not [note for note in notes.values() if any(note in said for said in whole)]


def test_years_that_follow_each_other_are_a_span(store: Store) -> None:
    assert dictionary.spans((2010, 2015, 2016, 2018)) == "2010, 2015-2016, 2018"
