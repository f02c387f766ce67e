"""Titles and holders are shown in a readable case; files keep the letters of the source."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.content import Listing
from dashboard.domain import french
from dashboard.domain.funding import Action
from dashboard.domain.selection import Selection
from dashboard.exports.data_file import spelled
from dashboard.pages import PAGES, router
from dashboard.store import Store
from tests.walked import some


def every(store: Store) -> Sequence[Action]:
    years = store.choices.years
    return store.actions.all(Selection(year=max(years), first_year=min(years)))


def test_no_line_says_other_letters_than_its_source(store: Store) -> None:
    for action in some(every(store)):
        assert french.fold(action.title) == french.fold(action.title_source)
        assert french.fold(action.holder) == french.fold(action.holder_source)


def test_no_holder_shouts_and_acronyms_stay(chambery: Store) -> None:
    shown = {action.holder for action in every(chambery)}
    assert {"Caisse des Ecoles de Chambéry", "GOALP", "UDAF Savoie"} <= shown
    assert not [name for name in shown if name.isupper() and " " in name]


def test_a_file_holds_what_the_source_wrote(chambery: Store) -> None:
    found = router.visit(PAGES, "/actions", "annee=2025&recherche=caisse ecoles", chambery)
    assert found is not None
    listed = found[0].panel("actions")
    assert listed is not None
    (table,) = [b.table for b in listed.blocks(found[1]) if isinstance(b, Listing)]
    holder = table.rows[0].cells[1]
    assert holder.text == "Caisse des Ecoles de Chambéry"
    assert spelled(holder) == "CAISSE DES ECOLES DE CHAMBERY"


def test_a_holder_without_a_name_is_said_plainly_and_keeps_its_address(chambery: Store) -> None:
    holders = dict(map(tuple, chambery.archive.axes["money"]["holders"]))
    unnamed = {slug: name for slug, name in holders.items() if slug.startswith("porteur-non-nomme")}
    assert unnamed
    assert all(name.startswith("Nom absent de la source (SIREN ") for name in unnamed.values())
