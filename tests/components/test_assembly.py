"""Panels stand side by side while they fit, and under their neighbour beside a tall one; paper is
told what the page is."""

import datetime as dt

from dashboard.components import assembly
from dashboard.components.assembly import PageStamp, rows_of
from dashboard.components.page import Slot
from dashboard.documents import imprint
from dashboard.exhibits import whereabouts
from dashboard.pages import PAGES, router, sheet
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from tests.views import visited

DAY = dt.date(2026, 11, 24)


def slugs(*slots: Slot) -> list[str]:
    return ["".join(slot.slug for slot in row) for row in rows_of(slots)]


def test_panels_stand_side_by_side_while_they_fit() -> None:
    assert slugs(Slot("a", (), 7), Slot("b", (), 5), Slot("c", ()), Slot("d", (), 6)) == [
        "ab",
        "c",
        "d",
    ]


def test_the_panel_after_a_tall_one_stands_under_the_one_before_it() -> None:
    tall = Slot("b", (), 5, tall=True)
    assert slugs(Slot("a", (), 7), tall, Slot("c", (), 7), Slot("d", (), 5)) == ["abc", "d"]


def test_a_panel_too_wide_to_stand_under_it_starts_a_row() -> None:
    tall = Slot("b", (), 5, tall=True)
    assert slugs(Slot("a", (), 7), tall, Slot("c", (), 8)) == ["ab", "c"]


def test_paper_is_told_the_view_and_its_address_by_style_alone(chambery: Store) -> None:
    found = router.visit(PAGES, "/actions", "annee=2016&recherche=%22%3C/style%3E%5C", chambery)
    assert found is not None
    said = assembly.margins(*found, PageStamp("http://exemple.fr", DAY))
    assert "2016, tous les piliers, tous les quartiers" in said
    assert "24\u00a0novembre\u00a02026" in said
    assert "http://exemple.fr/actions?annee=2016" in said
    assert "<" not in said
    assert said.count('"') == 4


def test_a_page_made_for_paper_has_its_own_margins(chambery: Store) -> None:
    found = router.visit((sheet.of(PAGES[0]),), "/fiche/accueil", "", chambery)
    assert found is not None
    assert assembly.margins(*found, PageStamp()) == ""


def test_what_a_reader_looks_for_leaves_with_its_answer_alone(chambery: Store) -> None:
    page, view = visited(chambery, "/quartiers", "lieu=avenue+de+Bassens&annee=2021")
    shown = [item.slug for item in exhibits_of(page, view)]
    named = {slug for slug in shown if "Bassens" in assembly.address(page, view, slug)}
    assert named == {whereabouts.SLUG} < set(shown)
    assert all("annee=2021" in assembly.address(page, view, slug) for slug in shown)
    assert "Bassens" not in imprint.of(page, view, imprint.DocumentStamp("", DAY)).origin.address
