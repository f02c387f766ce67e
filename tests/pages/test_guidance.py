"""Each page with figures answers: how to read it, where its figures come from, what they hide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from dashboard.content import Block, Fold, Prose, plain
from dashboard.pages import PAGES, guidance, router
from dashboard.pages.page import Page, exhibits_of
from dashboard.store import Store
from dashboard.view import View
from tests.walked import some

LIMITS = "Ce que ces chiffres ne disent pas"


def views(store: Store) -> Iterator[tuple[Page, View]]:
    """Every page with figures, once; the portrait of a watched quarter too."""
    line = store.archive.query("select id from actions limit 1")[0]["id"]
    codes = store.choices.quarters
    paths = [page.path for page in PAGES if "*" not in page.path]
    paths += [f"/quartiers/{codes[0]}", f"/quartiers/{codes[-1]}"]
    paths += [f"/actions/{line}", f"/bilan/{store.choices.years[0]}"]
    for path in paths:
        page, param = router.find(PAGES, path, store) or (PAGES[0], "")
        view = router.view_of(page, param, "", store)
        if exhibits_of(page, view):
            yield page, view


def proses(blocks: Sequence[Block]) -> Iterator[Prose]:
    for block in blocks:
        if isinstance(block, Prose):
            yield block
        if isinstance(block, Fold):
            yield from proses(block.blocks)


def test_each_page_with_figures_answers_the_three_questions_once(store: Store) -> None:
    seen = set()
    for page, view in some(views(store)):
        found = [item for panel in page.panels for item in proses(panel.blocks(view))]
        titles = [item.title for item in found]
        for title in (guidance.HOW, guidance.WHENCE, LIMITS):
            assert titles.count(title) == 1, (page.slug, title)
        answers = {item.title: item.paragraphs for item in found}
        assert all(answers[title] for title in (guidance.HOW, guidance.WHENCE, LIMITS))
        seen.add(page.slug)
    assert seen == set(guidance.READING)


def test_no_sentence_of_help_stands_twice_on_a_page(store: Store) -> None:
    for page, view in some(views(store)):
        found = [item for panel in page.panels for item in proses(panel.blocks(view))]
        said = [plain(part) for item in found for part in item.paragraphs]
        assert len(said) == len(set(said)), page.slug


@pytest.mark.parametrize("page", guidance.READING)
def test_an_invented_territory_names_no_real_source(page: str, example: Store) -> None:
    view = router.view_of(PAGES[0], "", "", example)
    fold, _ = guidance.blocks(view, page, Prose(()))
    said = " ".join(plain(part) for item in proses((fold,)) for part in item.paragraphs)
    assert "Tout est inventé" in said
    assert not any(name in said for name in ("Insee", "ANCT", "Cnaf"))


def test_a_real_one_names_who_publishes_what_the_page_shows(chambery: Store) -> None:
    view = router.view_of(PAGES[0], "", "", chambery)

    def whence(page: str) -> str:
        fold, _ = guidance.blocks(view, page, Prose(()))
        (found,) = [item for item in proses((fold,)) if item.title == guidance.WHENCE]
        return " ".join(plain(part) for part in found.paragraphs)

    assert "Insee, " in whence("accueil")
    assert "ANCT, " in whence("accueil")
    assert "ANCT" not in whence("evolutions")
    assert "Insee" not in whence("actions")
