"""The plan of the site leads to every page, report and quarter; the mentions say who publishes."""

from __future__ import annotations

import pytest

from dashboard.content import Prose, plain
from dashboard.pages import PAGES, MenuPlace, router
from dashboard.store import Store
from tests.views import visited


def links(store: Store) -> dict[str, str]:
    page, view = visited(store, "/plan-du-site")
    groups = [block for block in page.blocks(view) if isinstance(block, Prose)]
    said = [span for block in groups for line in block.paragraphs for span in line]
    return {span.href: span.text for span in said}


def test_every_link_of_the_plan_leads_to_its_page(store: Store) -> None:
    found = links(store)
    assert all(router.find(PAGES, path, store) for path in found)
    assert len(found) > 20


def test_the_plan_holds_every_listed_page_every_year_and_every_quarter(store: Store) -> None:
    found = set(links(store))
    listed = {page.path for page in PAGES if page.listed and "*" not in page.path}
    assert listed - {"/plan-du-site"} <= found
    assert {f"/bilan/{year}" for year in store.choices.years} <= found
    assert {f"/quartiers/{code}" for code in store.choices.quarters} <= found


def test_a_page_of_the_menu_is_in_the_plan_without_being_named_there() -> None:
    assert {page.slug for page in PAGES if page.listed is MenuPlace.MENU} >= {"accueil", "bilan"}


def test_the_mentions_say_who_publishes_and_name_no_person(chambery: Store) -> None:
    page, view = visited(chambery, "/mentions-legales")
    said = " ".join(
        plain(line)
        for block in page.blocks(view)
        if isinstance(block, Prose)
        for line in block.paragraphs
    )
    assert "Éditeur" in said
    assert "Aucune personne physique n’est nommée." in said
    assert "Fond des cartes" in said
    assert "IGN" in said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("90", "90\N{NO-BREAK SPACE}jours après son dernier changement"),
        ("0", "quand un agent le demande"),
    ],
)
def test_the_mentions_say_how_long_what_staff_do_is_kept(
    example: Store, monkeypatch: pytest.MonkeyPatch, days: str, said: str
) -> None:
    monkeypatch.setenv("BROUILLONS_GARDES", days)
    page, view = visited(example, "/mentions-legales")
    groups = [block.paragraphs for block in page.blocks(view) if isinstance(block, Prose)]
    assert [line for lines in groups for line in lines if said in plain(line)]
