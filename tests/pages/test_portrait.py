"""The portrait of a quarter says what its silence means."""

from __future__ import annotations

from dashboard.content import Notice, plain
from dashboard.exhibits import quarter_list
from dashboard.pages import PAGES, router
from dashboard.store import Store
from dashboard.view import View

PORTRAIT = next(page for page in PAGES if page.slug == "portrait")
HOME = next(page for page in PAGES if page.slug == "accueil")
WATCHED = "QVA-73065-CHANTEMERLE"


def _notices(view: View) -> str:
    blocks = (block for block in PORTRAIT.blocks(view) if isinstance(block, Notice))
    return " ".join(plain(said) for block in blocks for said in block.paragraphs)


def _seen(store: Store, code: str, year: int) -> View:
    return router.view_of(PORTRAIT, code, f"annee={year}", store)


def test_a_quarter_that_the_contract_no_longer_lists_says_so(chambery: Store) -> None:
    assert "jusqu’en 2023" in _notices(_seen(chambery, WATCHED, 2025))
    assert "jusqu’en" not in _notices(_seen(chambery, WATCHED, 2022))


def test_a_quarter_that_another_succeeds_is_still_of_the_contract(chambery: Store) -> None:
    assert "jusqu’en" not in _notices(_seen(chambery, "QP073001", 2025))


def test_the_list_of_quarters_says_it_too(chambery: Store) -> None:
    for year, said in ((2025, True), (2022, False)):
        notes = quarter_list.exhibit(router.view_of(HOME, "", f"annee={year}", chambery)).notes
        assert any("jusqu’en 2023" in note for note in notes) is said
