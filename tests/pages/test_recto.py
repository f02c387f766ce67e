"""The portrait on one A4: what is essential, and the truth about what is not on it."""

from __future__ import annotations

import pytest

from dashboard.content import Hero, Recto
from dashboard.pages import PAGES, router
from dashboard.pages.page import Page
from dashboard.store import Store
from tests.walked import some


@pytest.fixture(scope="module")
def portrait() -> Page:
    return next(page for page in PAGES if page.slug == "portrait")


def made(portrait: Page, store: Store, code: str, query: str = "") -> Recto:
    panel = portrait.panel("papier")
    assert panel is not None
    [found] = panel.blocks(router.view_of(portrait, code, query, store))
    assert isinstance(found, Recto)
    return found


def test_it_holds_the_head_the_map_and_the_key_figures_of_the_portrait(
    portrait: Page, store: Store
) -> None:
    for code in some(store.choices.quarters):
        value = made(portrait, store, code)
        head = portrait.panel("tete")
        assert head is not None
        blocks = head.blocks(router.view_of(portrait, code, "", store))
        hero = next(block for block in blocks if isinstance(block, Hero))
        assert (value.hero.title, value.hero.key_figures) == (hero.title, hero.key_figures)
        assert value.place.exhibit.slug == "carte"
        assert value.source
        assert value.beside


def test_one_indicator_a_theme_is_printed_and_the_others_are_counted(
    portrait: Page, chambery: Store
) -> None:
    table = made(portrait, chambery, "QP073001").tables[0]
    assert [row.cells[0].text for row in table.exhibit.table.rows][:2] == [
        "Habitants",
        "Taux de pauvreté",
    ]
    kept = len(table.exhibit.table.rows)
    assert table.left_out.startswith(str(kept))


def test_a_line_keeps_the_mark_that_tells_how_its_quarter_is_known(
    portrait: Page, chambery: Store
) -> None:
    lines = made(portrait, chambery, "QP073001").tables[1].exhibit
    assert "pilier proposé" in lines.tags
    labels = [column.label for column in lines.table.columns]
    assert labels == ["Intitulé", "Porteur", "Pilier proposé", "Montant"]
    first = [cell.text for cell in lines.table.rows[0].cells]
    assert first[:2] == ["Fonctionnement global du CSAB", "Centre social d’animation du Biollay"]
    tags = [tag for row in lines.table.rows for tag in row.cells[0].tags]
    assert {"nom du porteur", "nommé dans l’intitulé"} & set(tags)


def test_a_quarter_without_figures_says_what_its_commune_has(
    portrait: Page, chambery: Store
) -> None:
    value = made(portrait, chambery, "QVA-73065-PIOCHET")
    assert [item.title for item in value.beside] == ["La situation du quartier"]  # type: ignore[union-attr]


def test_the_year_of_a_line_is_told_only_where_several_are_asked(
    portrait: Page, chambery: Store
) -> None:
    for query, told in (("annee=2025", False), ("periode=2016-2025", True)):
        lines = made(portrait, chambery, "QP073001", query).tables[1].exhibit.table
        assert all(bool(row.cells[0].note) is told for row in lines.rows)
