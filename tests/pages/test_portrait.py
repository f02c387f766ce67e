"""The portrait of a quarter says what its silence means."""

from __future__ import annotations

from dashboard.components import assembly, pager
from dashboard.content import Exhibit, Notice, plain
from dashboard.domain import french
from dashboard.exhibits import quarter_list
from dashboard.pages import PAGES, paper, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.view import View
from tests.components.reading import words

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


def lines_of(store: Store, query: str = "") -> list[Exhibit]:
    """The list of lines of each portrait that has one."""
    views = (router.visit(PAGES, f"/quartiers/{c}", query, store) for c in store.choices.quarters)
    return [
        item
        for page, view in filter(None, views)
        for item in exhibits_of(page, view)
        if item.slug == "lignes"
    ]


def test_a_portrait_that_has_not_every_line_says_how_many_there_are_and_leads_to_them(
    store: Store,
) -> None:
    first, last = min(store.choices.years), max(store.choices.years)
    found = lines_of(store, f"periode={first}-{last}")
    cut = [item for item in found if item.table.total > len(item.table.rows)]
    assert cut
    for item in cut:
        every = french.number(item.table.total)
        assert "la liste entière est dans «\xa0Actions\xa0»" in item.subtitle
        links = [span for span in item.reading if span.href.startswith("/actions?")]
        assert every in links[-1].text
        assert f"sur {every}" in paper.left_out(item.table, item.table)
    whole = [item for item in found if item.table.total == len(item.table.rows)]
    assert not any("sur" in item.subtitle for item in whole)


def test_a_table_that_has_the_first_rows_says_of_how_many(chambery: Store) -> None:
    view = router.view_of(PORTRAIT, "QP073001", "periode=2015-2021", chambery)
    item = next(item for item in exhibits_of(PORTRAIT, view) if item.slug == "lignes")
    at = assembly.context(PORTRAIT, view)
    [said] = [words(part) for part in pager.foot(item.table, at)]
    assert said == f"12\u00a0subventions sur {french.number(item.table.total)}."
