"""The words of the trade are explained once a panel, in sentences alone, at little cost."""

from __future__ import annotations

import time

import pytest

from dashboard.content import Fold, Hero, Notice, Prose, Span, Terms, plain, text
from dashboard.domain import french
from dashboard.pages import PAGES, router
from dashboard.pages.page import exhibits_of
from dashboard.store import Store
from dashboard.words import lexicon, texts
from tests.walked import some

BUDGET = 0.004
"""Seconds for all the panels of a page met again: one is the aim, a busy machine needs some."""


def spans(*words: str | Span) -> tuple[Span, ...]:
    (block,) = lexicon.marked((Prose((text(*words),)),), "essentiel")
    assert isinstance(block, Prose)
    return block.paragraphs[0]


def test_a_word_is_marked_with_its_meaning_and_an_anchor_of_its_panel() -> None:
    before, word, after = spans("Les QPV du contrat.")
    assert (before.text, word.text, after.text) == ("Les ", "QPV", " du contrat.")
    assert word.term.startswith("Quartier dont l’État fixe le périmètre")
    qpv = french.slug("QPV, quartier prioritaire de la politique de la ville")
    assert word.anchor == f"mot-essentiel-{qpv}"


def test_a_word_is_marked_once_a_panel_whatever_its_form() -> None:
    first, second = Notice((text("Un quartier prioritaire."),)), Prose((text("Des QPV."),))
    blocks = lexicon.marked((Fold("Pli", (first,)), second), "p")
    assert [span.text for span in lexicon.explained(blocks)] == ["quartier prioritaire"]


def test_the_longest_word_wins_and_no_part_of_a_word_is_one() -> None:
    assert [s.text for s in spans("Un pilier proposé.") if s.anchor] == ["pilier proposé"]
    assert not [s for s in spans("Les médianes, un optique, des empiliers.") if s.anchor]


def test_headings_links_bold_runs_and_tags_are_left_alone() -> None:
    kept = (
        Span("QPV", href="/"),
        Span("QVA", strong=True),
        Span("pilier proposé", tag=True),
    )
    assert spans(*kept) == kept
    hero = Hero("Le programme 147", (), (("Les QPV", "/"),))
    assert lexicon.marked((hero,), "p") == (hero,)


def test_nothing_to_press_stands_between_a_drawing_and_its_table(chambery: Store) -> None:
    page, param = router.find(PAGES, "/evolutions", chambery) or (PAGES[0], "")
    view = router.view_of(page, param, "indicateur=taux-pauvrete", chambery)
    shown = {item.slug: item for item in exhibits_of(page, view)}
    assert shown["tendance"].chart is not None
    assert lexicon.places(plain(shown["tendance"].reading))
    assert not any(span.anchor for span in shown["tendance"].reading)


def test_the_glossary_does_not_explain_itself() -> None:
    glossary = Terms((("QPV", text("Un quartier prioritaire.")),), anchored=True)
    assert lexicon.marked((glossary,), "p") == (glossary,)


def test_marking_never_changes_what_is_read(store: Store) -> None:
    for page in some(PAGES):
        if "*" in page.path:
            continue
        view = router.view_of(page, "", "", store)
        for panel in page.panels:
            for block in panel.blocks(view):
                for part in getattr(block, "paragraphs", ()):
                    assert plain(lexicon.bare(part)) == plain(part)
                    assert all(not span.anchor for span in lexicon.bare(part))


def test_the_anchors_of_a_page_are_its_own(store: Store) -> None:
    page, view = PAGES[0], router.view_of(PAGES[0], "", "", store)
    found = [s.anchor for p in page.panels for s in lexicon.explained(p.blocks(view))]
    assert found
    assert len(set(found)) == len(found)


def test_every_word_of_the_glossary_is_met_by_its_forms() -> None:
    assert set(texts.FORMS) == {term for term, _ in texts.GLOSSARY}
    for term, forms in texts.FORMS.items():
        for form in forms:
            said = lexicon.met((Prose((text(f"On lit {form} ici."),)),))
            assert said, (term, form)


@pytest.mark.parametrize("path", ["/", "/quartiers", "/actions", "/evolutions"])
def test_marking_a_page_costs_little(store: Store, path: str) -> None:
    page, param = router.find(PAGES, path, store) or (PAGES[0], "")
    view = router.view_of(page, param, "", store)
    shown = [(panel.slug, panel.show(view)) for panel in page.panels]
    costs = []
    for _ in range(5):
        start = time.perf_counter()
        made = [block for slug, blocks in shown for block in lexicon.marked(blocks, slug)]
        lexicon.met(made)
        costs.append(time.perf_counter() - start)
    assert min(costs) < BUDGET
